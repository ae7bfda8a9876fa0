import { hash } from 'node:crypto';
import type { EntryKey } from '../../domain/entry.ts';
import type { Replica, ReplicaWrite } from '../../ports/entry-store.ts';
import { type DynamoDBItem, fromItem, type ItemKey, toItem } from './dynamodb-item.ts';

/** Keys and version of a removed entry, and no personal data beside them. */
export interface Tombstone {
  readonly deleted: true;
  readonly version: number;
  readonly createdAt: string;
}

/** An entry as stored, beside its keys. */
export interface LivingReplica extends Omit<ReplicaWrite, keyof EntryKey | 'userInfo'> {
  readonly deleted?: undefined;
  /** As it stands on invite lists. */
  readonly email: string;
  readonly memberId?: string;
  /** Absent before the first that succeeded. */
  readonly score?: number;
}

export type StoredReplica = LivingReplica | Tombstone;

/** What was read of a key, with the number of its writes, 0 for none, which every write is conditional on. */
export interface KnownReplica {
  readonly state: StoredReplica | null;
  readonly revision: number;
}

// A partition takes 1,000 write units a second (DynamoDB developer guide, "Partitions and data distribution"), and an
// entry in a transaction costs two. 10 million entries within an hour are 2,800 a second.
const ENTRY_SHARDS = 32;
const WINNER_SHARDS = 8;

const shardOf = (globalUserId: string, shards: number): number => (hash('sha256', globalUserId, 'buffer')[0] ?? 0) % shards;

const entryPartition = (campaignId: string, shard: number): string => `ENTRIES#${campaignId}#${shard}`;
const winnerPartition = (marketId: string, shard: number): string => `WINNERS#${marketId}#${shard}`;

/** The partitions that the entries of a campaign are in, each in the order of `globalUserId`. */
export const entryPartitions = (campaignId: string): readonly string[] => Array.from({ length: ENTRY_SHARDS }, (_, shard) => entryPartition(campaignId, shard));
/** The same for a market's winners. */
export const winnerPartitions = (marketId: string): readonly string[] => Array.from({ length: WINNER_SHARDS }, (_, shard) => winnerPartition(marketId, shard));

export const replicaKey = ({ campaignId, globalUserId }: EntryKey): ItemKey => ({
  PK: entryPartition(campaignId, shardOf(globalUserId, ENTRY_SHARDS)),
  SK: globalUserId,
});

export const winnerKey = (marketId: string, globalUserId: string): ItemKey => ({
  PK: winnerPartition(marketId, shardOf(globalUserId, WINNER_SHARDS)),
  SK: globalUserId,
});

/** A unique code's one holder for good, by hash, so that it outlives an erasure. */
export const codeKey = (codeHash: string): ItemKey => ({ PK: `CODE#${codeHash}`, SK: 'CODE' });

export const replicaItem = (key: EntryKey, state: StoredReplica, revision: number): DynamoDBItem => toItem({ ...state, ...replicaKey(key), revision });

export const knownFrom = (item: DynamoDBItem | undefined): KnownReplica => {
  if (item === undefined) return { state: null, revision: 0 };
  const { PK: _pk, SK: _sk, revision, ...state } = fromItem<ItemKey & { readonly revision: number } & StoredReplica>(item);
  return { state, revision };
};

/** What the store's readers get of an item; null for a tombstone. */
export const toReplica = (item: DynamoDBItem): Replica | null => {
  const { state } = knownFrom(item);
  if (state === null || state.deleted) return null;
  const { email: _email, memberId: _memberId, rankedMarkets: _ranked, score = null, ...replica } = state;
  return { campaignId: campaignIdIn(item), globalUserId: item.SK?.S ?? '', ...replica, score };
};

const campaignIdIn = (item: DynamoDBItem): string => item.PK?.S?.split('#')[1] ?? '';

/** The market that an entry won. */
export const wonMarket = (state: StoredReplica | null): string | undefined =>
  state !== null && !state.deleted && state.verdict === 'WINNER' ? state.selection?.marketId : undefined;
