import { formatWaitlist, parseWaitlist, type Result } from '../../domain/draw/serving.ts';
import { RegError } from '../../errors.ts';
import type { DrawnDraw, DrawStore, FreezeAttempt, StoredDraw, StoredEntrant, StoredResult } from '../../ports/draw-store.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import { createSelectionBook } from './sqlite-selection-book.ts';

export interface SqliteDrawStoreOptions {
  readonly engine: SqliteEngine;
}

/** Draws with their entrants and results; what selections came to is in the selection book beside it. */
export const createSqliteDrawStore = ({ engine }: SqliteDrawStoreOptions): DrawStore => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS draw_commitment (campaign_id TEXT NOT NULL UNIQUE, commitment TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS draw_attempt (attempt INTEGER PRIMARY KEY AUTOINCREMENT, campaign_id TEXT NOT NULL, draw INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS draw_entrant
      (attempt INTEGER NOT NULL, ref BLOB NOT NULL, global_user_id TEXT NOT NULL, tier INTEGER NOT NULL, lots INTEGER NOT NULL, markets TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS draw_entrant_by_ref ON draw_entrant (attempt, ref);
    CREATE TABLE IF NOT EXISTS draw
      (campaign_id TEXT NOT NULL, draw INTEGER NOT NULL, attempt INTEGER NOT NULL UNIQUE, rules TEXT NOT NULL, rules_hash TEXT NOT NULL,
       entrants_root TEXT NOT NULL, entrants_count INTEGER NOT NULL, commitment TEXT NOT NULL, frozen_at TEXT NOT NULL,
       public_randomness TEXT, drawn TEXT) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS draw_by_number ON draw (campaign_id, draw);
    CREATE TABLE IF NOT EXISTS draw_result
      (attempt INTEGER NOT NULL, position INTEGER NOT NULL, ref BLOB NOT NULL, verdict TEXT NOT NULL, market_id TEXT, waitlist TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS draw_result_by_position ON draw_result (attempt, position);
    CREATE INDEX IF NOT EXISTS draw_result_by_market ON draw_result (attempt, market_id, position) WHERE market_id IS NOT NULL;
    CREATE TABLE IF NOT EXISTS draw_waitlist (attempt INTEGER NOT NULL, market_id TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS draw_waitlist_by_market ON draw_waitlist (attempt, market_id, position);
  `);
  const putCommitment = engine.statement('INSERT INTO draw_commitment (campaign_id, commitment) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const getCommitment = engine.statement('SELECT commitment FROM draw_commitment WHERE campaign_id = ?');
  const getDraw = engine.statement('SELECT * FROM draw WHERE campaign_id = ? AND draw = ?');
  const getDraws = engine.statement('SELECT * FROM draw WHERE campaign_id = ? ORDER BY draw');
  const openAttempts = engine.statement(
    'SELECT attempt FROM draw_attempt a WHERE campaign_id = ? AND draw = ? AND NOT EXISTS (SELECT 1 FROM draw d WHERE d.attempt = a.attempt)',
  );
  const dropEntrants = engine.statement('DELETE FROM draw_entrant WHERE attempt = ?');
  const dropAttempt = engine.statement('DELETE FROM draw_attempt WHERE attempt = ?');
  const newAttempt = engine.statement('INSERT INTO draw_attempt (campaign_id, draw) VALUES (?, ?)');
  const attemptIsOpen = engine.statement(
    'SELECT 1 FROM draw_attempt WHERE attempt = ?1 AND NOT EXISTS (SELECT 1 FROM draw WHERE campaign_id = ?2 AND draw = ?3)',
  );
  const addEntrant = engine.statement('INSERT INTO draw_entrant (attempt, ref, global_user_id, tier, lots, markets) VALUES (?, ?, ?, ?, ?, ?)');
  const isEntrant = engine.statement('SELECT 1 FROM draw_entrant WHERE attempt = ? AND ref = ?');
  const pageOfEntrants = engine.statement(
    'SELECT ref, global_user_id, tier, lots, markets FROM draw_entrant WHERE attempt = ? AND ref > ? ORDER BY ref LIMIT ?',
  );
  const renameEntrant = engine.statement(
    `UPDATE draw_entrant SET global_user_id = ? WHERE attempt IN (SELECT attempt FROM draw_attempt WHERE campaign_id = ? AND draw = ?)
       AND ref = ? AND global_user_id = ?`,
  );
  const addDraw = engine.statement(
    'INSERT INTO draw (campaign_id, draw, attempt, rules, rules_hash, entrants_root, entrants_count, commitment, frozen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const setRandomness = engine.statement('UPDATE draw SET public_randomness = ? WHERE campaign_id = ? AND draw = ? AND public_randomness IS NULL');
  const setDrawn = engine.statement('UPDATE draw SET drawn = ? WHERE campaign_id = ? AND draw = ? AND drawn IS NULL');
  const addResult = engine.statement(
    'INSERT INTO draw_result (attempt, position, ref, verdict, market_id, waitlist) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const addWaiting = engine.statement('INSERT INTO draw_waitlist (attempt, market_id, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');

  const columns = 'r.position, r.verdict, r.market_id, r.waitlist, e.global_user_id';
  const withFan = 'JOIN draw_entrant e ON e.attempt = r.attempt AND e.ref = r.ref';
  const pageOfResults = {
    all: engine.statement(`SELECT ${columns} FROM draw_result r ${withFan} WHERE r.attempt = ? AND r.position > ? ORDER BY r.position LIMIT ?`),
    ofVerdict: engine.statement(
      `SELECT ${columns} FROM draw_result r ${withFan} WHERE r.attempt = ? AND r.position > ? AND r.verdict = ? ORDER BY r.position LIMIT ?`,
    ),
    ofWinners: engine.statement(
      `SELECT ${columns} FROM draw_result r ${withFan} WHERE r.attempt = ? AND r.market_id = ? AND r.position > ? ORDER BY r.position LIMIT ?`,
    ),
    ofWaitlist: engine.statement(
      `SELECT ${columns} FROM draw_waitlist w JOIN draw_result r ON r.attempt = w.attempt AND r.position = w.position ${withFan}
       WHERE w.attempt = ? AND w.market_id = ? AND w.position > ? ORDER BY w.position LIMIT ?`,
    ),
  };

  const book = createSelectionBook(engine);

  /** One process has the folder, so nobody else can hold a draw. */
  const holds = new Map<string, { readonly by: string; readonly until: number }>();
  const holdKey = (campaignId: string, draw: number): string => `${campaignId}/${draw}`;

  const stored = (campaignId: string, draw: number): StoredDraw => {
    const row = getDraw.get(campaignId, draw);
    if (row === undefined) throw new RegError('NOT_FOUND', `There is no draw ${draw} of the campaign ${campaignId}.`);
    return drawFrom(row);
  };
  const assertOpen = ({ attempt, campaignId, draw }: FreezeAttempt): void => {
    if (attemptIsOpen.get(attempt, campaignId, draw) === undefined)
      throw new RegError('CONFLICT', `Another freeze of draw ${draw} of the campaign ${campaignId} took over: ask for the draw again.`);
  };

  return {
    publishCommitment: (campaignId, commitment) =>
      engine.write(() => {
        putCommitment.run(campaignId, commitment);
        return String(getCommitment.get(campaignId)?.commitment);
      }),
    commitment: async (campaignId) => {
      const row = getCommitment.get(campaignId);
      return row === undefined ? null : String(row.commitment);
    },
    draws: async (campaignId) => getDraws.all(campaignId).map(drawFrom),
    draw: async (campaignId, draw) => {
      const row = getDraw.get(campaignId, draw);
      return row === undefined ? null : drawFrom(row);
    },
    holdDraw: async (campaignId, draw, { by, now, until }) => {
      const key = holdKey(campaignId, draw);
      const held = holds.get(key);
      if (held !== undefined && held.by !== by && held.until > now) return false;
      holds.set(key, { by, until });
      return true;
    },
    releaseDraw: async (campaignId, draw, by) => {
      const key = holdKey(campaignId, draw);
      if (holds.get(key)?.by === by) holds.delete(key);
    },
    beginFreeze: (campaignId, draw) =>
      engine.write(() => {
        for (const { attempt } of openAttempts.all(campaignId, draw)) {
          dropEntrants.run(Number(attempt));
          dropAttempt.run(Number(attempt));
        }
        return { attempt: Number(newAttempt.run(campaignId, draw).lastInsertRowid), campaignId, draw };
      }),
    addEntrants: (attempt, entrants) =>
      engine.write(() => {
        assertOpen(attempt);
        for (const { ref, globalUserId, tier, lots, markets } of entrants) addEntrant.run(attempt.attempt, ref, globalUserId, tier, lots, markets);
      }),
    entrants: async ({ attempt }, after, limit) => pageOfEntrants.all(attempt, after ?? new Uint8Array(0), limit).map(entrantFrom),
    areEntrants: async ({ attempt }, refs) => refs.map((ref) => isEntrant.get(attempt, ref) !== undefined),
    freeze: (attempt, frozen) =>
      engine.write(() => {
        const { campaignId, draw } = attempt;
        const before = getDraw.get(campaignId, draw);
        if (before !== undefined) return drawFrom(before);
        assertOpen(attempt);
        const { rules, rulesHash, entrantsRoot, entrantsCount, commitment, frozenAt } = frozen;
        addDraw.run(campaignId, draw, attempt.attempt, rules, rulesHash, entrantsRoot, entrantsCount, commitment, frozenAt);
        return stored(campaignId, draw);
      }),
    recordRandomness: (campaignId, draw, value) =>
      engine.write(() => {
        setRandomness.run(value, campaignId, draw);
        return stored(campaignId, draw).publicRandomness ?? '';
      }),
    addResults: (campaignId, draw, results) =>
      engine.write(() => {
        const { attempt } = stored(campaignId, draw);
        for (const { position, ref, verdict, marketId, waitlist } of results) {
          addResult.run(attempt, position, Buffer.from(ref, 'hex'), verdict, marketId, formatWaitlist(waitlist));
          for (const place of waitlist) addWaiting.run(attempt, place.marketId, position);
        }
      }),
    saveDrawn: (campaignId, draw, drawn) =>
      engine.write(() => {
        setDrawn.run(JSON.stringify(drawn), campaignId, draw);
        return stored(campaignId, draw);
      }),
    results: async (campaignId, draw, { marketId, verdict, after, limit }) => {
      const { attempt } = stored(campaignId, draw);
      if (marketId === undefined)
        return verdict === undefined
          ? pageOfResults.all.all(attempt, after, limit).map(resultFrom)
          : pageOfResults.ofVerdict.all(attempt, after, verdict, limit).map(resultFrom);
      return pageOfResults[verdict === 'WAITLIST' ? 'ofWaitlist' : 'ofWinners'].all(attempt, marketId, after, limit).map(resultFrom);
    },
    saveStats: book.saveStats,
    addVerdictCounts: book.addVerdictCounts,
    marketStats: book.marketStats,
    recordPromotions: book.recordPromotions,
    promotions: book.promotions,
    eraseFan: (campaignId, draw, { ref, globalUserId, name, drawId, marketIds }) =>
      engine.write(
        () => Number(renameEntrant.run(name, campaignId, draw, ref, globalUserId).changes) + book.renamePromoted({ drawId, marketIds, globalUserId, name }),
      ),
  };
};

type Row = Readonly<Record<string, unknown>>;

const drawFrom = (row: Row): StoredDraw => ({
  campaignId: String(row.campaign_id),
  draw: Number(row.draw),
  attempt: Number(row.attempt),
  rules: String(row.rules),
  rulesHash: String(row.rules_hash),
  entrantsRoot: String(row.entrants_root),
  entrantsCount: Number(row.entrants_count),
  commitment: String(row.commitment),
  frozenAt: String(row.frozen_at),
  publicRandomness: row.public_randomness === null ? null : String(row.public_randomness),
  drawn: row.drawn === null ? null : (JSON.parse(String(row.drawn)) as DrawnDraw),
});

const entrantFrom = (row: Row): StoredEntrant => ({
  ref: row.ref as Uint8Array,
  globalUserId: String(row.global_user_id),
  tier: Number(row.tier),
  lots: Number(row.lots),
  markets: String(row.markets),
});

const resultFrom = (row: Row): StoredResult => ({
  position: Number(row.position),
  globalUserId: String(row.global_user_id),
  verdict: row.verdict as Result['verdict'],
  marketId: row.market_id === null ? null : String(row.market_id),
  waitlist: parseWaitlist(String(row.waitlist)),
});
