import { hash } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { InviteKey } from '../../domain/campaign.ts';
import { readItems } from './batch-read.ts';
import { writeItems } from './batch-write.ts';
import { type DynamoDBItem, fromItem, type ItemKey, toItem } from './dynamodb-item.ts';
import type { ReplicaTable } from './replica-changes.ts';
import { storageFailure } from './storage-failure.ts';

// All campaigns' lists by value, so that an erasure finds them. By its hash, as keys are shown in places that no item is.
const invitePartition = (key: InviteKey, value: string): string => `INVITE#${key}#${hash('sha256', value, 'base64url')}`;

export const isInvited = async ({ client, tableName, pause }: ReplicaTable, campaignId: string, key: InviteKey, value: string): Promise<boolean> => {
  const [item] = await readItems(client, tableName, [{ PK: invitePartition(key, value), SK: campaignId }], pause);
  return item !== undefined;
};

/** How many were not on the list before. Two imports of one value at the same moment may both count it. */
export const addInvites = async (
  { client, tableName, pause }: ReplicaTable,
  campaignId: string,
  key: InviteKey,
  values: readonly string[],
): Promise<number> => {
  const keys = [...new Set(values)].map((value): ItemKey => ({ PK: invitePartition(key, value), SK: campaignId }));
  const held = await readItems(client, tableName, keys, pause);
  const missing = keys.filter((_, index) => held[index] === undefined);
  await writeItems(
    client,
    tableName,
    missing.map((item) => ({ PutRequest: { Item: toItem(item) } })),
    pause,
  );
  return missing.length;
};

/** Takes a value off the lists of all campaigns; answers from how many. */
export const removeInvites = async ({ client, tableName, pause }: ReplicaTable, key: InviteKey, value: string): Promise<number> => {
  let removed = 0;
  let behind: DynamoDBItem | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client
      .send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'PK = :partition',
          ExpressionAttributeValues: toItem({ ':partition': invitePartition(key, value) }),
          ConsistentRead: true,
          ...(behind === undefined ? {} : { ExclusiveStartKey: behind }),
        }),
      )
      .catch((error: unknown) => {
        throw storageFailure('Query', error);
      });
    const requests = Items.map((item) => ({ DeleteRequest: { Key: toItem(fromItem<ItemKey>(item)) } }));
    await writeItems(client, tableName, requests, pause);
    removed += requests.length;
    behind = LastEvaluatedKey;
  } while (behind !== undefined);
  return removed;
};
