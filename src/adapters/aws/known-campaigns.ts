import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { readItems } from './batch-read.ts';
import { writeItems } from './batch-write.ts';
import { type DynamoDBItem, type ItemKey, toItem } from './dynamodb-item.ts';
import type { ReplicaTable } from './replica-changes.ts';
import { storageFailure } from './storage-failure.ts';

/** The campaigns that have had entries: an erasure looks for the fan in each, which saves an index item an entry. */
export interface KnownCampaigns {
  /** Resolves when all are kept; reads and writes once a process and campaign. */
  keep(campaignIds: Iterable<string>): Promise<void>;
  list(): Promise<readonly string[]>;
}

const PARTITION = 'CAMPAIGNS';

export const createKnownCampaigns = ({ client, tableName, pause }: ReplicaTable): KnownCampaigns => {
  const kept = new Set<string>();
  return {
    keep: async (campaignIds) => {
      const keys = [...new Set(campaignIds)].filter((id) => !kept.has(id)).map((id): ItemKey => ({ PK: PARTITION, SK: id }));
      if (keys.length === 0) return;
      const items = await readItems(client, tableName, keys, pause);
      const missing = keys.filter((_, index) => items[index] === undefined);
      await writeItems(
        client,
        tableName,
        missing.map((key) => ({ PutRequest: { Item: toItem(key) } })),
        pause,
      );
      for (const { SK } of keys) kept.add(SK);
    },
    list: async () => {
      const campaignIds: string[] = [];
      let behind: DynamoDBItem | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client
          .send(
            new QueryCommand({
              TableName: tableName,
              KeyConditionExpression: 'PK = :partition',
              ExpressionAttributeValues: toItem({ ':partition': PARTITION }),
              ConsistentRead: true,
              ...(behind === undefined ? {} : { ExclusiveStartKey: behind }),
            }),
          )
          .catch((error: unknown) => {
            throw storageFailure('Query', error);
          });
        for (const { SK } of Items) if (SK?.S !== undefined) campaignIds.push(SK.S);
        behind = LastEvaluatedKey;
      } while (behind !== undefined);
      return campaignIds;
    },
  };
};
