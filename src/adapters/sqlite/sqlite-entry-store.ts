import type { EntryKey } from '../../domain/entry.ts';
import type { EntryStore, Replica, ReplicaPage } from '../../ports/entry-store.ts';
import { createReplicaCounts } from './replica-counts.ts';
import { createReplicaTables, DOCUMENT_COLUMNS, toReplica } from './replica-rows.ts';
import { createReplicaWrites } from './replica-writes.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** The Entry Service's store in the embedded engine; batches that arrive together share one transaction. */
export const createSqliteEntryStore = ({ engine }: { readonly engine: SqliteEngine }): EntryStore => {
  createReplicaTables(engine);
  const counts = createReplicaCounts(engine);
  const writes = createReplicaWrites(engine);
  const select = engine.statement(`SELECT ${DOCUMENT_COLUMNS} FROM replicas WHERE campaign_id = ? AND global_user_id = ? AND deleted = 0`);
  const listStart = `SELECT ${DOCUMENT_COLUMNS} FROM replicas WHERE campaign_id = ? AND global_user_id > ? AND deleted = 0`;
  const list = engine.statement(`${listStart} ORDER BY global_user_id LIMIT ?`);
  const listByVerdict = engine.statement(`${listStart} AND verdict = ? ORDER BY global_user_id LIMIT ?`);
  const listWinners = engine.statement(`SELECT ${DOCUMENT_COLUMNS} FROM replicas WHERE won_market = ? AND global_user_id > ? ORDER BY global_user_id LIMIT ?`);
  const setScore = engine.statement('UPDATE replicas SET score = ? WHERE id = ?');
  const keepGiven = engine.statement('INSERT OR IGNORE INTO given_scores VALUES (?)');
  const selectInvite = engine.statement('SELECT 1 FROM invites WHERE value = ? AND campaign_id = ? AND key = ?');
  const insertInvite = engine.statement('INSERT OR IGNORE INTO invites VALUES (?, ?, ?)');
  const deleteInvite = engine.statement('DELETE FROM invites WHERE value = ? AND key = ?');
  // The row stays, as a code's holder is known by its number.
  const forget = engine.statement("UPDATE replicas SET global_user_id = 'erased:' || id WHERE campaign_id = ? AND global_user_id = ? AND deleted = 1");
  const selectCampaigns = engine.statement('SELECT DISTINCT campaign_id AS campaignId FROM replica_counts');

  const get = ({ campaignId, globalUserId }: EntryKey): Replica | null => {
    const row = select.get(campaignId, globalUserId);
    return row === undefined ? null : toReplica(row);
  };

  const campaignIds = (): readonly string[] =>
    (selectCampaigns.all() as unknown as readonly { readonly campaignId: string }[]).map(({ campaignId }) => campaignId);

  return {
    parts: ['all'],
    upsert: (entries, scores) =>
      engine.write(() => {
        const changes = counts.changes();
        const results = entries.map((entry, index) => writes.upsert(entry, scores[index] ?? null, changes));
        changes.apply();
        return results;
      }),
    remove: (states) =>
      engine.write(() => {
        const changes = counts.changes();
        const results = states.map((state) => writes.remove(state, changes));
        changes.apply();
        return results;
      }),
    assign: (assignment) =>
      engine.write(() => {
        const changes = counts.changes();
        const results = assignment.entries.map((entry) => writes.assign(assignment, entry, changes));
        changes.apply();
        return results;
      }),
    getBatch: async (keys) => keys.map(get),
    listByCampaign: async (campaignId, { after = '', limit, verdict }) =>
      pageOf(verdict === undefined ? list.all(campaignId, after, limit + 1) : listByVerdict.all(campaignId, after, verdict, limit + 1), limit),
    listByMarket: async (marketId, { after = '', limit }) => pageOf(listWinners.all(marketId, after, limit + 1), limit),
    count: async (campaignId) => counts.read(campaignId),
    scoreSubjects: async (keys) =>
      keys.map(({ campaignId, globalUserId }) => {
        const row = writes.held({ campaignId, globalUserId });
        if (row === undefined || row.deleted === 1) return null;
        return { campaignId, globalUserId, createdAt: row.createdAt, ...(row.memberId === null ? {} : { memberId: row.memberId }) };
      }),
    setScores: (scores, by) =>
      engine.write(() => {
        for (const { createdAt, score, ...key } of scores) {
          const row = writes.held(key);
          if (row === undefined || row.deleted === 1 || row.createdAt !== createdAt || (by === 'provider' && row.isGiven === 1)) continue;
          setScore.run(score, row.id);
          if (by === 'operator') keepGiven.run(row.id);
        }
      }),
    isInvited: async (campaignId, key, value) => selectInvite.get(value, campaignId, key) !== undefined,
    addInvites: (campaignId, key, values) =>
      engine.write(() => values.reduce((added, value) => added + Number(insertInvite.run(value, campaignId, key).changes), 0)),
    removeInvites: (key, value) => engine.write(() => Number(deleteInvite.run(value, key).changes)),
    forgetFan: (globalUserId) =>
      engine.write(() => campaignIds().reduce((forgotten, campaignId) => forgotten + Number(forget.run(campaignId, globalUserId).changes), 0)),
    eraseFan: (globalUserId) =>
      engine.write(() => {
        const changes = counts.changes();
        let invites = Number(deleteInvite.run(globalUserId, 'globalUserId').changes);
        for (const campaignId of campaignIds()) {
          const row = writes.held({ campaignId, globalUserId });
          if (row === undefined || row.deleted === 1) continue;
          if (row.email !== null) invites += Number(deleteInvite.run(row.email, 'email').changes);
          if (row.memberId !== null) invites += Number(deleteInvite.run(row.memberId, 'memberId').changes);
          writes.remove({ campaignId, globalUserId, createdAt: row.createdAt, version: row.version }, changes);
        }
        changes.apply();
        return invites;
      }),
  };
};

/** One row more than the page tells whether there is a next one. */
const pageOf = (rows: readonly unknown[], limit: number): ReplicaPage => {
  const entries = rows.slice(0, limit).map(toReplica);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.globalUserId ?? null) : null };
};
