import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { type DynamoDBItem, toItem } from './dynamodb-item.ts';
import { mapInFlight } from './in-flight.ts';
import { storageFailure } from './storage-failure.ts';

export interface ShardedList {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Each in the order of its sort key, which no two of them share. */
  readonly partitions: readonly string[];
  readonly filter?: Pick<QueryCommandInput, 'FilterExpression' | 'ExpressionAttributeValues'>;
}

export interface ShardedPage {
  readonly items: readonly DynamoDBItem[];
  /** Where the next page begins behind; null on the last one. */
  readonly next: string | null;
}

interface Shard {
  readonly partition: string;
  /** Everything up to this sort key was read; null: everything. */
  readUpTo: string | null;
}

const QUERIES_AT_ONCE = 32;
/** A filter may leave little of much that was read; then a page ends before it is full. */
const ROUNDS = 4;

/**
 * The items of several partitions behind `after` in the order of their sort keys, strongly consistent. A page has at
 * most `limit` items, and fewer where a filter drops nearly all.
 */
export const readShardedPage = async (list: ShardedList, after: string, limit: number): Promise<ShardedPage> => {
  const shards = list.partitions.map((partition): Shard => ({ partition, readUpTo: after }));
  let items: DynamoDBItem[] = [];
  // With as many again as the square root says, one round nearly always does: ids are spread by their hash.
  const share = limit / shards.length;
  let most = shards.length === 1 ? limit : Math.ceil(share + 3 * Math.sqrt(share)) + 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const cut = items[limit];
    const unread = shards.filter(({ readUpTo }) => readUpTo !== null && (cut === undefined || compareKeys(readUpTo, keyOf(cut)) < 0));
    if (unread.length === 0) break;
    const found = await mapInFlight(unread, QUERIES_AT_ONCE, (shard) => readOn(list, shard, most));
    items = [...items, ...found.flat()].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
    most *= 4;
  }
  return cutPage(items, shards, limit);
};

const readOn = async ({ client, tableName, filter }: ShardedList, shard: Shard, most: number): Promise<readonly DynamoDBItem[]> => {
  const after = shard.readUpTo === '' ? undefined : (shard.readUpTo ?? undefined);
  const { Items = [], LastEvaluatedKey } = await client
    .send(
      new QueryCommand({
        TableName: tableName,
        // A key is never empty, and DynamoDB refuses to compare with one that is.
        KeyConditionExpression: after === undefined ? 'PK = :partition' : 'PK = :partition AND SK > :after',
        ...filter,
        ExpressionAttributeValues: { ...filter?.ExpressionAttributeValues, ...toItem({ ':partition': shard.partition, ':after': after }) },
        Limit: most,
        ConsistentRead: true,
      }),
    )
    .catch((error: unknown) => {
      throw storageFailure('Query', error);
    });
  shard.readUpTo = LastEvaluatedKey === undefined ? null : keyOf(LastEvaluatedKey);
  return Items;
};

/** Only up to where every partition was read nothing can be missing. */
const cutPage = (items: readonly DynamoDBItem[], shards: readonly Shard[], limit: number): ShardedPage => {
  const bounds = shards.flatMap(({ readUpTo }) => readUpTo ?? []).sort(compareKeys);
  const [bound] = bounds;
  const sure = bound === undefined ? items : items.filter((item) => compareKeys(keyOf(item), bound) <= 0);
  const page = sure.slice(0, limit);
  const last = page.at(-1);
  if (sure.length > limit && last !== undefined) return { items: page, next: keyOf(last) };
  return { items: page, next: bound ?? null };
};

const keyOf = (item: DynamoDBItem): string => item.SK?.S ?? '';

/** The order of DynamoDB's sort keys, by bytes of UTF-8. */
const compareKeys = (a: string, b: string): number => {
  if (ASCII.test(a) && ASCII.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself
const ASCII = /^[\u0000-\u007f]*$/;
