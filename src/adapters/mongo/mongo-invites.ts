import { hash } from 'node:crypto';
import type { InviteKey } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import { CALL_LIMITS, isDuplicate, type MongoConnection } from './mongo-connection.ts';
import { behind } from './mongo-replicas.ts';

/** `key#hash of the value#campaignId`: an erasure finds a value in all campaigns, and none of the values is stored. */
interface InviteDocument {
  readonly _id: string;
  readonly campaignId: string;
}

const ADDED_TOGETHER = 1_000;

const inviteOf = (key: InviteKey, value: string): string => `${key}#${hash('sha256', value, 'base64url')}`;

export const isInvited = async (mongo: MongoConnection, campaignId: string, key: InviteKey, value: string): Promise<boolean> => {
  const found = await mongo.run('invites.findOne', (database) =>
    database.collection<InviteDocument>('invites').findOne({ _id: `${inviteOf(key, value)}#${campaignId}` }, CALL_LIMITS),
  );
  return found !== null;
};

/** How many were not on the list before. */
export const addInvites = async (mongo: MongoConnection, campaignId: string, key: InviteKey, values: readonly string[]): Promise<number> => {
  let added = 0;
  for (const some of chunks([...new Set(values)], ADDED_TOGETHER)) {
    const ids = some.map((value) => `${inviteOf(key, value)}#${campaignId}`);
    added += await addTogether(mongo, campaignId, ids);
  }
  return added;
};

const addTogether = (mongo: MongoConnection, campaignId: string, ids: readonly string[]): Promise<number> =>
  mongo.run('invites.bulkWrite', async (database) => {
    const invites = database.collection<InviteDocument>('invites');
    const add = async (): Promise<number> => {
      const statements = ids.map((_id) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: { campaignId } }, upsert: true } }));
      return (await invites.bulkWrite(statements, { ordered: false, ...CALL_LIMITS })).upsertedCount;
    };
    try {
      return await add();
    } catch (error) {
      // Another import was adding one of them in the same moment; now it is there.
      if (isDuplicate(error)) return add();
      throw error;
    }
  });

/** Takes a value off the lists of all campaigns; answers from how many. */
export const removeInvites = async (mongo: MongoConnection, key: InviteKey, value: string): Promise<number> => {
  const { deletedCount } = await mongo.run('invites.deleteMany', (database) =>
    database.collection<InviteDocument>('invites').deleteMany({ _id: behind(inviteOf(key, value), '') }, CALL_LIMITS),
  );
  return deletedCount;
};
