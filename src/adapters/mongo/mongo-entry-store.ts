import type { Filter } from 'mongodb';
import type { EntryKey } from '../../domain/entry.ts';
import { RegError } from '../../errors.ts';
import type { EntryStore, ReplicaPage } from '../../ports/entry-store.ts';
import type { Random } from '../../ports/random.ts';
import { decideAssign, decideErase, decideRemove, decideUpsert } from '../replica/replica-decisions.ts';
import { nameOf, settle } from '../replica/replica-settling.ts';
import { toReplica } from '../replica/stored-replica.ts';
import { CALL_LIMITS, type MongoConnection, ONE_ANSWER } from './mongo-connection.ts';
import { addInvites, isInvited, removeInvites } from './mongo-invites.ts';
import { createMongoReplicas } from './mongo-replica-changes.ts';
import { createReplicaCounters } from './mongo-replica-counters.ts';
import { behind, knownFrom, type ReplicaDocument } from './mongo-replicas.ts';
import { text } from './mongo-values.ts';

export interface MongoEntryStoreOptions {
  readonly mongo: MongoConnection;
  /** Names writes, and chooses the counters that they change. */
  readonly random: Random;
}

const ERASURES = 10;

/**
 * The Entry Service's store on MongoDB, without transactions. An entry is one document that is replaced where it still is
 * what was read; its code's holder is written before it, its counts after it.
 */
export const createMongoEntryStore = ({ mongo, random }: MongoEntryStoreOptions): EntryStore => {
  const counters = createReplicaCounters(mongo, random);
  const replicas = createMongoReplicas(mongo, counters, random);

  const pageOf = async (filter: Filter<ReplicaDocument>, sort: '_id' | 'globalUserId' | 'won', limit: number): Promise<ReplicaPage> => {
    const documents = await mongo.run('entries.find', (database) =>
      database
        .collection<ReplicaDocument>('entries')
        .find(filter, { sort: { [sort]: 1 }, limit: limit + 1, ...ONE_ANSWER })
        .toArray(),
    );
    const entries = documents.slice(0, limit).flatMap((document) => replicaIn(document) ?? []);
    return { entries, next: documents.length > limit ? (entries.at(-1)?.globalUserId ?? null) : null };
  };

  /** How many invites went; `isDone` is false where an entry changed meanwhile. */
  const eraseOnce = async (globalUserId: string): Promise<{ readonly invites: number; readonly isDone: boolean }> => {
    let invites = 0;
    const documents = await mongo.run('entries.find', (database) =>
      database
        .collection<ReplicaDocument>('entries')
        .find({ globalUserId: text(globalUserId) }, ONE_ANSWER)
        .toArray(),
    );
    // First, as nobody knows the address once the entry is gone.
    for (const document of documents) {
      if (document.deleted) continue;
      invites += await removeInvites(mongo, 'email', document.email);
      if (document.memberId !== undefined) invites += await removeInvites(mongo, 'memberId', document.memberId);
    }
    const outcomes = await settle(
      replicas,
      documents.map((document) => ({
        key: keyIn(document),
        isFirst: false,
        decide: (held) => (document.deleted ? decideErase(held, NOTHING) : decideErase(held, document)),
      })),
    );
    return { invites, isDone: !outcomes.includes('again') };
  };

  return {
    parts: ['all'],
    upsert: (writes, scores) =>
      settle(
        replicas,
        writes.map((write, index) => ({ key: write, isFirst: write.version === 1, decide: (held) => decideUpsert(held, write, scores[index] ?? null) })),
      ),
    remove: (states) =>
      settle(
        replicas,
        states.map((state) => ({ key: state, isFirst: false, decide: (held) => decideRemove(held, state) })),
      ),
    assign: (assignment) =>
      settle(
        replicas,
        assignment.entries.map((entry) => ({
          key: { campaignId: assignment.campaignId, globalUserId: entry.globalUserId },
          isFirst: false,
          decide: (held, holders) => decideAssign(held, assignment, entry, holders),
        })),
      ),
    getBatch: async (keys) => {
      const known = await replicas.look(keys);
      return keys.map((key, index) => toReplica(key, known[index]?.state ?? null));
    },
    listByCampaign: (campaignId, { after = '', limit, verdict }) =>
      verdict === undefined
        ? pageOf({ _id: behind(text(campaignId), text(after)), deleted: { $exists: false } }, '_id', limit)
        : pageOf({ campaignId: text(campaignId), verdict: text(verdict), globalUserId: { $gt: text(after) } }, 'globalUserId', limit),
    listByMarket: (marketId, { after = '', limit }) => pageOf({ won: behind(text(marketId), text(after)) }, 'won', limit),
    count: (campaignId) => counters.read(text(campaignId)),
    scoreSubjects: async (keys) => {
      const known = await replicas.look(keys);
      return keys.map(({ campaignId, globalUserId }, index) => {
        const state = known[index]?.state ?? null;
        if (state === null || state.deleted) return null;
        return { campaignId, globalUserId, createdAt: state.createdAt, ...(state.memberId === undefined ? {} : { memberId: state.memberId }) };
      });
    },
    setScores: async (scores, by) => {
      const isGiven = by === 'operator';
      if (scores.length === 0) return;
      const statements = scores.map(({ score, createdAt, ...key }) => ({
        updateOne: {
          filter: { _id: nameOf(key), createdAt, deleted: { $exists: false }, ...(isGiven ? {} : { scoreGiven: { $exists: false } }) },
          update: { $set: { score, revision: random.id(), ...(isGiven && { scoreGiven: true as const }) } },
        },
      }));
      await mongo.run('entries.bulkWrite', (database) =>
        database.collection<ReplicaDocument>('entries').bulkWrite(statements, { ordered: false, ...CALL_LIMITS }),
      );
    },
    isInvited: (campaignId, key, value) => isInvited(mongo, campaignId, key, value),
    addInvites: (campaignId, key, values) => addInvites(mongo, campaignId, key, values),
    removeInvites: (key, value) => removeInvites(mongo, key, value),
    forgetFan: async (globalUserId) => {
      // What is not counted yet is counted by the erasure that comes before.
      const filter: Filter<ReplicaDocument> = { globalUserId: text(globalUserId), deleted: true, ref: { $exists: false } };
      const { deletedCount } = await mongo.run('entries.deleteMany', (database) =>
        database.collection<ReplicaDocument>('entries').deleteMany(filter, CALL_LIMITS),
      );
      return deletedCount;
    },
    eraseFan: async (globalUserId) => {
      let removed = await removeInvites(mongo, 'globalUserId', globalUserId);
      for (let attempt = 0; attempt < ERASURES; attempt += 1) {
        const { invites, isDone } = await eraseOnce(globalUserId);
        removed += invites;
        if (isDone) return removed;
      }
      throw new RegError('CONFLICT', 'Entries of the fan to be erased were always changed first. Try again.');
    },
  };
};

/** The address of one that was gone already: none, so that one that came since is met anew. */
const NOTHING = { email: '' };

const keyIn = ({ _id, globalUserId }: ReplicaDocument): EntryKey => ({ campaignId: _id.slice(0, _id.indexOf('#')), globalUserId });

const replicaIn = (document: ReplicaDocument) => toReplica(keyIn(document), knownFrom(document).state);
