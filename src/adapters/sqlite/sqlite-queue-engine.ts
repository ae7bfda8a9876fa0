import { toMessageText } from '../../domain/message-text.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CountedDepth, OutgoingMessage, QueueEngine, SendResult } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import { buryRecord, readDeadLetters, redriveDeadLetters, settleDeadLetters } from './sqlite-queue-dead-letters.ts';
import { createQueueLeases, type QueueLeases } from './sqlite-queue-lease.ts';
import { createQueueRetention } from './sqlite-queue-retention.ts';
import { createQueueTables, type QueueRules, type StoredQueue } from './sqlite-queue-tables.ts';

export interface SqliteQueueEngineOptions<Name extends string, DeadLetterName extends string> {
  readonly engine: SqliteEngine;
  readonly clock: Clock;
  readonly random: Random;
  readonly queues: Readonly<Record<Name, QueueRules>>;
  /** Dead-letter queues of what is no queue: the stream's consumers. Nothing is sent to them or received from them. Default none. */
  readonly deadLetterQueues?: readonly DeadLetterName[];
  /** How long a dead letter is kept, counted from when its message was sent, as in SQS. Default 14, SQS's most. */
  readonly deadLetterRetentionDays?: number;
  /**
   * How long a message waits after a failure, by how often it was received (1 after the first failure).
   * Default: until its lease would have run out, as in SQS.
   */
  readonly retryDelaySeconds?: (receiveCount: number) => number;
}

/** A message that may carry attributes besides its correlation id. */
export interface AttributedMessage extends OutgoingMessage<unknown> {
  readonly attributes?: Readonly<Record<string, string>>;
}

/** The queues of one data folder; make one an engine, as making it frees the leases of the process before. */
export interface SqliteQueueEngine<Name extends string = string> extends QueueEngine<Name> {
  /** Inside a write of the same engine: sends, so that it happens together with whatever else that write does. */
  sendWithin(queue: Name, messages: readonly AttributedMessage[]): SendResult;
  /** Messages of all queues, dead letters aside, whose body holds this text as a JSON value. Reads every message. */
  countHolding(text: string): Promise<number>;
}

const MAX_RETENTION_DAYS = 14;

/** Queues on the embedded engine. Receiving and settling a batch are two small writes that join the group commit. */
export const createSqliteQueueEngine = <Name extends string, DeadLetterName extends string = never>(
  options: SqliteQueueEngineOptions<Name, DeadLetterName>,
): SqliteQueueEngine<Name | DeadLetterName> => {
  const { engine, clock, random } = options;
  const tables = createQueueTables(engine, options.queues, options.deadLetterQueues ?? []);
  const retention = createQueueRetention(engine, tables, options.deadLetterRetentionDays ?? MAX_RETENTION_DAYS);
  const leases = new Map<string, QueueLeases>();
  const leasesOf = (name: string): QueueLeases => {
    const known = leases.get(name);
    if (known !== undefined) return known;
    const made = createQueueLeases(engine, tables.queue(name), options.retryDelaySeconds ?? null);
    leases.set(name, made);
    return made;
  };

  const insertDelayed = engine.statement(
    'INSERT INTO queue_retries (queue, id, body, correlation_id, attributes, sent_at, visible_at, receive_count) VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
  );
  const lastId = engine.statement('SELECT sent FROM queues WHERE id = ?');
  const addSent = engine.statement('UPDATE queues SET sent = ?, appended = appended + ? WHERE id = ?');

  /** Inside a write. */
  const append = (queue: StoredQueue, batch: readonly Prepared[]): void => {
    const now = clock.now();
    const insert = engine.statement(`INSERT INTO ${queue.table} VALUES (?, ?, ?, ?, ?)`);
    let { sent: id } = lastId.get(queue.id) as { readonly sent: number };
    let appended = 0;
    for (const { text, correlationId, attributes, delayMs } of batch) {
      id += 1;
      if (delayMs > 0) insertDelayed.run(queue.id, id, text, correlationId, attributes, now, now + delayMs);
      else {
        insert.run(id, text, correlationId, attributes, now);
        appended += 1;
      }
    }
    addSent.run(id, appended, queue.id);
    if (appended > 0) engine.announce(queue.channel);
  };

  return {
    send: async (name, messages) => {
      const queue = tables.queue(name);
      const { batch, failed } = prepare(messages);
      if (batch.length > 0) await engine.write(() => append(queue, batch));
      return { failed };
    },
    sendWithin: (name, messages) => {
      const queue = tables.queue(name);
      const { batch, failed } = prepare(messages);
      if (batch.length > 0) append(queue, batch);
      return { failed };
    },
    countHolding: async (text) => {
      const quoted = JSON.stringify(text);
      const count = (from: string): number =>
        (engine.statement(`SELECT count(*) AS messages FROM ${from} WHERE instr(body, ?) > 0`).get(quoted) as { readonly messages: number }).messages;
      const queued = tables.all().filter(({ rules }) => rules !== null);
      return queued.reduce((sum, { table }) => sum + count(table), count('queue_retries'));
    },
    receive: async (name, max) => {
      const queue = leasesOf(name);
      if (max < 1 || !queue.hasVisible(clock.now())) return null;
      const token = random.id();
      return engine.write(() => queue.receive(max, token, clock.now()));
    },
    settle: async (name, token, outcome) => {
      const queue = leasesOf(name);
      return engine.write(() => queue.settle(token, outcome, clock.now()));
    },
    depth: async (name) => readDepth(engine, tables.holder(name), clock.now()),
    nextVisibleAt: async (name) => {
      const { id } = tables.queue(name);
      const row = engine
        .statement(
          `SELECT (SELECT min(visible_at) FROM queue_retries WHERE queue = ?1) AS retry, (SELECT min(until) FROM queue_leases WHERE queue = ?1) AS lease`,
        )
        .get(id) as { readonly retry: number | null; readonly lease: number | null };
      if (row.retry === null) return row.lease;
      return row.lease === null ? row.retry : Math.min(row.retry, row.lease);
    },
    deadLetters: async (name, max, after = null) => readDeadLetters(engine, tables.holder(name), max, after),
    addDeadLetter: async (deadLetterQueue, body, error, attributes) => {
      const at = clock.now();
      await engine.write(() => buryRecord(engine, tables.holderOrNew(deadLetterQueue), { body, error, attributes, at }));
    },
    redrive: async (name, messageIds) => {
      const queue = tables.holder(name);
      if (queue.rules === null)
        throw new RegError('STATE_INVALID', `${name} holds records of a stream, which no queue takes back: they go to their worker again.`);
      return engine.write(() => {
        engine.announce(queue.channel);
        return redriveDeadLetters(engine, queue, messageIds, clock.now());
      });
    },
    settleDeadLetters: async (name, outcome) => {
      const queue = tables.holder(name);
      await engine.write(() => settleDeadLetters(engine, queue, outcome));
    },
    expire: () => retention.expire(clock.now()),
    onArrival: (name, listener) => {
      engine.onAnnounced(tables.queue(name).channel, listener);
    },
  };
};

