import type { DatedUserInfo, UserInfo } from '../../domain/entry.ts';
import type { UserProfile, UserStore } from '../../ports/user-store.ts';
import { userKey } from './dynamodb-email-job-items.ts';
import { createEmailJobs, eraseJobs } from './dynamodb-email-jobs.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable, getItem, getItems, removeItem } from './dynamodb-requests.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';

interface ProfileItem extends ItemKey {
  readonly globalUserId: string;
  readonly userInfo?: UserInfo;
  readonly modifiedAt?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly unsubscribed?: boolean;
}

const profileKey = (globalUserId: string): ItemKey => ({ PK: userKey(globalUserId), SK: 'PROFILE' });

/** An address that mails come back from. Its name tells nothing of the address. */
const addressKey = (address: string): ItemKey => ({ PK: `ADDRESS#${address}`, SK: 'UNREACHABLE' });

const profileOf = ({ userInfo = undefined, modifiedAt = undefined, attributes = {}, unsubscribed = false }: ProfileItem): UserProfile => ({
  userInfo: userInfo ?? null,
  modifiedAt: modifiedAt ?? null,
  attributes,
  unsubscribed,
});

/** Users and their mails on DynamoDB. `tableName`: a table made as `users` of `dynamodb-tables.ts`; `clock` and `random` pace what is tried again. */
export const createDynamoDBUserStore = (table: DynamoDBTable): UserStore => {
  const set = async (globalUserId: string, values: Readonly<Record<string, unknown>>): Promise<void> => {
    await changeItem(table, { key: profileKey(globalUserId), set: { globalUserId, ...values } });
  };
  return {
    upsertUsers: async (users) => {
      const byFan = Map.groupBy(users, ({ globalUserId }) => globalUserId);
      await mapInFlight([...byFan.values()], REQUESTS_AT_ONCE, async (ofOneFan) => {
        for (const user of ofOneFan) await upsert(table, user);
      });
    },
    profile: async (globalUserId) => {
      const item = await getItem<ProfileItem>(table, profileKey(globalUserId));
      return item === null ? null : profileOf(item);
    },
    profiles: async (globalUserIds) => {
      const items = await getItems<ProfileItem>(table, globalUserIds.map(profileKey));
      return new Map(items.flatMap((item) => (item === null ? [] : [[item.globalUserId, profileOf(item)] as const])));
    },
    setAttributes: (globalUserId, attributes) => set(globalUserId, { attributes }),
    setUnsubscribed: (globalUserId, unsubscribed) => set(globalUserId, { unsubscribed }),
    erase: async (globalUserId) => {
      await eraseJobs(table, globalUserId);
      await removeItem(table, profileKey(globalUserId));
    },
    setUnreachable: async (address, unreachable) => {
      if (unreachable) await changeItem(table, { key: addressKey(address), set: { unreachable } });
      else await removeItem(table, addressKey(address));
    },
    unreachable: async (addresses) => {
      const items = await getItems<ItemKey>(table, addresses.map(addressKey));
      return new Set(addresses.filter((_, index) => items[index] !== null));
    },
    ...createEmailJobs(table),
  };
};

/** What a fan said later stays; what bears no date counts as said now. */
const upsert = async (table: DynamoDBTable, { modifiedAt, ...userInfo }: DatedUserInfo): Promise<void> => {
  const { globalUserId } = userInfo;
  const dated = modifiedAt === undefined ? {} : { if: { where: 'attribute_not_exists(#modifiedAt) OR #modifiedAt <= :modifiedAt', values: { modifiedAt } } };
  await changeItem(table, { key: profileKey(globalUserId), set: { globalUserId, userInfo, modifiedAt }, ...dated });
};
