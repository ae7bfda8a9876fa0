import { RegError } from '../../errors.ts';
import type { DeadLetter, DeadLetterOutcome } from '../../ports/queue.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import { attributesOf, LONGEST_ERROR, MESSAGE, messageIdOf, numberOf, type StoredQueue } from './sqlite-queue-tables.ts';

interface DeadLetterRow {
  readonly place: number;
  readonly id: number;
  readonly body: string;
  readonly correlation_id: string;
  readonly attributes: string | null;
  readonly sent_at: number;
  readonly dead_at: number;
  readonly receive_count: number;
  readonly error: string;
}

/** The oldest dead letters of a queue, in the order in which they died. */
export const readDeadLetters = (engine: SqliteEngine, queue: StoredQueue, max: number, after: string | null): readonly DeadLetter[] => {
  const rows = engine
    .statement(`SELECT rowid AS place, id, ${MESSAGE}, dead_at, receive_count, error FROM dead_letters WHERE queue = ? AND rowid > ? ORDER BY rowid LIMIT ?`)
    .all(queue.id, after === null ? 0 : placeIn(after), max) as unknown as readonly DeadLetterRow[];
  return rows.map((row) => ({
    messageId: messageIdOf(queue, row.id),
    body: row.body,
    attributes: attributesOf(row.correlation_id, row.attributes),
    sentAt: row.sent_at,
    deadAt: row.dead_at,
    receiveCount: row.receive_count,
    error: row.error,
    place: String(row.place),
  }));
};

const placeIn = (after: string): number => {
  const place = Number(after);
  if (/^\d{1,16}$/.test(after) && Number.isSafeInteger(place)) return place;
  throw new RegError('INPUT_INVALID', '`after` has to be the `next` of the page before.', { detail: { field: 'after', rule: 'place' } });
};

/** Inside a write: a dead letter of something that was never received here. It counts as sent. */
export const buryRecord = (
  engine: SqliteEngine,
  queue: StoredQueue,
  record: { readonly body: string; readonly error: string; readonly attributes: Readonly<Record<string, string>>; readonly at: number },
): void => {
  const { correlationId = '', ...attributes } = record.attributes;
  const { sent } = engine.statement('UPDATE queues SET sent = sent + 1 WHERE id = ? RETURNING sent').get(queue.id) as { readonly sent: number };
  engine
    .statement(`INSERT INTO dead_letters (queue, id, ${MESSAGE}, dead_at, receive_count, error) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`)
    .run(
      queue.id,
      sent,
      record.body,
      correlationId,
      Object.keys(attributes).length === 0 ? null : JSON.stringify(attributes),
      record.at,
      record.at,
      record.error,
    );
};

/** Inside a write: makes dead letters visible in their queue again, all or those named, as if never received. Answers how many. */
export const redriveDeadLetters = (engine: SqliteEngine, queue: StoredQueue, messageIds: readonly string[] | undefined, now: number): number => {
  const copy = `INSERT INTO queue_retries (queue, id, body, correlation_id, attributes, sent_at, visible_at, receive_count)
    SELECT queue, id, body, correlation_id, attributes, ?1, ?1, 0 FROM dead_letters WHERE queue = ?2`;
  if (messageIds === undefined) {
    engine.statement(`${copy} ORDER BY rowid`).run(now, queue.id);
    return Number(engine.statement('DELETE FROM dead_letters WHERE queue = ?').run(queue.id).changes);
  }
  let moved = 0;
  for (const messageId of messageIds) {
    const id = numberOf(queue, messageId);
    if (id === null) continue;
    engine.statement(`${copy} AND id = ?3`).run(now, queue.id, id);
    moved += Number(engine.statement('DELETE FROM dead_letters WHERE queue = ? AND id = ?').run(queue.id, id).changes);
  }
  return moved;
};

/** Inside a write: removes what was handled after all, and notes why the others failed again. */
export const settleDeadLetters = (engine: SqliteEngine, queue: StoredQueue, { handled, failed }: DeadLetterOutcome): void => {
  const drop = engine.statement('DELETE FROM dead_letters WHERE queue = ? AND id = ?');
  const keep = engine.statement('UPDATE dead_letters SET error = ?, receive_count = receive_count + 1 WHERE queue = ? AND id = ?');
  let done = 0;
  for (const messageId of handled) done += Number(drop.run(queue.id, numberOf(queue, messageId)).changes);
  for (const { messageId, error } of failed) keep.run(error.slice(0, LONGEST_ERROR), queue.id, numberOf(queue, messageId));
  engine.statement('UPDATE queues SET done = done + ? WHERE id = ?').run(done, queue.id);
};
