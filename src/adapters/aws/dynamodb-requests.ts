import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { type Change, type Condition, conditionOf, fromItem, type ItemKey, toItem, updateOf } from './dynamodb-expressions.ts';
import { retriedBatch } from './retried-batch.ts';
import { storageFailure } from './storage-failure.ts';

/** One table and what it takes to reach it. */
export interface DynamoDBTable {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Keys a BatchGetItem takes (DynamoDB API reference, BatchGetItem). */
const KEYS_A_READ = 100;
/** Actions a transaction takes (DynamoDB API reference, TransactWriteItems). */
export const ACTIONS_A_TRANSACTION = 100;
/** Requests one call has under way together; the SDK opens 50 connections. */
export const REQUESTS_AT_ONCE = 16;

/** Does `work` for all, `REQUESTS_AT_ONCE` at a time, and answers in their order. */
export const forAll = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  atOnce = REQUESTS_AT_ONCE,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const together of chunks(items, atOnce)) {
    const start = results.length;
    // What one call started has come to its end before it fails, so that nothing of it is written later.
    const settled = await Promise.allSettled(together.map((item, index) => work(item, start + index)));
    for (const outcome of settled) {
      if (outcome.status === 'rejected') throw outcome.reason;
      results.push(outcome.value);
    }
  }
  return results;
};

const failed = (error: unknown): never => {
  throw storageFailure(error, 'DynamoDB');
};

/** Strongly consistent; null where there is none. */
export const getItem = async <Item>({ client, tableName }: DynamoDBTable, key: ItemKey): Promise<Item | null> => {
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: toItem(key), ConsistentRead: true })).catch(failed);
  return Item === undefined ? null : fromItem<Item>(Item);
};

/** Strongly consistent, in the order of `keys`; a key may come more than once. */
export const getItems = async <Item extends ItemKey>(table: DynamoDBTable, keys: readonly ItemKey[]): Promise<readonly (Item | null)[]> => {
  const { client, tableName } = table;
  const nameOf = ({ PK, SK }: ItemKey) => JSON.stringify([PK, SK]);
  const distinct = [...new Map(keys.map(({ PK, SK }) => [nameOf({ PK, SK }), { PK, SK }])).values()];
  const found = new Map<string, Item>();
  await forAll(chunks(distinct, KEYS_A_READ), async (part) => {
    const left = await retriedBatch(
      part.map(toItem),
      async (Keys) => {
        const read: BatchGetItemCommandOutput = await client
          .send(new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: [...Keys], ConsistentRead: true } } }))
          .catch(failed);
        for (const item of read.Responses?.[tableName] ?? []) {
          const plain = fromItem<Item>(item);
          found.set(nameOf(plain), plain);
        }
        return read.UnprocessedKeys?.[tableName]?.Keys ?? [];
      },
      table,
    );
    if (left.length > 0) throw new RegError('STORAGE_FAILED', `DynamoDB did not answer for ${left.length} of ${part.length} keys.`);
  });
  return keys.map((key) => found.get(nameOf(key)) ?? null);
};

export type Query = Omit<QueryCommandInput, 'TableName' | 'Select' | 'Limit' | 'ExclusiveStartKey'>;

/** Items of a query, all pages or the first `limit`. Strongly consistent unless it is of an index. */
export const queryItems = async <Item>({ client, tableName }: DynamoDBTable, query: Query, limit?: number): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client
      .send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: query.IndexName === undefined,
          ...query,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
          ...(limit === undefined ? {} : { Limit: limit - items.length }),
        }),
      )
      .catch(failed);
    for (const item of page.Items ?? []) items.push(fromItem<Item>(item));
    start = page.LastEvaluatedKey;
  } while (start !== undefined && (limit === undefined || items.length < limit));
  return items;
};

/** How many items a query has. */
export const countItems = async ({ client, tableName }: DynamoDBTable, query: Query): Promise<number> => {
  let count = 0;
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client
      .send(new QueryCommand({ TableName: tableName, ...query, Select: 'COUNT', ...(start === undefined ? {} : { ExclusiveStartKey: start }) }))
      .catch(failed);
    count += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return count;
};

const ATTEMPTS = 10;
const LONGEST_WAIT_MS = 1_000;

/** A request that meets a transaction on the same item is refused, and the SDK does not repeat it (DynamoDB developer guide, transactions). */
const conflictRetried = async <Answer>({ clock, random }: DynamoDBTable, request: () => Promise<Answer | 'conflict'>): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await request();
    if (answer !== 'conflict') return answer;
    if (attempt === ATTEMPTS) throw new RegError('CONFLICT', 'Another writer keeps changing the same items. Try again.');
    await clock.sleep(random.fraction() * Math.min(LONGEST_WAIT_MS, 10 * 2 ** attempt));
  }
};

/**
 * Changes one item if its condition holds. `changed` with the values updated; or not, with the item as it is (null:
 * there is none). A change whose answer was lost is sent again by the SDK and then finds its own doing.
 */
export const changeItem = <Item>(table: DynamoDBTable, change: Change): Promise<{ changed: true; item: Item } | { changed: false; item: Item | null }> =>
  conflictRetried(table, async () => {
    try {
      const { Attributes = {} } = await table.client.send(
        new UpdateItemCommand({ ...updateOf(table.tableName, change), ReturnValues: 'ALL_NEW', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      );
      return { changed: true, item: fromItem<Item>(Attributes) };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return { changed: false, item: error.Item === undefined ? null : fromItem<Item>(error.Item) };
      if (error instanceof Error && error.name === 'TransactionConflictException') return 'conflict';
      return failed(error);
    }
  });

/** Removes one item, if the condition holds; otherwise, or where there is none, nothing happens. */
export const removeItem = (table: DynamoDBTable, key: ItemKey, condition?: Condition): Promise<void> =>
  conflictRetried(table, async () => {
    try {
      await table.client.send(
        new DeleteItemCommand({ TableName: table.tableName, Key: toItem(key), ...(condition === undefined ? {} : conditionOf(condition)) }),
      );
    } catch (error) {
      if (error instanceof Error && error.name === 'TransactionConflictException') return 'conflict';
      if (!(error instanceof ConditionalCheckFailedException)) failed(error);
    }
    return undefined;
  });

/**
 * All actions or none. Answers the indexes of those whose condition did not hold: none means that it is done. The SDK
 * gives each transaction a token, so that one whose answer was lost is not done twice.
 */
export const transact = (table: DynamoDBTable, actions: readonly TransactWriteItem[]): Promise<readonly number[]> =>
  conflictRetried(table, async () => {
    try {
      await table.client.send(new TransactWriteItemsCommand({ TransactItems: [...actions] }));
      return [];
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) return failed(error);
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      const refused = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
      if (refused.length > 0) return refused;
      return codes.some((code) => code !== undefined && PASSING.has(code)) ? 'conflict' : failed(error);
    }
  });

/** Reasons of a cancelled transaction that pass by themselves (DynamoDB API reference, TransactWriteItems). */
const PASSING: ReadonlySet<string> = new Set(['TransactionConflict', 'ProvisionedThroughputExceeded', 'ThrottlingError']);
