import type { EntryItem } from '../../domain/entry.ts';
import { RegError } from '../../errors.ts';
import type { ChangeRecord, ChangeStream, ChangeWanted } from '../../ports/change-stream.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import { createEntryTables, type EntryRow, EVENT, type FanPart, itemOf, prefixed, STREAM_CHANNEL } from './sqlite-entry-image.ts';

export interface SqliteChangeStreamOptions<Consumer extends string> {
  readonly engine: SqliteEngine;
  readonly clock: Clock;
  /** Who reads; a new one begins at the oldest record that is left. Records are kept until all of them have passed. */
  readonly consumers: readonly Consumer[];
}

type StreamRow = { readonly [A in keyof EntryRow as `${'new_' | 'old_'}${A}`]: EntryRow[A] } & {
  readonly sequence: number;
  readonly at: number;
  readonly event: number;
  readonly campaign_id: string;
  readonly global_user_id: string;
  readonly new_json: string | null;
  readonly old_json: string | null;
};

/** The stream of one data folder. */
export interface SqliteChangeStream<Consumer extends string> extends ChangeStream<Consumer> {
  /** Records of a fan that are not trimmed yet. */
  countOf(globalUserId: string): Promise<number>;
}

/** Rows of one transaction of `trim`, so that it never holds up the others for long. */
const TRIM_ROWS = 2000;

const EVENT_NAMES: readonly ChangeRecord['eventName'][] = ['INSERT', 'MODIFY', 'REMOVE'];

/** The demand-table's stream on the embedded engine; `createSqliteEntryTable` writes it. */
export const createSqliteChangeStream = <Consumer extends string>({
  engine,
  clock,
  consumers,
}: SqliteChangeStreamOptions<Consumer>): SqliteChangeStream<Consumer> => {
  createEntryTables(engine);
  const last = engine.statement('SELECT max(sequence) AS sequence FROM entry_stream');
  const saveCheckpoint = engine.statement(
    'INSERT INTO entry_stream_checkpoints VALUES (?, ?) ON CONFLICT DO UPDATE SET sequence = excluded.sequence WHERE excluded.sequence > sequence',
  );
  const countOf = engine.statement(`SELECT count(*) AS records FROM entry_stream WHERE global_user_id = ? AND event <> ${EVENT.TRIMMED}`);
  const firstAfter = engine.statement(`SELECT sequence, at FROM entry_stream WHERE sequence > ? AND event <> ${EVENT.TRIMMED} ORDER BY sequence LIMIT 1`);

  /** What a consumer has passed, including records that it does not want and that no checkpoint has taken in yet. */
  const passed = new Map<string, number>();
  for (const consumer of consumers) {
    const row = engine.statement('SELECT sequence FROM entry_stream_checkpoints WHERE consumer = ?').get(consumer) as { sequence: number } | undefined;
    passed.set(consumer, row?.sequence ?? 0);
  }

  const passedBy = (consumer: string): number => {
    const sequence = passed.get(consumer);
    if (sequence === undefined) throw new RegError('NOT_FOUND', `The stream has no consumer ${consumer}. Its consumers: ${consumers.join(', ')}.`);
    return sequence;
  };
  const pass = (consumer: string, sequence: number): void => {
    if (sequence > passedBy(consumer)) passed.set(consumer, sequence);
  };
  const newest = (): number => (last.get() as { readonly sequence: number | null }).sequence ?? 0;

  return {
    read: async (consumer, max, wants) => {
      const from = passedBy(consumer);
      const end = newest();
      if (end <= from) return [];
      const filter = wants === undefined ? null : filterOf(wants);
      const rows = engine.statement(selectRecords(filter?.sql ?? null)).all(from, ...(filter?.values ?? []), max) as unknown as readonly StreamRow[];
      if (rows.length === 0) pass(consumer, end);
      return rows.map(recordOf);
    },
    checkpoint: async (consumer, sequenceNumber) => {
      const sequence = Number(sequenceNumber);
      if (!Number.isSafeInteger(sequence) || sequence < 1 || sequence > newest())
        throw new RegError('INTERNAL', `The stream has no record ${sequenceNumber}: a checkpoint names a record that was read.`);
      if (sequence > passedBy(consumer)) await engine.write(() => void saveCheckpoint.run(consumer, sequence));
      pass(consumer, sequence);
    },
    lag: async (consumer) => {
      const from = passedBy(consumer);
      const next = firstAfter.get(from) as { readonly sequence: number; readonly at: number } | undefined;
      if (next === undefined) return { records: 0, oldestAgeMs: 0 };
      // Sequence numbers have no gaps.
      return { records: newest() - next.sequence + 1, oldestAgeMs: Math.max(0, clock.now() - next.at) };
    },
    countOf: async (globalUserId) => (countOf.get(globalUserId) as { readonly records: number }).records,
    trim: async () => {
      if (consumers.length === 0) return;
      const until = Math.min(...consumers.map(passedBy));
      const moved = consumers.map((consumer) => [consumer, passedBy(consumer)] as const);
      await engine.write(() => {
        for (const [consumer, sequence] of moved) saveCheckpoint.run(consumer, sequence);
      });
      while (await engine.write(() => trimSome(engine, until)));
    },
    onAppend: (listener) => {
      engine.onAnnounced(STREAM_CHANNEL, listener);
    },
  };
};

