import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { readItems } from './batch-read.ts';
import { conditionalWrite, transactWrite } from './conditional-write.ts';
import { type Change, type Condition, conditionOf, updateOf } from './dynamodb-expressions.ts';
import { type DynamoDBItem, fromItem, type ItemKey, toItem } from './dynamodb-item.ts';
import { storageFailure } from './storage-failure.ts';

/** One table and what it takes to reach it. */
export interface DynamoDBTable {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Actions a transaction takes (DynamoDB API reference, TransactWriteItems). */
export const ACTIONS_A_TRANSACTION = 100;
const failed = (error: unknown): never => {
  throw storageFailure('A request to DynamoDB', error);
};

/** Strongly consistent; null where there is none. */
export const getItem = async <Item>({ client, tableName }: DynamoDBTable, key: ItemKey): Promise<Item | null> => {
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: toItem(key), ConsistentRead: true })).catch(failed);
  return Item === undefined ? null : fromItem<Item>(Item);
};

/** Strongly consistent, in the order of `keys`; a key may come more than once. */
export const getItems = async <Item>(table: DynamoDBTable, keys: readonly ItemKey[]): Promise<readonly (Item | null)[]> => {
  const items = await readItems(table.client, table.tableName, keys, table);
  return items.map((item) => (item === undefined ? null : fromItem<Item>(item)));
};

export type Query = Omit<QueryCommandInput, 'TableName' | 'Select' | 'Limit' | 'ExclusiveStartKey'>;

/** Items of a query, all pages or the first `limit`, behind `after` if that is given: all its keys, also those of an index. Strongly consistent unless it is of an index. */
export const queryItems = async <Item>({ client, tableName }: DynamoDBTable, query: Query, limit?: number, after?: object): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'] = after === undefined ? undefined : toItem(after);
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

/** How many items a query has, counted no further than `most`. */
export const countItems = async ({ client, tableName }: DynamoDBTable, query: Query, most: number): Promise<number> => {
  let count = 0;
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const from = start === undefined ? {} : { ExclusiveStartKey: start };
    const page = await client.send(new QueryCommand({ TableName: tableName, ...query, Select: 'COUNT', Limit: most - count, ...from })).catch(failed);
    count += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start !== undefined && count < most);
  return count;
};

/**
 * Changes one item if its condition holds. `changed` with the values updated; or not, with the item as it is (null:
 * there is none). A change whose answer was lost is sent again by the SDK and then finds its own doing.
 */
export const changeItem = async <Item>(
  table: DynamoDBTable,
  change: Change,
): Promise<{ changed: true; item: Item } | { changed: false; item: Item | null }> => {
  let updated: DynamoDBItem = {};
  const send = async () => {
    const { Attributes = {} } = await table.client.send(
      new UpdateItemCommand({ ...updateOf(table.tableName, change), ReturnValues: 'ALL_NEW', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    );
    updated = Attributes;
  };
  const outcome = await conditionalWrite('UpdateItem', send, table);
  if (outcome.written) return { changed: true, item: fromItem<Item>(updated) };
  return { changed: false, item: outcome.held === undefined ? null : fromItem<Item>(outcome.held) };
};

/** Removes one item, if the condition holds; otherwise, or where there is none, nothing happens. */
export const removeItem = async (table: DynamoDBTable, key: ItemKey, condition?: Condition): Promise<void> => {
  const input = { TableName: table.tableName, Key: toItem(key), ...(condition === undefined ? {} : conditionOf(condition)) };
  await conditionalWrite('DeleteItem', () => table.client.send(new DeleteItemCommand(input)), table);
};

/**
 * All actions or none. Answers the indexes of those whose condition did not hold: none means that it is done. The SDK
 * gives each transaction a token, so that one whose answer was lost is not done twice.
 */
export const transact = async (table: DynamoDBTable, actions: readonly TransactWriteItem[]): Promise<readonly number[]> => {
  const outcome = await transactWrite('TransactWriteItems', () => table.client.send(new TransactWriteItemsCommand({ TransactItems: [...actions] })), table);
  return outcome.written ? [] : [...outcome.held.keys()];
};