interface Prepared {
  readonly text: string;
  readonly correlationId: string;
  readonly attributes: string | null;
  readonly delayMs: number;
}

const prepare = (messages: readonly AttributedMessage[]): { readonly batch: readonly Prepared[]; readonly failed: SendResult['failed'] } => {
  const batch: Prepared[] = [];
  const failed: { index: number; reason: string }[] = [];
  messages.forEach(({ body, correlationId, traceparent, delaySeconds = 0, attributes }, index) => {
    const made = toMessageText(body, delaySeconds);
    if ('refusal' in made) failed.push({ index, reason: made.refusal });
    else
      batch.push({
        text: made.text,
        correlationId,
        attributes: attributes === undefined && traceparent === undefined ? null : JSON.stringify({ traceparent, ...attributes }),
        delayMs: Math.ceil(delaySeconds * 1000),
      });
  });
  return { batch, failed };
};

const readDepth = (engine: SqliteEngine, queue: StoredQueue, now: number): CountedDepth => {
  const counts = engine
    .statement(
      `SELECT sent, done, expired AS dropped, appended - claimed AS fresh,
        (SELECT coalesce(sum(messages), 0) FROM queue_leases WHERE queue = ?1 AND until > ?2) AS leased,
        (SELECT coalesce(sum(messages), 0) FROM queue_leases WHERE queue = ?1 AND until <= ?2) AS expired,
        (SELECT count(*) FROM queue_retries WHERE queue = ?1 AND visible_at <= ?2) AS due,
        (SELECT count(*) FROM queue_retries WHERE queue = ?1 AND visible_at > ?2 AND token IS NULL) AS delayed,
        (SELECT count(*) FROM queue_retries WHERE queue = ?1 AND visible_at > ?2 AND token IS NOT NULL) AS retried,
        (SELECT count(*) FROM dead_letters WHERE queue = ?1) AS dead,
        (SELECT min(sent_at) FROM queue_retries WHERE queue = ?1) AS oldest
      FROM queues WHERE id = ?1`,
    )
    .get(queue.id, now) as Record<'sent' | 'done' | 'dropped' | 'fresh' | 'leased' | 'expired' | 'due' | 'delayed' | 'retried' | 'dead', number> & {
    readonly oldest: number | null;
  };
  const first =
    queue.rules === null
      ? undefined
      : (engine.statement(`SELECT sent_at FROM ${queue.table} ORDER BY id LIMIT 1`).get() as { readonly sent_at: number } | undefined);
  const oldest = Math.min(counts.oldest ?? now, first?.sent_at ?? now);
  return {
    waiting: counts.fresh + counts.expired + counts.due,
    inFlight: counts.leased + counts.retried,
    delayed: counts.delayed,
    deadLetters: counts.dead,
    oldestAgeMs: Math.max(0, now - oldest),
    sent: counts.sent,
    done: counts.done,
    expired: counts.dropped,
  };
};
