import type { AnyBulkWriteOperation } from 'mongodb';
import { chunks } from '../../domain/chunks.ts';
import type { EntryKey } from '../../domain/entry.ts';
import type { Random } from '../../ports/random.ts';
import { counterChanges } from '../replica/replica-counts.ts';
import type { CodeClaim } from '../replica/replica-decisions.ts';
import { type Knowledge, nameOf, type ReplicaChange, type ReplicaStorage } from '../replica/replica-settling.ts';
import { CALL_LIMITS, isDuplicate, type MongoConnection, ONE_ANSWER } from './mongo-connection.ts';
import type { ReplicaCounters } from './mongo-replica-counters.ts';
import { type KnownDocument, knownFrom, type ReplicaDocument, replicaDocument, UNSEEN, type UnbookedEntry, unbookedIn } from './mongo-replicas.ts';
import { texts } from './mongo-values.ts';

interface HolderDocument {
  readonly _id: string;
  readonly holder: string;
}

/** `read` is for those who write: it also counts what others left uncounted. */
export interface MongoReplicas extends ReplicaStorage<KnownDocument> {
  /** Reads and does no more. In the order asked. */
  look(keys: readonly EntryKey[]): Promise<readonly KnownDocument[]>;
}

const READ_TOGETHER = 1_000;

/**
 * Entries in MongoDB, each a document that changes as a whole and only if it is what was read. No statement of a batch can
 * fail for what it meets, as a server may stop at the first that does: what meets something else changes nothing.
 */
export const createMongoReplicas = (mongo: MongoConnection, counters: ReplicaCounters, random: Random): MongoReplicas => {
  const look = async (keys: readonly EntryKey[]): Promise<readonly KnownDocument[]> => {
    const names = texts(keys.map(nameOf));
    const found = new Map<string, ReplicaDocument>();
    for (const some of chunks([...new Set(names)], READ_TOGETHER)) {
      const documents = await mongo.run('entries.find', (database) =>
        database
          .collection<ReplicaDocument>('entries')
          .find({ _id: { $in: [...some] } }, ONE_ANSWER)
          .toArray(),
      );
      for (const document of documents) found.set(document._id, document);
    }
    return names.map((name) => knownFrom(found.get(name)));
  };

  const read = async (keys: readonly EntryKey[]): Promise<readonly KnownDocument[]> => {
    const known = await look(keys);
    const unbooked = new Map(known.flatMap(({ unbooked: left }) => (left === null ? [] : [[left._id, left] as const])));
    await counters.bookLate([...unbooked.values()]);
    return known;
  };

  /** Whether every statement changed its document. */
  const writeAll = async (changes: readonly ReplicaChange<KnownDocument>[], documents: readonly ReplicaDocument[]): Promise<boolean> => {
    const statements = changes.flatMap(({ before }, index): AnyBulkWriteOperation<ReplicaDocument>[] => {
      const document = documents[index];
      if (document === undefined) return [];
      const { _id, ...fields } = document;
      return before.revision === null
        ? [{ updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } }]
        : [{ replaceOne: { filter: { _id, revision: before.revision }, replacement: fields } }];
    });
    return mongo.run('entries.bulkWrite', async (database) => {
      try {
        const { upsertedCount, modifiedCount } = await database
          .collection<ReplicaDocument>('entries')
          .bulkWrite(statements, { ordered: false, ...CALL_LIMITS });
        return upsertedCount + modifiedCount === changes.length;
      } catch (error) {
        // Two first writes of one key in the same moment.
        if (isDuplicate(error)) return false;
        throw error;
      }
    });
  };

  const write = async (changes: readonly ReplicaChange<KnownDocument>[], knowledge: Knowledge<KnownDocument>): Promise<ReadonlySet<string>> => {
    const lost = await claimCodes(
      mongo,
      changes.flatMap(({ claims }) => claims),
      knowledge.holders,
    );
    const isLost = ({ claims }: ReplicaChange<KnownDocument>): boolean => claims.some(({ codeHash }) => lost.has(codeHash));
    const failed = new Set(changes.filter(isLost).map(({ key }) => nameOf(key)));
    const ready = changes.filter((change) => !isLost(change));
    if (ready.length === 0) return failed;

    const ref = random.id();
    const sums = ready.map(({ before, after }) => counterChanges(before.state, after));
    const counting = new Set(ready.flatMap(({ key }, place) => (sums[place]?.size === 0 ? [] : [key.campaignId])));
    const chosen = new Map<string, string>();
    for (const campaignId of counting) chosen.set(campaignId, await counters.choose(campaignId));
    const documents = ready.map(({ key, after }, place) => {
      const by = sums[place] ?? new Map();
      const counter = chosen.get(key.campaignId);
      const unbooked = by.size === 0 || counter === undefined ? null : { counter, place, by: Object.fromEntries(by) };
      return replicaDocument(key, after, ref, unbooked);
    });
    if (await writeAll(ready, documents)) {
      const unbooked = documents.flatMap((document): UnbookedEntry[] => {
        const left = unbookedIn(document);
        return left === null ? [] : [left];
      });
      for (const ofCampaign of Map.groupBy(unbooked, ({ counter }) => counter).values()) await counters.book(ofCampaign);
      for (const { key, after } of ready) knowledge.replicas.set(nameOf(key), { state: after, revision: ref, unbooked: null });
    } else {
      const known = await read(ready.map(({ key }) => key));
      ready.forEach(({ key }, index) => {
        const now = known[index] ?? UNSEEN;
        knowledge.replicas.set(nameOf(key), now);
        if (now.revision !== ref) failed.add(nameOf(key));
      });
    }
    return failed;
  };

  return { look, unseen: UNSEEN, read, write };
};

/** Makes holders of codes, for good; answers the hashes of those that somebody else holds. */
const claimCodes = async (mongo: MongoConnection, claims: readonly CodeClaim[], holders: Map<string, string>): Promise<ReadonlySet<string>> => {
  if (claims.length === 0) return new Set();
  const isOurs = await mongo.run('codeHolders.bulkWrite', async (database) => {
    const statements = claims.map(({ codeHash, holder }) => ({
      updateOne: { filter: { _id: codeHash }, update: { $setOnInsert: { holder } }, upsert: true },
    }));
    try {
      const { upsertedCount } = await database.collection<HolderDocument>('codeHolders').bulkWrite(statements, { ordered: false, ...CALL_LIMITS });
      return upsertedCount === claims.length;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  });
  if (isOurs) {
    for (const { codeHash, holder } of claims) holders.set(codeHash, holder);
    return new Set();
  }
  const found = await mongo.run('codeHolders.find', (database) =>
    database
      .collection<HolderDocument>('codeHolders')
      .find({ _id: { $in: claims.map(({ codeHash }) => codeHash) } }, ONE_ANSWER)
      .toArray(),
  );
  for (const { _id, holder } of found) holders.set(_id, holder);
  return new Set(claims.flatMap(({ codeHash, holder }) => (holders.get(codeHash) === holder ? [] : [codeHash])));
};
