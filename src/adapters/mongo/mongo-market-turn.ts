import type { Filter } from 'mongodb';
import type { TurnStorage } from '../codes/market-turn.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import { text } from './mongo-values.ts';

interface TurnDocument {
  readonly _id: string;
  /** Empty for nobody. */
  readonly owner: string;
  readonly until: number;
}

const NOBODY = { owner: '', until: 0 };

/** Turns in a document a market, with no note. */
export const createMongoTurns = (mongo: MongoConnection): TurnStorage<null> => {
  const change = (filter: Filter<TurnDocument>, set: Partial<TurnDocument>): Promise<boolean> =>
    mongo.run('codeTurns.updateOne', async (database) => {
      const { matchedCount } = await database.collection<TurnDocument>('codeTurns').updateOne(filter, { $set: set }, CALL_LIMITS);
      return matchedCount === 1;
    });
  return {
    take: async (marketId, { owner, now, until }) => {
      const _id = text(marketId);
      await mongo.run('codeTurns.updateOne', (database) =>
        database.collection<TurnDocument>('codeTurns').updateOne({ _id }, { $setOnInsert: NOBODY }, { upsert: true, ...CALL_LIMITS }),
      );
      return (await change({ _id, $or: [{ owner: '' }, { until: { $lte: now } }, { owner }] }, { owner, until })) ? { note: null } : null;
    },
    prolong: (marketId, { owner, until }) => change({ _id: marketId, owner }, { until }),
    leave: async (marketId, { owner }) => {
      await change({ _id: marketId, owner }, NOBODY);
    },
  };
};
