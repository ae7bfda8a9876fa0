import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { chunks } from '../../domain/chunks.ts';
import type { Verdict } from '../../domain/entry.ts';
import type { EntryCounts } from '../../ports/entry-store.ts';
import { readItems } from './batch-read.ts';
import { fromItem, type ItemKey, toItem } from './dynamodb-item.ts';
import { type StoredReplica, wonMarket } from './replica-items.ts';
import type { Pause } from './retried-batch.ts';

/** By how much counters change, by their names. */
export type CounterSums = ReadonlyMap<string, number>;

// A campaign's counts are the sums over these items. Each transaction changes one of them, chosen at random, so that
// few meet, and no partition gets more than 1,000 write units a second.
const COUNTER_SHARDS = 64;

/** DynamoDB developer guide, "Quotas": an expression has up to 4 KB and 300 operators. */
export const COUNTERS_AN_ITEM = 200;

const counterKey = (campaignId: string, shard: number): ItemKey => ({ PK: `COUNTS#${campaignId}#${shard % COUNTER_SHARDS}`, SK: 'COUNTS' });

/** What an entry adds to the counts: `v` by verdict, `e` entrants, `w` winners and `c` codes by market. */
const countersOf = (state: StoredReplica | null): readonly string[] => {
  if (state === null || state.deleted) return [];
  const won = wonMarket(state);
  return [
    `v:${state.verdict}`,
    ...state.rankedMarkets.map((market) => `e:${market}`),
    ...(won === undefined ? [] : [`w:${won}`]),
    ...(won === undefined || state.accessCode === undefined ? [] : [`c:${won}`]),
  ];
};

/** What counts differently after a change. */
export const counterChanges = (before: StoredReplica | null, after: StoredReplica | null): CounterSums => {
  const sums = new Map<string, number>();
  addTo(sums, countersOf(before), -1);
  addTo(sums, countersOf(after), 1);
  return withoutZeros(sums);
};

export const sumOf = (changes: readonly CounterSums[]): CounterSums => {
  const sums = new Map<string, number>();
  for (const change of changes) for (const [name, by] of change) addTo(sums, [name], by);
  return withoutZeros(sums);
};

const addTo = (sums: Map<string, number>, names: readonly string[], by: number): void => {
  for (const name of names) sums.set(name, (sums.get(name) ?? 0) + by);
};

const withoutZeros = (sums: CounterSums): CounterSums => new Map([...sums].filter(([, by]) => by !== 0));

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
  const byVerdict: Record<Verdict, number> = { PENDING: 0, WINNER: 0, WAITLIST: 0, LOSER: 0 };
  const byMarket: Record<string, { entrants: number; winners: number; codes: number }> = {};
  for (const [name, n] of sums) {
    const [kind, market] = [name.slice(0, 1), name.slice(2)];
    if (kind === 'v') {
      byVerdict[market as Verdict] = n;
      continue;
    }
    byMarket[market] ??= { entrants: 0, winners: 0, codes: 0 };
    byMarket[market][KINDS[kind as keyof typeof KINDS]] = n;
  }
  return { entries: byVerdict.PENDING + byVerdict.WINNER + byVerdict.WAITLIST + byVerdict.LOSER, byVerdict, byMarket };
};

const KINDS = { e: 'entrants', w: 'winners', c: 'codes' } as const;

const countersIn = ({ PK: _pk, SK: _sk, ...counters }: ItemKey & Record<string, unknown>): Record<string, number> => counters as Record<string, number>;
