import { DeleteItemCommand, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { EntryKey } from '../../domain/entry.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EntryStore, Replica } from '../../ports/entry-store.ts';
import type { Random } from '../../ports/random.ts';
import { decideAssign, decideErase, decideRemove, decideUpsert } from '../replica/replica-decisions.ts';
import { type ReplicaStorage, settle } from '../replica/replica-settling.ts';
import { readItems } from './batch-read.ts';
import { conditionalWrite } from './conditional-write.ts';
import { type DynamoDBItem, toItem } from './dynamodb-item.ts';
import { mapInFlight } from './in-flight.ts';
import { addInvites, isInvited, removeInvites } from './invite-items.ts';
import { createKnownCampaigns } from './known-campaigns.ts';
import { writeChanges } from './replica-changes.ts';
import { readCounts } from './replica-counters.ts';
import { ENTRY_PARTS, entryPartitionNamed, entryPartitions, type KnownItem, knownFrom, replicaIn, replicaKey, winnerPartitions } from './replica-items.ts';
import { readShardedPage } from './sharded-page.ts';

export interface DynamoDBEntryStoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** For the waits between attempts. */
  readonly clock: Clock;
  /** Chooses the counters that a write changes, and spreads the waits. */
  readonly random: Random;
}

const WRITES_AT_ONCE = 32;
const ERASURES = 10;

/**
 * The Entry Service's store in one table. An entry, its counts, its place among a market's winners and its code's
 * holder change in one transaction; every read is strongly consistent.
 */
