import type { Filter } from 'mongodb';
import { RegError } from '../../errors.ts';
import type { EntryCounts } from '../../ports/entry-store.ts';
import type { Random } from '../../ports/random.ts';
import { countsFrom, sumOf } from '../replica/replica-counts.ts';
import { CALL_LIMITS, type MongoConnection, ONE_ANSWER } from './mongo-connection.ts';
import type { ReplicaDocument, UnbookedEntry } from './mongo-replicas.ts';

/**
 * One of a campaign's counters. `refs` names the writes that are in `n`, with the places of their entries, so that each is
 * added once whoever adds it. A ref goes when none of its entries is unbooked any more, and then the generation changes:
 * who looked at entries before that adds nothing after it.
 */
interface CounterDocument {
  readonly _id: string;
  readonly generation: number;
  readonly n?: Readonly<Record<string, number>>;
  readonly refs?: Readonly<Record<string, readonly number[]>>;
}

/** A campaign's counts are the sums over so many documents, of which each write changes one. */
const COUNTERS = 16;
/** With more refs than that a counter is relieved of those that nobody needs: together, as others then have to look again. */
const REFS_KEPT = 32;
const ATTEMPTS = 20;

const counterId = (campaignId: string, shard: number): string => `${campaignId}#${shard}`;

/**
 * Counters without a transaction. A write leaves in each entry what it changes in the counts, then adds it to a counter,
 * then takes it out of the entries. Where that is cut off, whoever meets such an entry goes on.
 */
export const createReplicaCounters = (mongo: MongoConnection, random: Random) => {
  const generations = new Map<string, number>();

  const load = async (counter: string): Promise<CounterDocument> => {
    const found = await mongo.run('entryCounts.findOneAndUpdate', (database) =>
      database
        .collection<CounterDocument>('entryCounts')
        .findOneAndUpdate({ _id: counter }, { $setOnInsert: { generation: 0 } }, { upsert: true, returnDocument: 'after', ...CALL_LIMITS }),
    );
    const document = found ?? { _id: counter, generation: 0 };
    generations.set(counter, document.generation);
    return document;
  };

  const findUnbooked = async (filter: Filter<ReplicaDocument>): Promise<readonly Pick<ReplicaDocument, '_id' | 'ref'>[]> =>
    mongo.run('entries.find', (database) =>
      database
        .collection<ReplicaDocument>('entries')
        .find(filter, { projection: { ref: 1 }, ...ONE_ANSWER })
        .toArray(),
    );

  /** The counter afterwards; null where it is not any more what was seen of it. */
  const add = (
    { _id, generation }: Pick<CounterDocument, '_id' | 'generation'>,
    ref: string,
    booked: readonly number[],
    entries: readonly UnbookedEntry[],
  ): Promise<CounterDocument | null> => {
    const sums = sumOf(entries.map(({ by }) => new Map(Object.entries(by))));
    const places = [...booked, ...entries.map(({ place }) => place)];
    const increments = Object.fromEntries([...sums].map(([name, by]) => [`n.${name}`, by]));
    const asSeen = { _id, generation, [`refs.${ref}`]: booked.length === 0 ? { $exists: false } : booked };
    const update = { $set: { [`refs.${ref}`]: places }, ...(sums.size === 0 ? {} : { $inc: increments }) };
    return mongo.run('entryCounts.findOneAndUpdate', (database) =>
      database.collection<CounterDocument>('entryCounts').findOneAndUpdate(asSeen, update, { returnDocument: 'after', ...CALL_LIMITS }),
    );
  };

  /** Takes out the refs that no entry has any more, if nothing about them changes meanwhile. */
  const relieve = async ({ _id, generation, refs = {} }: CounterDocument): Promise<void> => {
    if (Object.keys(refs).length <= REFS_KEPT) return;
    const needed = new Set((await findUnbooked({ ref: { $in: Object.keys(refs) } })).map(({ ref }) => ref));
    const rest = Object.entries(refs).flatMap(([ref, places]) => (needed.has(ref) ? [] : [[`refs.${ref}`, places] as const]));
    if (rest.length === 0) return;
    const update = { $unset: Object.fromEntries(rest.map(([path]) => [path, '' as const])), $inc: { generation: 1 } };
    const { matchedCount } = await mongo.run('entryCounts.updateOne', (database) =>
      database.collection<CounterDocument>('entryCounts').updateOne({ _id, generation, ...Object.fromEntries(rest) }, update, CALL_LIMITS),
    );
    if (matchedCount === 1) generations.set(_id, generation + 1);
  };

  /** Adds entries of one write to its counter, those that are not in it, and takes what they left out of them. */
  const bookWrite = async (counter: string, ref: string, entries: readonly UnbookedEntry[], seen: number | undefined): Promise<void> => {
    const names = entries.map(({ _id }) => _id);
    let after = seen === undefined ? null : await add({ _id: counter, generation: seen }, ref, [], entries);
    for (let attempt = 0; after === null; attempt += 1) {
      if (attempt === ATTEMPTS) throw new RegError('CONFLICT', 'The counters of a campaign were always changed by others first. Try again.');
      // In this order: what is unbooked after the generation was read is in no ref that went before.
      const now = await load(counter);
      const booked = now.refs?.[ref] ?? [];
      const unbooked = new Set((await findUnbooked({ _id: { $in: names }, ref })).map(({ _id }) => _id));
      const left = entries.filter(({ _id, place }) => unbooked.has(_id) && !booked.includes(place));
      after = left.length === 0 ? now : await add(now, ref, booked, left);
    }
    await mongo.run('entries.updateMany', (database) =>
      database.collection<ReplicaDocument>('entries').updateMany({ _id: { $in: names }, ref }, { $unset: { ref: '', unbooked: '' } }, CALL_LIMITS),
    );
    await relieve(after);
  };

  return {
    /** The counter for a write to a campaign's entries, which it has to know before it writes them. */
    choose: async (campaignId: string): Promise<string> => {
      const counter = counterId(campaignId, Math.floor(random.fraction() * COUNTERS));
      if (!generations.has(counter)) await load(counter);
      return counter;
    },
    /** Books what this process just wrote, all in one counter and with one ref. */
    book: async (entries: readonly UnbookedEntry[]): Promise<void> => {
      const [first] = entries;
      if (first !== undefined) await bookWrite(first.counter, first.ref, entries, generations.get(first.counter));
    },
    /** Books what was left by writes that were cut off or are still under way. */
    bookLate: async (entries: readonly UnbookedEntry[]): Promise<void> => {
      for (const ofOne of Map.groupBy(entries, ({ counter, ref }) => `${counter} ${ref}`).values()) {
        const [first] = ofOne;
        if (first !== undefined) await bookWrite(first.counter, first.ref, ofOne, undefined);
      }
    },
    read: async (campaignId: string): Promise<EntryCounts> => {
      const ids = Array.from({ length: COUNTERS }, (_, shard) => counterId(campaignId, shard));
      const documents = await mongo.run('entryCounts.find', (database) =>
        database
          .collection<CounterDocument>('entryCounts')
          .find({ _id: { $in: ids } }, { projection: { n: 1 }, ...ONE_ANSWER })
          .toArray(),
      );
      return countsFrom(sumOf(documents.map(({ n = {} }) => new Map(Object.entries(n)))));
    },
  };
};

export type ReplicaCounters = ReturnType<typeof createReplicaCounters>;
