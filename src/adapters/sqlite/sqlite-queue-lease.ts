import { RegError } from '../../errors.ts';
import type { Lease, LeaseOutcome, ReceivedMessage } from '../../ports/queue.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import { attributesOf, LONGEST_ERROR, MESSAGE, messageIdOf, numberOf, type QueueRules, type StoredQueue } from './sqlite-queue-tables.ts';

interface MessageRow {
  readonly id: number;
  readonly body: string;
  readonly correlation_id: string;
  readonly attributes: string | null;
  readonly sent_at: number;
}

interface RetryRow extends MessageRow {
  readonly receive_count: number;
  readonly first_received_at: number | null;
}

interface RangeRow {
  readonly id: number;
  readonly from_id: number;
  readonly to_id: number;
  readonly messages: number;
  readonly until: number;
  readonly receive_count: number;
  readonly first_received_at: number;
}

export interface QueueLeases {
  /** Whether a receive would find something now; a read, outside any transaction. */
  hasVisible(now: number): boolean;
  /** Inside a write. */
  receive(max: number, token: string, now: number): Lease | null;
  /** Inside a write. Throws `INTERNAL` for an id that is not of the lease. */
  settle(token: string, outcome: LeaseOutcome, now: number): boolean;
}

const EXPIRED = 'The lease ran out each time: the worker was too slow, or its process ended.';

/**
 * Leases of one queue. A lease is all that shares a token: at most one new range, ranges taken over from leases that
 * ran out, and single messages from the retries.
 */