/** Drops the oldest records up to `until`, and the fans' parts that they replaced; says whether there is more to drop. */
const trimSome = (engine: SqliteEngine, until: number): boolean => {
  const row = engine
    .statement(`SELECT min(sequence) AS first, (SELECT max(sequence) FROM entry_stream) AS last FROM entry_stream WHERE event <> ${EVENT.TRIMMED}`)
    .get() as { first: number | null; last: number | null };
  if (row.first === null || row.last === null || row.first > until) return false;
  const to = Math.min(until, row.first + TRIM_ROWS - 1);
  engine
    .statement(
      `DELETE FROM entry_parts WHERE id IN (SELECT old_part FROM entry_stream WHERE sequence BETWEEN ? AND ? AND old_part IS NOT NULL AND old_part IS NOT new_part)`,
    )
    .run(row.first, to);
  // The last row stays, emptied: SQLite would give its number again.
  engine.statement('DELETE FROM entry_stream WHERE sequence <= ? AND sequence < ?').run(to, row.last);
  if (to === row.last)
    engine
      .statement(
        `UPDATE entry_stream SET event = ${EVENT.TRIMMED}, campaign_id = '', global_user_id = '', ${`${prefixed('new_')}, ${prefixed('old_')}`
          .split(', ')
          .map((column) => `${column} = NULL`)
          .join(', ')} WHERE sequence = ?`,
      )
      .run(to);
  return to < until;
};

const selectRecords = (filter: string | null): string => `
  SELECT s.*, n.json AS new_json, o.json AS old_json FROM entry_stream AS s
  LEFT JOIN entry_parts AS n ON n.id = s.new_part
  LEFT JOIN entry_parts AS o ON o.id = s.old_part AND s.old_part IS NOT s.new_part
  WHERE s.sequence > ? AND s.event <> ${EVENT.TRIMMED} ${filter === null ? '' : `AND (${filter})`} ORDER BY s.sequence LIMIT ?`;

/** The same text for the same shape of `wants`, so that its statement is prepared once. */
const filterOf = (wants: readonly ChangeWanted[]): { readonly sql: string; readonly values: readonly (string | number)[] } => {
  const values: (string | number)[] = [];
  const all = wants.map(({ eventName, needsReplication, verdict }) => {
    const parts: string[] = [];
    if (eventName !== undefined) {
      parts.push('s.event = ?');
      values.push(EVENT[eventName]);
    }
    if (needsReplication !== undefined) {
      parts.push('s.new_flag = ?');
      values.push(needsReplication ? 1 : 0);
    }
    if (verdict !== undefined) {
      parts.push('s.new_verdict = ?');
      values.push(verdict);
    }
    return parts.length === 0 ? 'TRUE' : `(${parts.join(' AND ')})`;
  });
  return { sql: all.length === 0 ? 'FALSE' : all.join(' OR '), values };
};

const recordOf = (row: StreamRow): ChangeRecord => {
  const key = { campaignId: row.campaign_id, globalUserId: row.global_user_id };
  const newPart: FanPart | null = row.new_json === null ? null : JSON.parse(row.new_json);
  const oldPart: FanPart | null = row.old_json === null ? newPart : JSON.parse(row.old_json);
  return {
    sequenceNumber: String(row.sequence),
    eventName: EVENT_NAMES[row.event - 1] as ChangeRecord['eventName'],
    at: row.at,
    newImage: newPart === null ? null : newImage(key, row, newPart),
    oldImage: row.event === EVENT.INSERT || oldPart === null ? null : oldImage(key, row, oldPart),
  };
};

type Key = { readonly campaignId: string; readonly globalUserId: string };

const newImage = (key: Key, row: StreamRow, part: FanPart): EntryItem =>
  itemOf(
    key,
    {
      version: row.new_version,
      flag: row.new_flag,
      verdict: row.new_verdict,
      access_code: row.new_access_code,
      selection: row.new_selection,
      created_at: row.new_created_at,
      updated_at: row.new_updated_at,
    },
    part,
  );

const oldImage = (key: Key, row: StreamRow, part: FanPart): EntryItem =>
  itemOf(
    key,
    {
      version: row.old_version,
      flag: row.old_flag,
      verdict: row.old_verdict,
      access_code: row.old_access_code,
      selection: row.old_selection,
      created_at: row.old_created_at,
      updated_at: row.old_updated_at,
    },
    part,
  );
