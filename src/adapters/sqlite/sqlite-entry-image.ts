import { type EntryItem, type EntryKey, entryPartitionKey, type Verdict } from '../../domain/entry.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/**
 * The demand-table and its stream. What the fan gave is one immutable row of JSON (`entry_parts`), which the item
 * and the stream's images point to; so a verdict or a cleared flag writes a few small columns and parses nothing.
 * A part goes when the stream record that replaced it is trimmed, which is when nothing points to it any more.
 */
export const createEntryTables = (engine: SqliteEngine): void => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS entry_parts (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS entries (
      id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL, global_user_id TEXT NOT NULL,
      version INTEGER NOT NULL, flag INTEGER NOT NULL, verdict TEXT NOT NULL, access_code TEXT, selection TEXT,
      created_at TEXT NOT NULL, updated_at TEXT NOT NULL, part INTEGER NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS entries_key ON entries (campaign_id, global_user_id);
    CREATE TABLE IF NOT EXISTS entry_stream (
      sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, event INTEGER NOT NULL, campaign_id TEXT NOT NULL, global_user_id TEXT NOT NULL,
      new_version INTEGER, new_flag INTEGER, new_verdict TEXT, new_access_code TEXT, new_selection TEXT, new_created_at TEXT, new_updated_at TEXT, new_part INTEGER,
      old_version INTEGER, old_flag INTEGER, old_verdict TEXT, old_access_code TEXT, old_selection TEXT, old_created_at TEXT, old_updated_at TEXT, old_part INTEGER) STRICT;
    CREATE TABLE IF NOT EXISTS entry_stream_checkpoints (consumer TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;
  `);
};

/** Announced at each commit that put records on the stream. */
export const STREAM_CHANNEL = 'entry-stream';

/** Codes of `entry_stream.event`. A trimmed row stays as the last one, so that sequence numbers are never given twice. */
export const EVENT = { TRIMMED: 0, INSERT: 1, MODIFY: 2, REMOVE: 3 } as const;

/** An item's hot attributes, as stored. */
export interface EntryRow {
  readonly version: number;
  readonly flag: number;
  readonly verdict: Verdict;
  readonly access_code: string | null;
  readonly selection: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** The names of an item's attributes in the order in which they are written and read. */
export const ATTRIBUTES = 'version, flag, verdict, access_code, selection, created_at, updated_at, part';

/** The same with a prefix for each: `new_version, new_flag, …`. */
export const prefixed = (prefix: 'new_' | 'old_'): string =>
  ATTRIBUTES.split(', ')
    .map((name) => prefix + name)
    .join(', ');

type Column = 'PK' | 'SK' | keyof EntryKey | 'verdict' | 'accessCode' | 'selection' | 'needsReplication' | 'version' | 'createdAt' | 'updatedAt';

/** The part of an item that only its fan changes: whatever is no column. */
export type FanPart = Omit<EntryItem, Column>;

/** As JSON text. A new attribute of the item has to be named here before it compiles. */
export const fanPartOf = ({ entry, rankedMarkets, userInfo, fanModifiedAt, linkedFrom, correlationId, traceparent }: EntryItem): string => {
  const part: { readonly [A in keyof Required<FanPart>]: FanPart[A] | undefined } = {
    entry,
    rankedMarkets,
    userInfo,
    fanModifiedAt,
    linkedFrom,
    correlationId,
    traceparent,
  };
  return JSON.stringify(part);
};

/** The item as it was written. */
export const itemOf = ({ campaignId, globalUserId }: EntryKey, row: EntryRow, part: FanPart): EntryItem => {
  const item: { -readonly [A in keyof EntryItem]: EntryItem[A] } = {
    PK: entryPartitionKey({ campaignId, globalUserId }),
    SK: 'ENTRY',
    campaignId,
    globalUserId,
    entry: part.entry,
    rankedMarkets: part.rankedMarkets,
    userInfo: part.userInfo,
    verdict: row.verdict,
    needsReplication: row.flag === 1,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    fanModifiedAt: part.fanModifiedAt,
    correlationId: part.correlationId,
  };
  if (row.access_code !== null) item.accessCode = row.access_code;
  if (row.selection !== null) item.selection = JSON.parse(row.selection);
  if (part.linkedFrom !== undefined) item.linkedFrom = part.linkedFrom;
  if (part.traceparent !== undefined) item.traceparent = part.traceparent;
  return item;
};
