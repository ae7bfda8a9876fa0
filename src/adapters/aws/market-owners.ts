import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { toItem } from './dynamodb-item.ts';
import { shardOf } from './shard-of.ts';

/**
 * Which campaign owns a market id, as attributes of 64 items. One item an id would be simpler, but a transaction takes
 * 100 actions, and a campaign with 1,000 markets has to be saved in one. A transaction also takes 4 MB of items
 * (DynamoDB API reference, TransactWriteItems), so that there is room for some 60 KB an item: 60,000 markets with ids of
 * usual length, over all campaigns there ever were.
 */
const SHARDS = 64;

export const ownersKey = (marketId: string) => ({ PK: `MARKET_OWNERS#${shardOf(marketId, SHARDS)}`, SK: 'OWNERS' });

/** The attribute of a market id; the prefix keeps it apart from the keys. */
export const ownerAttribute = (marketId: string): string => `market:${marketId}`;

/** What a transaction needs to give market ids to a campaign, where nobody else has them, and to free others. */
export const ownerActions = (
  tableName: string,
  campaignId: string,
  { taken, freed }: { readonly taken: readonly string[]; readonly freed: readonly string[] },
): readonly TransactWriteItem[] =>
  [...Map.groupBy([...taken, ...freed], (id) => ownersKey(id).PK).values()].map((ids) => {
    const names = ids.map((id, index) => [`#m${index}`, ownerAttribute(id)] as const);
    const placeholders = (of: readonly string[]) => names.filter((_, index) => of.includes(ids[index] ?? '')).map(([name]) => name);
    const set = placeholders(taken);
    const removed = placeholders(freed);
    return {
      Update: {
        TableName: tableName,
        Key: toItem(ownersKey(ids[0] ?? '')),
        UpdateExpression: [
          set.length === 0 ? '' : `SET ${set.map((name) => `${name} = :campaign`).join(', ')}`,
          removed.length === 0 ? '' : `REMOVE ${removed.join(', ')}`,
        ].join(' '),
        ExpressionAttributeNames: Object.fromEntries(names),
        ...(set.length === 0
          ? {}
          : {
              ConditionExpression: set.map((name) => `(attribute_not_exists(${name}) OR ${name} = :campaign)`).join(' AND '),
              ExpressionAttributeValues: toItem({ ':campaign': campaignId }),
            }),
      },
    };
  });
