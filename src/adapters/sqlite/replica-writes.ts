import { hash } from 'node:crypto';
import { type EntryKey, isNewer, type Verdict } from '../../domain/entry.ts';
import { awardOutcome, isAheadOf } from '../../domain/replica.ts';
import type { Assignment, ReplicaState, ReplicaWrite } from '../../ports/entry-store.ts';
import type { CountChanges } from './replica-counts.ts';
import { HELD_COLUMNS, type HeldRow } from './replica-rows.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** The row-by-row steps of the Entry Service's writes; each runs inside a transaction of the engine. */
export interface ReplicaWrites {
  held(key: EntryKey): HeldRow | undefined;
  upsert(write: ReplicaWrite, score: number | null, counts: CountChanges): UpsertResult;
  remove(state: ReplicaState, counts: CountChanges): 'deleted' | 'stale';
  assign(assignment: Assignment, entry: Assignment['entries'][number], counts: CountChanges): 'assigned' | 'unchanged' | 'absent' | 'refused';
}

export interface UpsertResult {
  readonly outcome: 'applied' | 'stale';
  /** Whether the stored state has a score. */
  readonly scored: boolean;
}

/** An award as the columns hold it. */
interface AwardColumns {
  readonly verdict: Verdict;
  readonly accessCode: string | null;
  readonly selection: string | null;
  readonly wonMarket: string | null;
}

