import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { chunks } from '../../domain/chunks.ts';
import type { EntryCounts } from '../../ports/entry-store.ts';
import { type CounterSums, countsFrom, sumOf } from '../replica/replica-counts.ts';
import { readItems } from './batch-read.ts';
import { fromItem, type ItemKey, toItem } from './dynamodb-item.ts';
import type { Pause } from './retried-batch.ts';

// A campaign's counts are the sums over these items. Each transaction changes one of them, chosen at random, so that
// few meet, and no partition gets more than 1,000 write units a second.
const COUNTER_SHARDS = 64;

/** DynamoDB developer guide, "Quotas": an expression has up to 4 KB and 300 operators. */
export const COUNTERS_AN_ITEM = 200;

const counterKey = (campaignId: string, shard: number): ItemKey => ({ PK: `COUNTS#${campaignId}#${shard % COUNTER_SHARDS}`, SK: 'COUNTS' });

/** The actions of a transaction that change a campaign's counts. `at` in `[0, 1)` chooses the items. */
export const counterActions = (tableName: string, campaignId: string, sums: CounterSums, at: number): readonly TransactWriteItem[] =>
  chunks([...sums], COUNTERS_AN_ITEM).map((some, index) => ({
    Update: {
      TableName: tableName,
      Key: toItem(counterKey(campaignId, Math.floor(at * COUNTER_SHARDS) + index)),
      UpdateExpression: `ADD ${some.map((_, place) => `#${place} :${place}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(some.map(([name], place) => [`#${place}`, name])),
      ExpressionAttributeValues: toItem(Object.fromEntries(some.map(([, by], place) => [`:${place}`, by]))),
    },
  }));

/** One batch read, whatever the number of entries. */
export const readCounts = async (client: DynamoDBClient, tableName: string, campaignId: string, pause: Pause): Promise<EntryCounts> => {
  const keys = Array.from({ length: COUNTER_SHARDS }, (_, shard) => counterKey(campaignId, shard));
  const items = await readItems(client, tableName, keys, pause);
  const sums = sumOf(items.map((item) => new Map(item === undefined ? [] : Object.entries(countersIn(fromItem(item))))));
  return countsFrom(sums);
};

const countersIn = ({ PK: _pk, SK: _sk, ...counters }: ItemKey & Record<string, unknown>): Record<string, number> => counters as Record<string, number>;
