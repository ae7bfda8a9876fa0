import type { EntrySelection, Verdict } from '../../domain/entry.ts';
import type { Replica } from '../../ports/entry-store.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/**
 * `deleted` rows are tombstones: keys and version alone. `won_market` is set for winners only. `code_holders` names
 * each unique code's one holder for good, by hash and without the fan's id, so that it outlives an erasure. `given_scores`
 * names the rows whose score an operator set.
 */
export const createReplicaTables = (engine: SqliteEngine): void =>
  engine.schema(`
    CREATE TABLE IF NOT EXISTS replicas (
      id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL, global_user_id TEXT NOT NULL, deleted INTEGER NOT NULL, version INTEGER NOT NULL,
      created_at TEXT NOT NULL, updated_at TEXT NOT NULL, fan_modified_at TEXT NOT NULL, linked_from TEXT,
      verdict TEXT NOT NULL, access_code TEXT, selection TEXT, won_market TEXT,
      ranked_markets TEXT NOT NULL, entry TEXT NOT NULL, member_id TEXT, email TEXT, score INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS replicas_key ON replicas (campaign_id, global_user_id);
    CREATE INDEX IF NOT EXISTS replicas_won ON replicas (won_market, global_user_id) WHERE won_market IS NOT NULL;
    CREATE TABLE IF NOT EXISTS code_holders (code_hash BLOB NOT NULL UNIQUE, replica_id INTEGER NOT NULL, created_at TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS given_scores (replica_id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE IF NOT EXISTS invites (value TEXT NOT NULL, campaign_id TEXT NOT NULL, key TEXT NOT NULL, UNIQUE (value, campaign_id, key)) STRICT;
  `);

/** What a write has to know of the row it meets. */
export interface HeldRow {
  readonly id: number;
  readonly deleted: 0 | 1;
  readonly version: number;
  readonly createdAt: string;
  readonly verdict: Verdict;
  readonly accessCode: string | null;
  readonly selection: string | null;
  readonly wonMarket: string | null;
  readonly rankedMarkets: string;
  readonly memberId: string | null;
  readonly email: string | null;
  readonly score: number | null;
  readonly isGiven: 0 | 1;
}

export const HELD_COLUMNS = `id, deleted, version, created_at AS createdAt, verdict, access_code AS accessCode, selection, won_market AS wonMarket,
  ranked_markets AS rankedMarkets, member_id AS memberId, email, score, EXISTS (SELECT 1 FROM given_scores WHERE replica_id = replicas.id) AS isGiven`;

interface DocumentRow {
  readonly campaignId: string;
  readonly globalUserId: string;
  readonly entry: string;
  readonly verdict: Verdict;
  readonly accessCode: string | null;
  readonly selection: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly fanModifiedAt: string;
  readonly linkedFrom: string | null;
  readonly score: number | null;
}

export const DOCUMENT_COLUMNS = `campaign_id AS campaignId, global_user_id AS globalUserId, entry, verdict, access_code AS accessCode, selection, version,
  created_at AS createdAt, updated_at AS updatedAt, fan_modified_at AS fanModifiedAt, linked_from AS linkedFrom, score`;

/** Takes a row of DOCUMENT_COLUMNS. */
export const toReplica = (value: unknown): Replica => {
  const row = value as DocumentRow;
  return {
    campaignId: row.campaignId,
    globalUserId: row.globalUserId,
    entry: JSON.parse(row.entry),
    verdict: row.verdict,
    ...(row.accessCode === null ? {} : { accessCode: row.accessCode }),
    ...(row.selection === null ? {} : { selection: JSON.parse(row.selection) as EntrySelection }),
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    fanModifiedAt: row.fanModifiedAt,
    ...(row.linkedFrom === null ? {} : { linkedFrom: row.linkedFrom }),
    score: row.score,
  };
};