/** The tables have to be there already. */
export const createReplicaWrites = (engine: SqliteEngine): ReplicaWrites => {
  const select = engine.statement(`SELECT ${HELD_COLUMNS} FROM replicas WHERE campaign_id = ? AND global_user_id = ?`);
  const insert =
    engine.statement(`INSERT INTO replicas (deleted, version, created_at, updated_at, fan_modified_at, linked_from, verdict, access_code, selection,
    won_market, ranked_markets, entry, member_id, email, score, campaign_id, global_user_id) VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`);
  const update = engine.statement(`UPDATE replicas SET deleted = 0, version = ?, created_at = ?, updated_at = ?, fan_modified_at = ?, linked_from = ?,
    verdict = ?, access_code = ?, selection = ?, won_market = ?, ranked_markets = ?, entry = ?, member_id = ?, email = ?, score = ? WHERE id = ?`);
  const insertTombstone = engine.statement(`INSERT INTO replicas (deleted, version, created_at, updated_at, fan_modified_at, verdict, ranked_markets, entry,
    campaign_id, global_user_id) VALUES (1, ?, ?, '', '', 'PENDING', '', '{}', ?, ?)`);
  const bury = engine.statement(`UPDATE replicas SET deleted = 1, version = ?, created_at = ?, updated_at = '', fan_modified_at = '', linked_from = NULL,
    verdict = 'PENDING', access_code = NULL, selection = NULL, won_market = NULL, ranked_markets = '', entry = '{}', member_id = NULL, email = NULL,
    score = NULL WHERE id = ?`);
  const forgetGiven = engine.statement('DELETE FROM given_scores WHERE replica_id = ?');
  const award = engine.statement('UPDATE replicas SET verdict = ?, access_code = ?, selection = ?, won_market = ? WHERE id = ?');
  const holder = engine.statement('SELECT replica_id AS replicaId, created_at AS createdAt FROM code_holders WHERE code_hash = ?');
  const claim = engine.statement('INSERT OR IGNORE INTO code_holders VALUES (?, ?, ?)');

  const held = ({ campaignId, globalUserId }: EntryKey) => select.get(campaignId, globalUserId) as unknown as HeldRow | undefined;

  /** `false` where there is a row of this key. */
  const insertNew = (write: ReplicaWrite, score: number | null, counts: CountChanges): boolean => {
    const { campaignId, globalUserId, version, createdAt, updatedAt, fanModifiedAt, linkedFrom = null } = write;
    const award = columnsOf(write);
    const rankedMarkets = write.rankedMarkets.join('>');
    const { changes, lastInsertRowid } = insert.run(
      ...[version, createdAt, updatedAt, fanModifiedAt, linkedFrom, award.verdict, award.accessCode, award.selection, award.wonMarket],
      ...[rankedMarkets, JSON.stringify(write.entry), write.userInfo.memberId ?? null, emailOf(write), score, campaignId, globalUserId],
    );
    if (changes === 0) return false;
    counts.add(campaignId, { ...award, rankedMarkets });
    if (write.accessCode !== undefined) claim.run(hashOf(write.accessCode), lastInsertRowid, createdAt);
    return true;
  };

  const replace = (row: HeldRow, write: ReplicaWrite, score: number | null, counts: CountChanges): UpsertResult => {
    if (!isNewer(write, row)) return { outcome: 'stale', scored: row.deleted === 1 || row.score !== null };
    const { campaignId, version, createdAt, updatedAt, fanModifiedAt, linkedFrom = null } = write;
    const living = row.deleted === 0;
    const sameLife = living && row.createdAt === createdAt;
    const award = sameLife && isAheadOf(awardOf(row), write) ? row : columnsOf(write);
    const rankedMarkets = write.rankedMarkets.join('>');
    const nextScore = sameLife && row.isGiven === 1 ? row.score : (score ?? (sameLife ? row.score : null));
    if (!sameLife && row.isGiven === 1) forgetGiven.run(row.id);
    update.run(
      ...[version, createdAt, updatedAt, fanModifiedAt, linkedFrom, award.verdict, award.accessCode, award.selection, award.wonMarket],
      ...[rankedMarkets, JSON.stringify(write.entry), write.userInfo.memberId ?? null, emailOf(write), nextScore, row.id],
    );
    if (living) counts.take(campaignId, row);
    counts.add(campaignId, { ...award, rankedMarkets });
    // A replica that is made anew has to learn again which codes were ever in use.
    if (write.accessCode !== undefined && write.accessCode !== row.accessCode) claim.run(hashOf(write.accessCode), row.id, createdAt);
    return { outcome: 'applied', scored: nextScore !== null };
  };

  return {
    held,
    upsert: (write, score, counts) => {
      // A first version hardly ever meets a row, so it is not looked for.
      const row = write.version === 1 ? undefined : held(write);
      if (row !== undefined) return replace(row, write, score, counts);
      if (insertNew(write, score, counts)) return { outcome: 'applied', scored: score !== null };
      return replace(held(write) as HeldRow, write, score, counts);
    },
    remove: (state, counts) => {
      const row = held(state);
      if (row === undefined) {
        insertTombstone.run(state.version, state.createdAt, state.campaignId, state.globalUserId);
        return 'deleted';
      }
      if (isNewer(row, state)) return 'stale';
      if (row.deleted === 0) counts.take(state.campaignId, row);
      if (row.isGiven === 1) forgetGiven.run(row.id);
      bury.run(state.version, state.createdAt, row.id);
      return 'deleted';
    },
    assign: ({ campaignId, codes }, entry, counts) => {
      const row = held({ campaignId, globalUserId: entry.globalUserId });
      if (row === undefined || row.deleted === 1) return 'absent';
      const outcome = awardOutcome(awardOf(row), entry);
      if (outcome !== 'assign') return outcome;
      const { accessCode } = entry;
      if (accessCode !== undefined && codes === 'unique' && claim.run(hashOf(accessCode), row.id, row.createdAt).changes === 0) {
        const { replicaId, createdAt } = holder.get(hashOf(accessCode)) as unknown as { readonly replicaId: number; readonly createdAt: string };
        if (replicaId !== row.id || createdAt !== row.createdAt) return 'refused';
      }
      const next = columnsOf(entry);
      award.run(next.verdict, next.accessCode, next.selection, next.wonMarket, row.id);
      counts.take(campaignId, row);
      counts.add(campaignId, { ...next, rankedMarkets: row.rankedMarkets });
      return 'assigned';
    },
  };
};

const awardOf = ({ verdict, accessCode, wonMarket }: HeldRow) => ({
  verdict,
  ...(accessCode === null ? {} : { accessCode }),
  ...(wonMarket === null ? {} : { selection: { drawId: '', position: 1, marketId: wonMarket, waitlist: [] } }),
});

const columnsOf = ({ verdict, accessCode, selection }: Pick<ReplicaWrite, 'verdict' | 'accessCode' | 'selection'>): AwardColumns => ({
  verdict,
  accessCode: accessCode ?? null,
  selection: selection === undefined ? null : JSON.stringify(selection),
  wonMarket: verdict === 'WINNER' ? (selection?.marketId ?? null) : null,
});

/** As it stands on invite lists. */
const emailOf = ({ userInfo: { email } }: ReplicaWrite): string => email.trim().toLowerCase();

const hashOf = (code: string): Uint8Array => hash('sha256', code, 'buffer');