export const createQueueLeases = (
  engine: SqliteEngine,
  queue: StoredQueue & { readonly rules: QueueRules },
  retryDelaySeconds: ((receiveCount: number) => number) | null,
): QueueLeases => {
  const { id: queueId, table, rules } = queue;
  const fields = `id, ${MESSAGE}`;
  const visible = engine.statement(`SELECT EXISTS (SELECT 1 FROM queues WHERE id = ${queueId} AND appended > claimed)
    OR EXISTS (SELECT 1 FROM queue_retries WHERE queue = ${queueId} AND visible_at <= ?1)
    OR EXISTS (SELECT 1 FROM queue_leases WHERE queue = ${queueId} AND until <= ?1) AS found`);

  const buryRetries = engine.statement(`INSERT INTO dead_letters (queue, ${fields}, dead_at, receive_count, error)
    SELECT queue, ${fields}, ?1, receive_count, ?2 FROM queue_retries WHERE queue = ${queueId} AND visible_at <= ?1 AND token IS NOT NULL AND receive_count >= ${rules.maxReceiveCount}`);
  const dropBuriedRetries = engine.statement(
    `DELETE FROM queue_retries WHERE queue = ${queueId} AND visible_at <= ? AND token IS NOT NULL AND receive_count >= ${rules.maxReceiveCount}`,
  );
  const visibleRetries = engine.statement(
    `SELECT ${fields}, receive_count, first_received_at FROM queue_retries WHERE queue = ${queueId} AND visible_at <= ? ORDER BY visible_at, id LIMIT ?`,
  );
  const leaseRetry = engine.statement(
    `UPDATE queue_retries SET token = ?, visible_at = ?, receive_count = receive_count + 1, first_received_at = ? WHERE queue = ${queueId} AND id = ?`,
  );
  const range = 'id, from_id, to_id, messages, until, receive_count, first_received_at';
  const expiredRange = engine.statement(`SELECT ${range} FROM queue_leases WHERE queue = ${queueId} AND until <= ? ORDER BY until, from_id LIMIT 1`);
  const rangesOf = engine.statement(`SELECT ${range} FROM queue_leases WHERE token = ? AND queue = ${queueId}`);
  const insertRange = engine.statement(
    `INSERT INTO queue_leases (queue, token, from_id, to_id, messages, until, receive_count, first_received_at) VALUES (${queueId}, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const shortenRange = engine.statement('UPDATE queue_leases SET from_id = ?, messages = messages - ? WHERE id = ?');
  const dropRange = engine.statement('DELETE FROM queue_leases WHERE id = ?');
  const messagesBetween = engine.statement(`SELECT ${fields} FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?`);
  const messagesAfter = engine.statement(`SELECT ${fields} FROM ${table} WHERE id > (SELECT claimed_to FROM queues WHERE id = ${queueId}) ORDER BY id LIMIT ?`);
  const dropMessages = engine.statement(`DELETE FROM ${table} WHERE id BETWEEN ? AND ?`);
  const claim = engine.statement(`UPDATE queues SET claimed = claimed + ?, claimed_to = ? WHERE id = ${queueId}`);
  const bury = (from: string, count: string) =>
    engine.statement(
      `INSERT INTO dead_letters (queue, ${fields}, dead_at, receive_count, error) SELECT ${queueId}, ${fields}, ?, ${count}, ? FROM ${from} WHERE id BETWEEN ? AND ?`,
    );
  const buryMessages = bury(table, '?');
  const retryMessage = engine.statement(`INSERT INTO queue_retries (queue, ${fields}, visible_at, receive_count, first_received_at)
    SELECT ${queueId}, ${fields}, ?, ?, ? FROM ${table} WHERE id = ?`);
  const retriesOf = engine.statement(`SELECT id, visible_at, receive_count FROM queue_retries WHERE token = ? AND queue = ${queueId}`);
  const buryRetry = engine.statement(`INSERT INTO dead_letters (queue, ${fields}, dead_at, receive_count, error)
    SELECT queue, ${fields}, ?, receive_count, ? FROM queue_retries WHERE queue = ${queueId} AND id = ?`);
  const retryAgain = engine.statement(`UPDATE queue_retries SET token = NULL, visible_at = ? WHERE queue = ${queueId} AND id = ?`);
  const dropRetry = engine.statement(`DELETE FROM queue_retries WHERE queue = ${queueId} AND id = ?`);
  const addDone = engine.statement(`UPDATE queues SET done = done + ? WHERE id = ${queueId}`);

  const messageOf = (row: MessageRow, receiveCount: number, firstReceivedAt: number): ReceivedMessage => ({
    messageId: messageIdOf(queue, row.id),
    body: row.body,
    attributes: attributesOf(row.correlation_id, row.attributes),
    sentAt: row.sent_at,
    firstReceivedAt,
    receiveCount,
  });

  const takeRetries = (messages: ReceivedMessage[], max: number, token: string, now: number, until: number): void => {
    if (buryRetries.run(now, EXPIRED).changes !== 0) dropBuriedRetries.run(now);
    for (const row of visibleRetries.all(now, max) as unknown as readonly RetryRow[]) {
      const firstReceivedAt = row.first_received_at ?? now;
      leaseRetry.run(token, until, firstReceivedAt, row.id);
      messages.push(messageOf(row, row.receive_count + 1, firstReceivedAt));
    }
  };

  const takeExpiredRanges = (messages: ReceivedMessage[], max: number, token: string, now: number, until: number): void => {
    while (messages.length < max) {
      const lease = expiredRange.get(now) as RangeRow | undefined;
      if (lease === undefined) return;
      if (lease.receive_count >= rules.maxReceiveCount) {
        buryMessages.run(now, lease.receive_count, EXPIRED, lease.from_id, lease.to_id);
        dropMessages.run(lease.from_id, lease.to_id);
        dropRange.run(lease.id);
        continue;
      }
      const rows = messagesBetween.all(lease.from_id, lease.to_id, max - messages.length) as unknown as readonly MessageRow[];
      const taken = rows.length < lease.messages ? (rows.at(-1) as MessageRow).id : lease.to_id;
      if (taken === lease.to_id) dropRange.run(lease.id);
      else shortenRange.run(taken + 1, rows.length, lease.id);
      const receiveCount = lease.receive_count + 1;
      insertRange.run(token, lease.from_id, taken, rows.length, until, receiveCount, lease.first_received_at);
      for (const row of rows) messages.push(messageOf(row, receiveCount, lease.first_received_at));
    }
  };

  const takeNew = (messages: ReceivedMessage[], max: number, token: string, now: number, until: number): void => {
    if (messages.length >= max) return;
    const rows = messagesAfter.all(max - messages.length) as unknown as readonly MessageRow[];
    const first = rows[0];
    const last = rows.at(-1);
    if (first === undefined || last === undefined) return;
    insertRange.run(token, first.id, last.id, rows.length, until, 1, now);
    claim.run(rows.length, last.id);
    for (const row of rows) messages.push(messageOf(row, 1, now));
  };

  /** What becomes of one failed message: dead, or visible again at an instant. */
  const fateOf = (receiveCount: number, deadLetter: boolean | undefined, until: number, now: number): 'dead' | number => {
    if (deadLetter === true || receiveCount >= rules.maxReceiveCount) return 'dead';
    return retryDelaySeconds === null ? until : now + Math.max(0, Math.round(retryDelaySeconds(receiveCount) * 1000));
  };

  return {
    hasVisible: (now) => (visible.get(now) as { readonly found: number }).found === 1,

    receive: (max, token, now) => {
      const until = now + rules.visibilitySeconds * 1000;
      const messages: ReceivedMessage[] = [];
      takeRetries(messages, max, token, now, until);
      takeExpiredRanges(messages, max, token, now, until);
      takeNew(messages, max, token, now, until);
      return messages.length === 0 ? null : { token, messages };
    },

    settle: (token, { failed }, now) => {
      const ranges = rangesOf.all(token) as unknown as readonly RangeRow[];
      const retries = retriesOf.all(token) as unknown as readonly { readonly id: number; readonly visible_at: number; readonly receive_count: number }[];
      const until = ranges[0]?.until ?? retries[0]?.visible_at;
      if (until === undefined || until <= now) return false;
      const failures = new Map<number, LeaseOutcome['failed'][number]>();
      for (const failure of failed) {
        const id = numberOf(queue, failure.messageId);
        if (id === null || !(ranges.some(({ from_id, to_id }) => id >= from_id && id <= to_id) || retries.some((retry) => retry.id === id)))
          throw new RegError('INTERNAL', `Message ${failure.messageId} is not of this lease on ${queue.name}: nothing was settled.`);
        failures.set(id, failure);
      }

      let done = 0;
      for (const { id, receive_count } of retries) {
        const failure = failures.get(id);
        const fate = failure === undefined ? 'done' : fateOf(receive_count, failure.deadLetter, until, now);
        if (fate === 'done') done += 1;
        if (fate === 'dead') buryRetry.run(now, errorOf(failure), id);
        if (typeof fate === 'number') retryAgain.run(fate, id);
        else dropRetry.run(id);
        if (typeof fate === 'number' && fate <= now) engine.announce(queue.channel);
        failures.delete(id);
      }
      for (const { id: lease, from_id, to_id, receive_count, first_received_at } of ranges) {
        for (const [id, failure] of failures) {
          if (id < from_id || id > to_id) continue;
          const fate = fateOf(receive_count, failure.deadLetter, until, now);
          const moved =
            fate === 'dead' ? buryMessages.run(now, receive_count, errorOf(failure), id, id) : retryMessage.run(fate, receive_count, first_received_at, id);
          if (moved.changes !== 1) throw new RegError('INTERNAL', `Message ${failure.messageId} is not of this lease on ${queue.name}: nothing was settled.`);
          if (typeof fate === 'number' && fate <= now) engine.announce(queue.channel);
          done -= 1;
        }
        done += Number(dropMessages.run(from_id, to_id).changes);
        dropRange.run(lease);
      }
      if (done !== 0) addDone.run(done);
      return true;
    },
  };
};

const errorOf = (failure: LeaseOutcome['failed'][number] | undefined): string => (failure?.error ?? '').slice(0, LONGEST_ERROR);
