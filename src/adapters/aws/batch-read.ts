import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import { type DynamoDBItem, fromItem, type ItemKey, toItem } from './dynamodb-item.ts';
import { mapInFlight, REQUESTS_AT_ONCE } from './in-flight.ts';
import { type Pause, retriedBatch } from './retried-batch.ts';
import { storageFailure } from './storage-failure.ts';

/** DynamoDB API reference, BatchGetItem: at most 100 keys, none of them twice, and 16 MB an answer. */
const KEYS_A_REQUEST = 100;

/** Strongly consistent, in the order of the keys, which may be any number; undefined where there is no item. */
export const readItems = async (
  client: DynamoDBClient,
  tableName: string,
  keys: readonly ItemKey[],
  pause: Pause,
): Promise<readonly (DynamoDBItem | undefined)[]> => {
  const wanted = new Map(keys.map(({ PK, SK }) => [nameOf({ PK, SK }), { PK, SK }]));
  const found = new Map<string, DynamoDBItem>();
  const read = async (some: readonly ItemKey[]): Promise<readonly ItemKey[]> => {
    const answer = await client
      .send(new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: some.map(toItem), ConsistentRead: true } } }))
      .catch((error: unknown) => {
        throw storageFailure('BatchGetItem', error);
      });
    for (const item of answer.Responses?.[tableName] ?? []) found.set(nameOf({ PK: item.PK?.S ?? '', SK: item.SK?.S ?? '' }), item);
    return (answer.UnprocessedKeys?.[tableName]?.Keys ?? []).map((key) => fromItem<ItemKey>(key));
  };
  await mapInFlight(chunks([...wanted.values()], KEYS_A_REQUEST), REQUESTS_AT_ONCE, async (some) => {
    const left = await retriedBatch(some, read, pause);
    if (left.length > 0)
      throw new RegError(
        'STORAGE_FAILED',
        `BatchGetItem left ${left.length} of ${some.length} keys unread, time after time. Look at the table's throttling and quotas.`,
      );
  });
  return keys.map((key) => found.get(nameOf(key)));
};

const nameOf = ({ PK, SK }: ItemKey): string => `${PK}\n${SK}`;
