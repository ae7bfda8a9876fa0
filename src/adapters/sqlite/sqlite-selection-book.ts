import type { DrawStore, FanInDraw, StatsReport } from '../../ports/draw-store.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

interface SelectionBook extends Pick<DrawStore, 'saveStats' | 'addVerdictCounts' | 'marketStats' | 'recordPromotions' | 'promotions'> {
  /** Inside a write: calls a fan by another name in what was recorded of a draw. Answers how many places had the id. */
  renamePromoted(fan: Pick<FanInDraw, 'drawId' | 'marketIds' | 'globalUserId' | 'name'>): number;
}

/** What the selections of markets came to: the part of the draw store that grows after a draw is drawn. */
export const createSelectionBook = (engine: SqliteEngine): SelectionBook => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS market_selection (market_id TEXT NOT NULL UNIQUE, report TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS verdict_report (report_id TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE IF NOT EXISTS verdict_count
      (market_id TEXT NOT NULL, draw_id TEXT NOT NULL, winners INTEGER NOT NULL, waitlisted INTEGER NOT NULL, losers INTEGER NOT NULL,
       withdrawn INTEGER NOT NULL, UNIQUE (market_id, draw_id)) STRICT;
    CREATE TABLE IF NOT EXISTS promotion
      (draw_id TEXT NOT NULL, market_id TEXT NOT NULL, number INTEGER NOT NULL, global_user_id TEXT NOT NULL, UNIQUE (draw_id, global_user_id)) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS promotion_by_market ON promotion (market_id, draw_id, number);
  `);
  const putReport = engine.statement('INSERT INTO market_selection (market_id, report) VALUES (?, ?) ON CONFLICT DO UPDATE SET report = excluded.report');
  const getReport = engine.statement('SELECT report FROM market_selection WHERE market_id = ?');
  const putReportId = engine.statement('INSERT INTO verdict_report (report_id) VALUES (?) ON CONFLICT DO NOTHING');
  const addCounts = engine.statement(
    `INSERT INTO verdict_count (market_id, draw_id, winners, waitlisted, losers, withdrawn) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET winners = winners + excluded.winners, waitlisted = waitlisted + excluded.waitlisted,
       losers = losers + excluded.losers, withdrawn = withdrawn + excluded.withdrawn`,
  );
  const sumCounts = engine.statement(
    `SELECT coalesce(sum(winners), 0) AS winners, coalesce(sum(waitlisted), 0) AS waitlisted, coalesce(sum(losers), 0) AS losers,
       coalesce(sum(withdrawn), 0) AS withdrawn FROM verdict_count WHERE market_id = ?`,
  );
  const countPromotions = engine.statement('SELECT count(*) AS promoted FROM promotion WHERE market_id = ?');
  const countOfDraw = engine.statement('SELECT count(*) AS promoted FROM promotion WHERE market_id = ? AND draw_id = ?');
  const isPromoted = engine.statement('SELECT 1 FROM promotion WHERE draw_id = ? AND global_user_id = ?');
  const addPromotion = engine.statement('INSERT INTO promotion (draw_id, market_id, number, global_user_id) VALUES (?, ?, ?, ?)');
  const getPromotions = engine.statement('SELECT global_user_id FROM promotion WHERE market_id = ? AND draw_id = ? AND number > ? ORDER BY number LIMIT ?');

  const renamePromotion = engine.statement('UPDATE promotion SET global_user_id = ? WHERE draw_id = ? AND global_user_id = ?');
  // Chunks of one fan were called by the fan's id once.
  const renameReport = engine.statement('UPDATE OR IGNORE verdict_report SET report_id = ? WHERE report_id = ?');

  return {
    renamePromoted: ({ drawId, marketIds, globalUserId, name }) =>
      marketIds.reduce(
        (sum, marketId) => sum + Number(renameReport.run(`${drawId}/${marketId}/fan/${name}`, `${drawId}/${marketId}/fan/${globalUserId}`).changes),
        Number(renamePromotion.run(name, drawId, globalUserId).changes),
      ),
    saveStats: (marketId, report) =>
      engine.write(() => {
        putReport.run(marketId, JSON.stringify(report));
      }),
    addVerdictCounts: (reports) =>
      engine.write(() => {
        let added = 0;
        for (const { reportId, marketId, drawId, counts } of reports) {
          if (putReportId.run(reportId).changes === 0) continue;
          addCounts.run(marketId, drawId, counts.winners, counts.waitlisted, counts.losers, counts.withdrawn);
          added += 1;
        }
        return { added, known: reports.length - added };
      }),
    marketStats: async (marketId) => {
      const report = getReport.get(marketId);
      const sums = sumCounts.get(marketId);
      return {
        report: report === undefined ? null : (JSON.parse(String(report.report)) as StatsReport),
        verdicts: {
          winners: Number(sums?.winners),
          waitlisted: Number(sums?.waitlisted),
          losers: Number(sums?.losers),
          withdrawn: Number(sums?.withdrawn),
        },
        promoted: Number(countPromotions.get(marketId)?.promoted),
      };
    },
    recordPromotions: (marketId, drawId, known, globalUserIds) =>
      engine.write(() => {
        if (Number(countOfDraw.get(marketId, drawId)?.promoted) !== known) return false;
        if (new Set(globalUserIds).size !== globalUserIds.length) return false;
        if (globalUserIds.some((globalUserId) => isPromoted.get(drawId, globalUserId) !== undefined)) return false;
        globalUserIds.forEach((globalUserId, index) => {
          addPromotion.run(drawId, marketId, known + index + 1, globalUserId);
        });
        return true;
      }),
    promotions: async (marketId, drawId, { after, limit }) => getPromotions.all(marketId, drawId, after, limit).map((row) => String(row.global_user_id)),
  };
};
