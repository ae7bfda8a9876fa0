import type { SqliteEngine } from './sqlite-engine.ts';
import type { QueueTables, StoredQueue } from './sqlite-queue-tables.ts';

export interface QueueRetention {
  /** Drops what is too old by `now`; looks at most once a minute. Answers how many it dropped. */
  expire(now: number): Promise<number>;
}

const DAY_MS = 86_400_000;
const LOOK_MS = 60_000;
/** Calls further apart than this mean that nobody was there in between. */
const PRESENT_MS = 600_000;
/** Rows of one transaction, so that it never holds up the others for long. */
const DROPPED_AT_ONCE = 2000;

interface Presence {
  readonly from_at: number;
  readonly to_at: number;
}

interface Cutoffs {
  readonly now: number;
  /** What was sent by then is too old; null where nothing is. */
  readonly message: number | null;
  readonly deadLetter: number | null;
}

/**
 * Retention counts the time in which somebody was there to handle messages: `queue_presence` has one row for each such
 * stretch. A process that was down, a laptop that slept and a clock that jumped make a gap, in which nothing grows old.
 */
export const createQueueRetention = (engine: SqliteEngine, tables: QueueTables, deadLetterDays: number): QueueRetention => {
  engine.schema('CREATE TABLE IF NOT EXISTS queue_presence (from_at INTEGER PRIMARY KEY, to_at INTEGER NOT NULL) STRICT');
  const stretches = engine.statement('SELECT from_at, to_at FROM queue_presence ORDER BY from_at DESC');
  let lastLook = Number.NEGATIVE_INFINITY;

  /** The instant since which `days` of presence have passed; null while there were fewer. */
  const instantBefore = (days: number): number | null => {
    let left = days * DAY_MS;
    for (const { from_at, to_at } of stretches.all() as unknown as readonly Presence[]) {
      if (to_at - from_at >= left) return to_at - left;
      left -= to_at - from_at;
    }
    return null;
  };

  /** Inside a write. */
  const bePresent = (now: number): void => {
    const last = stretches.get() as Presence | undefined;
    if (last === undefined || now - last.to_at > PRESENT_MS) engine.statement('INSERT INTO queue_presence VALUES (?, ?)').run(now, now);
    else if (now > last.to_at) engine.statement('UPDATE queue_presence SET to_at = ? WHERE from_at = ?').run(now, last.from_at);
    const longest = instantBefore(Math.max(deadLetterDays, ...tables.all().map(({ rules }) => rules?.retentionDays ?? 0)));
    if (longest !== null) engine.statement('DELETE FROM queue_presence WHERE to_at < ?').run(longest);
  };

  return {
    expire: async (now) => {
      if (now >= lastLook && now - lastLook < LOOK_MS) return 0;
      lastLook = now;
      await engine.write(() => bePresent(now));
      const deadLetter = instantBefore(deadLetterDays);
      let expired = 0;
      for (const queue of tables.all()) {
        const cutoffs = { now, message: queue.rules === null ? null : instantBefore(queue.rules.retentionDays), deadLetter };
        let dropped = 0;
        do {
          dropped = holdsOlder(engine, queue, cutoffs) ? await engine.write(() => dropSome(engine, queue, cutoffs)) : 0;
          expired += dropped;
        } while (dropped > 0);
      }
      return expired;
    },
  };
};

