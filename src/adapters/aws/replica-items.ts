import { hash } from 'node:crypto';
import type { EntryKey } from '../../domain/entry.ts';
import type { Replica } from '../../ports/entry-store.ts';
import { type StoredReplica, toReplica } from '../replica/stored-replica.ts';
import { type DynamoDBItem, fromItem, type ItemKey, toItem } from './dynamodb-item.ts';

/** What was read of a key, with the number of its writes, 0 for none, which every write is conditional on. */
export interface KnownItem {
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
/** Names of the partitions above, in their order. */
export const ENTRY_PARTS: readonly string[] = Array.from({ length: ENTRY_SHARDS }, (_, shard) => String(shard));
/** The one of a campaign's partitions that is named so. */
export const entryPartitionNamed = (campaignId: string, part: string): string => entryPartition(campaignId, ENTRY_PARTS.indexOf(part));
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

export const knownFrom = (item: DynamoDBItem | undefined): KnownItem => {
  if (item === undefined) return { state: null, revision: 0 };
  const { PK: _pk, SK: _sk, revision, ...state } = fromItem<ItemKey & { readonly revision: number } & StoredReplica>(item);
  return { state, revision };
};

/** What the store's readers get of an item; null for a tombstone. */
export const replicaIn = (item: DynamoDBItem): Replica | null =>
  toReplica({ campaignId: campaignIdIn(item), globalUserId: item.SK?.S ?? '' }, knownFrom(item).state);

const campaignIdIn = (item: DynamoDBItem): string => item.PK?.S?.split('#')[1] ?? '';
