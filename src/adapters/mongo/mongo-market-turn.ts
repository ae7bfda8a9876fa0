import type { TurnStorage } from '../codes/market-turn.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { text } from './mongo-values.ts';

interface TurnDocument {
  readonly _id: string;
  readonly owner: string | null;
  readonly until: number;
}

/** Turns in a document a market, with no note. */
export const createMongoTurns = (mongo: MongoConnection): TurnStorage<null> => {
  const known = new Set<string>();
  const change = (filter: Partial<Pick<TurnDocument, '_id' | 'owner'>> | object, set: Partial<TurnDocument>): Promise<boolean> =>
    mongo.run('codeTurns.updateOne', async (database) => {
      const { matchedCount } = await database.collection<TurnDocument>('codeTurns').updateOne(filter, { $set: set });
      return matchedCount === 1;
    });
  return {
    take: async (marketId, { owner, now, until }) => {
      const _id = text(marketId);
      if (!known.has(_id)) {
        const nobody = { owner: null, until: 0 };
        await mongo.run('codeTurns.updateOne', (database) =>
          database.collection<TurnDocument>('codeTurns').updateOne({ _id }, { $setOnInsert: nobody }, { upsert: true }),
        );
        known.add(_id);
      }
      return (await change({ _id, $or: [{ owner: null }, { until: { $lte: now } }, { owner }] }, { owner, until })) ? { note: null } : null;
    },
    prolong: (marketId, { owner, until }) => change({ _id: marketId, owner }, { until }),
    leave: async (marketId, { owner }) => {
      await change({ _id: marketId, owner }, { owner: null, until: 0 });
    },
  };
};
