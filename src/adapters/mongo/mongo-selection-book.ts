import type { VerdictCounts } from '../../domain/message.ts';
import type { DrawStore, FanInDraw, StatsReport } from '../../ports/draw-store.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import { finished, type MongoStoreOptions, takeTurn } from './mongo-turns.ts';
import { text, texts } from './mongo-values.ts';
import { insertNew, type Named } from './mongo-writes.ts';

interface SelectionBook extends Pick<DrawStore, 'saveStats' | 'addVerdictCounts' | 'marketStats' | 'recordPromotions' | 'promotions'> {
  /** Calls a fan by another name in the promotions of a draw; answers how many places had the id. */
  renamePromoted(fan: Pick<FanInDraw, 'drawId' | 'globalUserId' | 'name'>): Promise<number>;
}

interface MarketReportDocument extends Named, StatsReport {}

/** One document a report: nothing is added up before somebody asks, so that no two reports want the same document. */
interface VerdictReportDocument extends Named, VerdictCounts {
  readonly marketId: string;
  readonly drawId: string;
}

interface PromotionDocument extends Named {
  readonly drawId: string;
  readonly marketId: string;
  readonly globalUserId: string;
  /** From 1, by draw and market. */
  readonly number: number;
}

interface Promotions {
  readonly drawId: string;
  readonly marketId: string;
  readonly known: number;
  readonly globalUserIds: readonly string[];
}

const NONE: VerdictCounts = { winners: 0, waitlisted: 0, losers: 0, withdrawn: 0 };

/** What the selections of markets came to: the part of the draw store that grows after a draw is drawn. */
export const createMongoSelectionBook = (options: MongoStoreOptions): SelectionBook => {
  const { mongo } = options;
  const promotionsOf = (filter: Readonly<Record<string, string>>): Promise<number> =>
    mongo.run('promotions.countDocuments', (database) => database.collection<PromotionDocument>('promotions').countDocuments(filter, CALL_LIMITS));

  return {
    renamePromoted: async ({ drawId, globalUserId, name }) => {
      await finished<Promotions>(mongo, { name: turnOf(drawId), apply: (promotions) => putPromotions(mongo, promotions) });
      const known = { _id: promotionId(text(drawId), text(globalUserId)) };
      const found = await mongo.run('promotions.findOne', (database) => database.collection<PromotionDocument>('promotions').findOne(known, CALL_LIMITS));
      if (found === null) return 0;
      // The new one first, so that the place is never lost; who counts between the two looks again.
      await insertNew<PromotionDocument>(mongo, 'promotions', [{ ...found, _id: promotionId(drawId, name), globalUserId: name }]);
      await mongo.run('promotions.deleteOne', (database) => database.collection<PromotionDocument>('promotions').deleteOne(known, CALL_LIMITS));
      return 1;
    },
    saveStats: async (marketId, report) => {
      await mongo.run('marketReports.replaceOne', (database) =>
        database.collection<MarketReportDocument>('marketReports').replaceOne({ _id: text(marketId) }, report, { upsert: true, ...CALL_LIMITS }),
      );
    },
    addVerdictCounts: async (reports) => {
      const once = [...new Map(reports.toReversed().map((report) => [report.reportId, report])).values()];
      const known = await insertNew<VerdictReportDocument>(
        mongo,
        'verdictReports',
        once.map(({ reportId, marketId, drawId, counts }) => ({ _id: text(reportId), marketId, drawId, ...counts })),
      );
      const added = once.length - known.length;
      return { added, known: reports.length - added };
    },
    marketStats: async (marketId) => {
      const [report, verdicts, promoted] = await Promise.all([
        mongo.run('marketReports.findOne', (database) =>
          database.collection<MarketReportDocument>('marketReports').findOne({ _id: text(marketId) }, { projection: { _id: 0 }, ...CALL_LIMITS }),
        ),
        sumOfVerdicts(mongo, marketId),
        promotionsOf({ marketId: text(marketId) }),
      ]);
      return { report, verdicts, promoted };
    },
    recordPromotions: async (marketId, drawId, known, globalUserIds) => {
      if (new Set(globalUserIds).size !== globalUserIds.length) return false;
      const refused = await takeTurn<Promotions, 'refused'>(options, {
        name: turnOf(drawId),
        apply: (promotions) => putPromotions(mongo, promotions),
        decide: async () => {
          const [recorded, before] = await Promise.all([
            promotionsOf({ drawId: text(drawId), marketId: text(marketId) }),
            promotedAmong(mongo, drawId, globalUserIds),
          ]);
          return recorded === known && before === 0 ? { intent: { drawId, marketId, known, globalUserIds } } : { refused: 'refused' };
        },
      });
      return refused === null;
    },
    promotions: async (marketId, drawId, { after, limit }) => {
      await finished<Promotions>(mongo, { name: turnOf(drawId), apply: (promotions) => putPromotions(mongo, promotions) });
      const found = await mongo.run('promotions.find', (database) =>
        database
          .collection<PromotionDocument>('promotions')
          .find(
            { drawId: text(drawId), marketId: text(marketId), number: { $gt: after } },
            { sort: { number: 1 }, limit, projection: { globalUserId: 1 }, ...CALL_LIMITS },
          )
          .toArray(),
      );
      return found.map(({ globalUserId }) => globalUserId);
    },
  };
};

const turnOf = (drawId: string): string => `promotions/${text(drawId)}`;
const promotionId = (drawId: string, globalUserId: string): string => `${drawId}/${globalUserId}`;

const putPromotions = async (mongo: MongoConnection, { drawId, marketId, known, globalUserIds }: Promotions): Promise<void> => {
  await insertNew<PromotionDocument>(
    mongo,
    'promotions',
    globalUserIds.map((globalUserId, index) => ({ _id: promotionId(drawId, globalUserId), drawId, marketId, globalUserId, number: known + index + 1 })),
  );
};

/** How many of the fans were promoted in the draw, in whatever market. */
const promotedAmong = (mongo: MongoConnection, drawId: string, globalUserIds: readonly string[]): Promise<number> =>
  mongo.run('promotions.countDocuments', (database) =>
    database
      .collection<PromotionDocument>('promotions')
      .countDocuments({ _id: { $in: texts(globalUserIds).map((globalUserId) => promotionId(drawId, globalUserId)) } }, CALL_LIMITS),
  );

const sumOfVerdicts = async (mongo: MongoConnection, marketId: string): Promise<VerdictCounts> => {
  const [sum] = await mongo.run('verdictReports.aggregate', (database) =>
    database
      .collection<VerdictReportDocument>('verdictReports')
      .aggregate<VerdictCounts>(
        [
          { $match: { marketId: text(marketId) } },
          {
            $group: {
              _id: null,
              winners: { $sum: '$winners' },
              waitlisted: { $sum: '$waitlisted' },
              losers: { $sum: '$losers' },
              withdrawn: { $sum: '$withdrawn' },
            },
          },
          { $project: { _id: 0 } },
        ],
        CALL_LIMITS,
      )
      .toArray(),
  );
  return sum ?? NONE;
};
