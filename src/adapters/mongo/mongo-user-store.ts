import type { AnyBulkWriteOperation } from 'mongodb';
import type { DatedUserInfo, UserInfo } from '../../domain/entry.ts';
import type { UserProfile, UserStore } from '../../ports/user-store.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import { createMongoEmailJobs, eraseJobs } from './mongo-email-jobs.ts';
import type { MongoStoreOptions } from './mongo-turns.ts';
import { storable, text, texts } from './mongo-values.ts';
import type { Named } from './mongo-writes.ts';
import { writeInAnyOrder } from './mongo-writes.ts';

/** One document a fan, under the fan's id. */
interface UserDocument extends Named {
  readonly userInfo?: UserInfo;
  readonly modifiedAt?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly unsubscribed?: boolean;
}

const profileOf = ({ userInfo, modifiedAt, attributes = {}, unsubscribed = false }: UserDocument): UserProfile => ({
  userInfo: userInfo ?? null,
  modifiedAt: modifiedAt ?? null,
  attributes,
  unsubscribed,
});

/** Users and their mails on MongoDB. */
export const createMongoUserStore = (options: MongoStoreOptions): UserStore => {
  const { mongo } = options;
  const set = async (globalUserId: string, values: Pick<UserDocument, 'attributes' | 'unsubscribed'>): Promise<void> => {
    await mongo.run('users.updateOne', (database) =>
      database.collection<UserDocument>('users').updateOne({ _id: text(globalUserId) }, { $set: values }, { upsert: true, ...CALL_LIMITS }),
    );
  };
  const find = (globalUserIds: readonly string[]): Promise<readonly UserDocument[]> =>
    mongo.run('users.find', (database) =>
      database
        .collection<UserDocument>('users')
        .find({ _id: { $in: texts(globalUserIds) } }, CALL_LIMITS)
        .toArray(),
    );
  return {
    upsertUsers: async (users) => {
      for (const round of rounds(users)) await upsertAll(mongo, round);
    },
    profile: async (globalUserId) => {
      const [found] = await find([globalUserId]);
      return found === undefined ? null : profileOf(found);
    },
    profiles: async (globalUserIds) => new Map((await find(globalUserIds)).map((found) => [found._id, profileOf(found)])),
    setAttributes: (globalUserId, attributes) => set(globalUserId, { attributes: storable(attributes) }),
    setUnsubscribed: (globalUserId, unsubscribed) => set(globalUserId, { unsubscribed }),
    erase: async (globalUserId) => {
      await eraseJobs(mongo, globalUserId);
      await mongo.run('users.deleteOne', (database) => database.collection<UserDocument>('users').deleteOne({ _id: text(globalUserId) }, CALL_LIMITS));
    },
    setUnreachable: async (address, unreachable) => {
      const _id = text(address);
      await mongo.run('unreachableAddresses.write', async (database) => {
        const addresses = database.collection<Named>('unreachableAddresses');
        if (unreachable) await addresses.updateOne({ _id }, { $setOnInsert: { _id } }, { upsert: true, ...CALL_LIMITS });
        else await addresses.deleteOne({ _id }, CALL_LIMITS);
      });
    },
    unreachable: async (addresses) => {
      const found = await mongo.run('unreachableAddresses.find', (database) =>
        database
          .collection<Named>('unreachableAddresses')
          .find({ _id: { $in: texts(addresses) } }, CALL_LIMITS)
          .toArray(),
      );
      return new Set(found.map(({ _id }) => _id));
    },
    ...createMongoEmailJobs(options),
  };
};

/** What is said of one fan stays in its order: the first of each fan, then the second of those who have one, and so on. */
const rounds = (users: readonly DatedUserInfo[]): readonly (readonly DatedUserInfo[])[] => {
  const byFan = [...Map.groupBy(users, ({ globalUserId }) => globalUserId).values()];
  const longest = Math.max(0, ...byFan.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => byFan.flatMap((ofOneFan) => ofOneFan[index] ?? []));
};

/** A fan who is not known is made; who was made by somebody else in the same moment is changed as one who is known. */
const upsertAll = async (mongo: MongoConnection, users: readonly DatedUserInfo[]): Promise<void> => {
  const refused = await writeInAnyOrder(
    mongo,
    'users',
    users.map((user) => upsertOf(user, true)),
  );
  await writeInAnyOrder(
    mongo,
    'users',
    refused.flatMap((index) => {
      const user = users[index];
      return user === undefined ? [] : [upsertOf(user, false)];
    }),
  );
};

/** What a fan said later stays; what bears no date counts as said now. */
const upsertOf = ({ modifiedAt, ...userInfo }: DatedUserInfo, upsert: boolean): AnyBulkWriteOperation<UserDocument> => {
  const _id = text(userInfo.globalUserId);
  const isLater = modifiedAt === undefined ? {} : { $or: [{ modifiedAt: { $exists: false } }, { modifiedAt: { $lte: modifiedAt } }] };
  return { updateOne: { filter: { _id, ...isLater }, update: { $set: modifiedAt === undefined ? { userInfo } : { userInfo, modifiedAt } }, upsert } };
};
