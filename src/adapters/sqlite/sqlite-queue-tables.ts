import { RegError } from '../../errors.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** A queue's rules, as in the topology. */
export interface QueueRules {
  readonly deadLetterQueue: string;
  /** How long a receiver has before its messages are received again. */
  readonly visibilitySeconds: number;
  /** Deliveries of one message before a further failure dead-letters it. */
  readonly maxReceiveCount: number;
  /** How long a message waits at most. */
  readonly retentionDays: number;
}

/** One queue as it is stored. One that only takes dead letters of something else has no rules. */
export interface StoredQueue {
  readonly id: number;
  readonly name: string;
  readonly rules: QueueRules | null;
  readonly channel: string;
  /** `queue_<id>`: the table of its messages. */
  readonly table: string;
}

export interface QueueTables {
  /** A queue that can be sent to and received from. Throws `NOT_FOUND`. */
  queue(name: string): StoredQueue & { readonly rules: QueueRules };
  /** A queue by its own name, or by that of its dead-letter queue. Throws `NOT_FOUND`. */
  holder(name: string): StoredQueue;
  /** The same, making a dead-letter queue that nobody has named yet. */
  holderOrNew(name: string): StoredQueue;
  /** Each queue once. */
  all(): readonly StoredQueue[];
}

/** Characters of a dead letter's error that are kept. */
export const LONGEST_ERROR = 1000;

/** Columns that a message keeps wherever it is. */
export const MESSAGE = 'body, correlation_id, attributes, sent_at';

/**
 * Messages wait in one append-only table a queue, in the order of their ids, and are claimed by moving `claimed_to`
 * forward: a lease is one row for a range of ids, acknowledged by deleting the range. What needs a time of its own
 * (delayed, failed, redriven) is in `queue_retries`, one row a message. The counters make conservation checkable:
 * sent = done + waiting (appended - claimed) + leased + retries + dead letters + expired.
 */
export const createQueueTables = (engine: SqliteEngine, rules: Readonly<Record<string, QueueRules>>, deadLetterQueues: readonly string[]): QueueTables => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS queues (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, sent INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0,
      appended INTEGER NOT NULL DEFAULT 0, claimed INTEGER NOT NULL DEFAULT 0, claimed_to INTEGER NOT NULL DEFAULT 0,
      expired INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE IF NOT EXISTS queue_leases (
      id INTEGER PRIMARY KEY, queue INTEGER NOT NULL, token TEXT NOT NULL, from_id INTEGER NOT NULL, to_id INTEGER NOT NULL, messages INTEGER NOT NULL,
      until INTEGER NOT NULL, receive_count INTEGER NOT NULL, first_received_at INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS queue_leases_until ON queue_leases (queue, until);
    CREATE INDEX IF NOT EXISTS queue_leases_token ON queue_leases (token);
    CREATE TABLE IF NOT EXISTS queue_retries (
      queue INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL,
      visible_at INTEGER NOT NULL, receive_count INTEGER NOT NULL, first_received_at INTEGER, token TEXT) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS queue_retries_id ON queue_retries (queue, id);
    CREATE INDEX IF NOT EXISTS queue_retries_visible ON queue_retries (queue, visible_at, id);
    CREATE INDEX IF NOT EXISTS queue_retries_token ON queue_retries (token) WHERE token IS NOT NULL;
    CREATE INDEX IF NOT EXISTS queue_retries_sent ON queue_retries (queue, sent_at);
    CREATE TABLE IF NOT EXISTS dead_letters (
      queue INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL,
      dead_at INTEGER NOT NULL, receive_count INTEGER NOT NULL, error TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS dead_letters_id ON dead_letters (queue, id);
    CREATE INDEX IF NOT EXISTS dead_letters_sent ON dead_letters (queue, sent_at);
    -- The folder belongs to this process alone, so whoever held a lease is gone: its messages can be received at once.
    UPDATE queue_leases SET until = 0;
    UPDATE queue_retries SET visible_at = 0 WHERE token IS NOT NULL;
  `);
  const byName = new Map<string, StoredQueue>();

  const store = (name: string, queueRules: QueueRules | null): StoredQueue => {
    engine.statement('INSERT INTO queues (name) VALUES (?) ON CONFLICT DO NOTHING').run(name);
    const { id } = engine.statement('SELECT id FROM queues WHERE name = ?').get(name) as { readonly id: number };
    return { id, name, rules: queueRules, channel: `queue:${name}`, table: `queue_${id}` };
  };

  for (const [name, queueRules] of Object.entries(rules)) {
    const queue = store(name, queueRules);
    engine.schema(
      `CREATE TABLE IF NOT EXISTS ${queue.table} (id INTEGER PRIMARY KEY, body TEXT NOT NULL, correlation_id TEXT NOT NULL, attributes TEXT, sent_at INTEGER NOT NULL) STRICT`,
    );
    byName.set(name, queue);
    byName.set(queueRules.deadLetterQueue, queue);
  }
  for (const name of deadLetterQueues) if (!byName.has(name)) byName.set(name, store(name, null));

  const holder = (name: string): StoredQueue => {
    const queue = byName.get(name);
    if (queue === undefined) throw new RegError('NOT_FOUND', `There is no queue ${name}: "reg queues" lists what there is.`, { detail: { queue: name } });
    return queue;
  };

  return {
    queue: (name) => {
      const queue = holder(name);
      if (queue.rules === null || queue.name !== name)
        throw new RegError('NOT_FOUND', `${name} is a dead-letter queue: nothing is sent to it or received from it.`, { detail: { queue: name } });
      return { ...queue, rules: queue.rules };
    },
    holder,
    all: () => [...new Set(byName.values())],
    holderOrNew: (name) => {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const made = store(name, null);
      byName.set(name, made);
      return made;
    },
  };
};

export const messageIdOf = (queue: StoredQueue, id: number): string => `${queue.name}-${id}`;

/** The number in a message id of this queue; null for any other text. */
export const numberOf = (queue: StoredQueue, messageId: string): number | null => {
  if (!messageId.startsWith(`${queue.name}-`)) return null;
  const digits = messageId.slice(queue.name.length + 1);
  return /^[1-9][0-9]{0,15}$/.test(digits) ? Number(digits) : null;
};

/** What a receiver sees besides the body. `attributes` is JSON text, null where there is only the correlation id. */
export const attributesOf = (correlationId: string, attributes: string | null): Readonly<Record<string, string>> =>
  attributes === null ? { correlationId } : { ...(JSON.parse(attributes) as Record<string, string>), correlationId };