export const createDynamoDBEntryStore = ({ client, tableName, clock, random }: DynamoDBEntryStoreOptions): EntryStore => {
  const pause = { clock, random };
  const table = { client, tableName, pause };
  const campaigns = createKnownCampaigns(table);
  const read = (keys: readonly EntryKey[]) => readItems(client, tableName, keys.map(replicaKey), pause);
  const storage: ReplicaStorage<KnownItem> = {
    unseen: knownFrom(undefined),
    read: async (keys) => (await read(keys)).map(knownFrom),
    write: (changes, knowledge) => writeChanges(table, changes, knowledge),
  };

  const setScore = async (
    { score, createdAt, ...key }: EntryKey & { readonly createdAt: string; readonly score: number },
    by: 'provider' | 'operator',
  ): Promise<void> => {
    const isGiven = by === 'operator';
    const command = new UpdateItemCommand({
      TableName: tableName,
      Key: toItem(replicaKey(key)),
      UpdateExpression: `SET score = :score${isGiven ? ', scoreGiven = :true' : ''} ADD revision :one`,
      ConditionExpression: `createdAt = :createdAt AND attribute_not_exists(deleted)${isGiven ? '' : ' AND attribute_not_exists(scoreGiven)'}`,
      ExpressionAttributeValues: toItem({ ':score': score, ':one': 1, ':createdAt': createdAt, ...(isGiven && { ':true': true }) }),
    });
    await conditionalWrite('UpdateItem', () => client.send(command), pause);
  };

  /** How many invites went; `isDone` is false where an entry changed meanwhile. */
  const eraseOnce = async (globalUserId: string): Promise<{ readonly invites: number; readonly isDone: boolean }> => {
    let invites = 0;
    const keys = (await campaigns.list()).map((campaignId): EntryKey => ({ campaignId, globalUserId }));
    const items = await read(keys);
    const living = keys.flatMap((key, index) => {
      const { state } = knownFrom(items[index]);
      return state === null || state.deleted ? [] : [{ key, state }];
    });
    // First, as nobody knows the address once the entry is gone.
    for (const { state } of living) {
      invites += await removeInvites(table, 'email', state.email);
      if (state.memberId !== undefined) invites += await removeInvites(table, 'memberId', state.memberId);
    }
    const outcomes = await settle(
      storage,
      living.map(({ key, state }) => ({ key, isFirst: false, decide: (held) => decideErase(held, state) })),
    );
    return { invites, isDone: !outcomes.includes('again') };
  };

  return {
    parts: ENTRY_PARTS,
    upsert: async (writes, scores) => {
      await campaigns.keep(writes.map(({ campaignId }) => campaignId));
      return settle(
        storage,
        writes.map((write, index) => ({ key: write, isFirst: write.version === 1, decide: (held) => decideUpsert(held, write, scores[index] ?? null) })),
      );
    },
    remove: (states) =>
      settle(
        storage,
        states.map((state) => ({ key: state, isFirst: false, decide: (held) => decideRemove(held, state) })),
      ),
    assign: (assignment) =>
      settle(
        storage,
        assignment.entries.map((entry) => ({
          key: { campaignId: assignment.campaignId, globalUserId: entry.globalUserId },
          isFirst: false,
          decide: (held, holders) => decideAssign(held, assignment, entry, holders),
        })),
      ),
    getBatch: async (keys) => (await read(keys)).map((item) => (item === undefined ? null : replicaIn(item))),
    listByCampaign: async (campaignId, { after = '', limit, verdict, part }) => {
      const filter =
        verdict === undefined
          ? { FilterExpression: 'attribute_not_exists(deleted)' }
          : { FilterExpression: 'verdict = :verdict', ExpressionAttributeValues: toItem({ ':verdict': verdict }) };
      const partitions = part === undefined ? entryPartitions(campaignId) : [entryPartitionNamed(campaignId, part)];
      const { items, next } = await readShardedPage({ client, tableName, partitions, filter }, after, limit);
      return { entries: items.flatMap((item) => replicaIn(item) ?? []), next };
    },
    listByMarket: async (marketId, { after = '', limit }) => {
      const { items, next } = await readShardedPage({ client, tableName, partitions: winnerPartitions(marketId) }, after, limit);
      const replicas = (await read(items.map(winnerIn))).map((item) => (item === undefined ? null : replicaIn(item)));
      const isWinner = (replica: Replica | null) => replica?.verdict === 'WINNER' && replica.selection?.marketId === marketId;
      return { entries: replicas.flatMap((replica) => (replica !== null && isWinner(replica) ? [replica] : [])), next };
    },
    count: (campaignId) => readCounts(client, tableName, campaignId, pause),
    scoreSubjects: async (keys) => {
      const items = await read(keys);
      return keys.map(({ campaignId, globalUserId }, index) => {
        const { state } = knownFrom(items[index]);
        if (state === null || state.deleted) return null;
        return { campaignId, globalUserId, createdAt: state.createdAt, ...(state.memberId === undefined ? {} : { memberId: state.memberId }) };
      });
    },
    setScores: async (scores, by) => {
      await mapInFlight(scores, WRITES_AT_ONCE, (one) => setScore(one, by));
    },
    isInvited: (campaignId, key, value) => isInvited(table, campaignId, key, value),
    addInvites: (campaignId, key, values) => addInvites(table, campaignId, key, values),
    removeInvites: (key, value) => removeInvites(table, key, value),
    forgetFan: async (globalUserId) => {
      const keys = (await campaigns.list()).map((campaignId): EntryKey => ({ campaignId, globalUserId }));
      const items = await read(keys);
      const buried = keys.filter((_, index) => knownFrom(items[index]).state?.deleted === true);
      const outcomes = await mapInFlight(buried, WRITES_AT_ONCE, (key) => {
        const command = new DeleteItemCommand({
          TableName: tableName,
          Key: toItem(replicaKey(key)),
          ConditionExpression: 'deleted = :true',
          ExpressionAttributeValues: toItem({ ':true': true }),
        });
        return conditionalWrite('DeleteItem', () => client.send(command), pause);
      });
      return outcomes.filter(({ written }) => written).length;
    },
    eraseFan: async (globalUserId) => {
      let removed = await removeInvites(table, 'globalUserId', globalUserId);
      for (let attempt = 0; attempt < ERASURES; attempt += 1) {
        const { invites, isDone } = await eraseOnce(globalUserId);
        removed += invites;
        if (isDone) return removed;
      }
      throw new RegError('CONFLICT', 'Entries of the fan to be erased were always changed first. Try again.');
    },
  };
};

const winnerIn = (item: DynamoDBItem): EntryKey => ({ campaignId: item.campaignId?.S ?? '', globalUserId: item.SK?.S ?? '' });