/** A read that is answered from indexes, so that a look that finds nothing costs no transaction. */
const holdsOlder = (engine: SqliteEngine, { id, table }: StoredQueue, { now, message, deadLetter }: Cutoffs): boolean => {
  const found = (sql: string, ...values: number[]): boolean => engine.statement(`SELECT EXISTS (${sql}) AS found`).get(...values)?.found === 1;
  if (deadLetter !== null && found('SELECT 1 FROM dead_letters WHERE queue = ? AND sent_at <= ?', id, deadLetter)) return true;
  if (message === null) return false;
  return (
    found(`SELECT 1 FROM queue_retries WHERE queue = ?1 AND sent_at <= ?3 AND ${NOT_IN_FLIGHT}`, id, now, message) ||
    found(
      `SELECT 1 FROM (SELECT sent_at FROM ${table} WHERE id > (SELECT claimed_to FROM queues WHERE id = ?) ORDER BY id LIMIT 1) WHERE sent_at <= ?`,
      id,
      message,
    ) ||
    found(`SELECT 1 FROM queue_leases JOIN ${table} AS m ON m.id BETWEEN from_id AND to_id WHERE queue = ? AND until <= ? AND m.sent_at <= ?`, id, now, message)
  );
};

const NOT_IN_FLIGHT = '(token IS NULL OR visible_at <= ?2)';

/** Inside a write. */
const dropSome = (engine: SqliteEngine, queue: StoredQueue, { now, message, deadLetter }: Cutoffs): number => {
  const dropFrom = (rows: string, where: string, ...values: number[]): number =>
    Number(engine.statement(`DELETE FROM ${rows} WHERE rowid IN (SELECT rowid FROM ${rows} WHERE ${where} LIMIT ${DROPPED_AT_ONCE})`).run(...values).changes);
  let dropped = deadLetter === null ? 0 : dropFrom('dead_letters', 'queue = ? AND sent_at <= ?', queue.id, deadLetter);
  if (message !== null) {
    dropped += dropFrom('queue_retries', `queue = ?1 AND sent_at <= ?3 AND ${NOT_IN_FLIGHT}`, queue.id, now, message);
    dropped += dropUnclaimed(engine, queue, message);
    dropped += dropFromEndedLeases(engine, queue, now, message);
  }
  engine.statement('UPDATE queues SET expired = expired + ? WHERE id = ?').run(dropped, queue.id);
  return dropped;
};

/** They count as claimed, so that receivers go on behind them. */
const dropUnclaimed = (engine: SqliteEngine, { id, table }: StoredQueue, cutoff: number): number => {
  const oldest = engine
    .statement(`SELECT id, sent_at FROM ${table} WHERE id > (SELECT claimed_to FROM queues WHERE id = ?) ORDER BY id LIMIT ${DROPPED_AT_ONCE}`)
    .all(id) as unknown as readonly { readonly id: number; readonly sent_at: number }[];
  const newer = oldest.findIndex(({ sent_at }) => sent_at > cutoff);
  const old = newer === -1 ? oldest : oldest.slice(0, newer);
  const last = old.at(-1);
  if (last === undefined) return 0;
  engine.statement(`DELETE FROM ${table} WHERE id BETWEEN ? AND ?`).run((old[0] as { readonly id: number }).id, last.id);
  engine.statement('UPDATE queues SET claimed = claimed + ?, claimed_to = ? WHERE id = ?').run(old.length, last.id, id);
  return old.length;
};

/** What nobody holds any more although it was claimed once: its worker was gone before its queue was asked again. */
const dropFromEndedLeases = (engine: SqliteEngine, { id, table }: StoredQueue, now: number, cutoff: number): number => {
  const leases = engine.statement('SELECT id, from_id, to_id FROM queue_leases WHERE queue = ? AND until <= ?').all(id, now) as unknown as readonly {
    readonly id: number;
    readonly from_id: number;
    readonly to_id: number;
  }[];
  let dropped = 0;
  for (const lease of leases) {
    const { changes } = engine.statement(`DELETE FROM ${table} WHERE id BETWEEN ? AND ? AND sent_at <= ?`).run(lease.from_id, lease.to_id, cutoff);
    engine.statement('UPDATE queue_leases SET messages = messages - ? WHERE id = ?').run(changes, lease.id);
    engine.statement('DELETE FROM queue_leases WHERE id = ? AND messages = 0').run(lease.id);
    dropped += Number(changes);
  }
  return dropped;
};
