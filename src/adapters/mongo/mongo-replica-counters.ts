import { RegError } from '../../errors.ts';
import type { EntryCounts } from '../../ports/entry-store.ts';
import type { Random } from '../../ports/random.ts';
import { countsFrom, sumOf } from '../replica/replica-counts.ts';
import { CALL_LIMITS, type MongoConnection } from './mongo-connection.ts';
import type { ReplicaDocument, Unbooked } from './mongo-replicas.ts';

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

export interface UnbookedEntry {
  readonly _id: string;
  readonly unbooked: Unbooked;
}

/** A campaign's counts are the sums over so many documents, of which each write changes one. */
const COUNTERS = 16;
/** So many refs go together, as each change of the generation makes others look again. */
const REFS_RETIRED_TOGETHER = 32;
const ATTEMPTS = 20;

const counterId = (campaignId: string, shard: number): string => `${campaignId}#${shard}`;

/**
 * Counters without a transaction. A write leaves in each entry what it changes in the counts, then adds it to a counter,
 * then takes it out of the entries. Where that is cut off, whoever meets such an entry goes on.
 */
export const createReplicaCounters = (mongo: MongoConnection, random: Random) => {
  const generations = new Map<string, number>();
  const settled = new Map<string, string[]>();

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

  const stillUnbooked = async (ref: string, entries: readonly UnbookedEntry[]): Promise<readonly UnbookedEntry[]> => {
    const names = entries.map(({ _id }) => _id);
    const found = await mongo.run('entries.find', (database) =>
      database
        .collection<ReplicaDocument>('entries')
        .find({ _id: { $in: names }, 'unbooked.ref': ref }, { projection: { _id: 1 }, ...CALL_LIMITS })
        .toArray(),
    );
    const left = new Set(found.map(({ _id }) => _id));
    return entries.filter(({ _id }) => left.has(_id));
  };

  /** `false` where the counter is not any more what was seen of it. */
  const add = async (counter: string, generation: number, ref: string, booked: readonly number[], entries: readonly UnbookedEntry[]): Promise<boolean> => {
    const sums = sumOf(entries.map(({ unbooked }) => new Map(Object.entries(unbooked.by))));
    const places = [...booked, ...entries.map(({ unbooked }) => unbooked.place)];
    const retired = takeSettled(counter);
    const increments = { ...Object.fromEntries([...sums].map(([name, by]) => [`n.${name}`, by])), ...(retired.length === 0 ? {} : { generation: 1 }) };
    const { matchedCount } = await mongo.run('entryCounts.updateOne', (database) =>
      database.collection<CounterDocument>('entryCounts').updateOne(
        { _id: counter, generation, [`refs.${ref}`]: booked.length === 0 ? { $exists: false } : booked },
        {
          $set: { [`refs.${ref}`]: places },
          ...(Object.keys(increments).length === 0 ? {} : { $inc: increments }),
          ...(retired.length === 0 ? {} : { $unset: Object.fromEntries(retired.map((each) => [`refs.${each}`, ''])) }),
        },
        CALL_LIMITS,
      ),
    );
    if (matchedCount === 0) {
      settled.set(counter, [...retired, ...(settled.get(counter) ?? [])]);
      return false;
    }
    if (retired.length > 0) generations.set(counter, generation + 1);
    return true;
  };

  const takeSettled = (counter: string): readonly string[] => {
    const refs = settled.get(counter) ?? [];
    if (refs.length < REFS_RETIRED_TOGETHER) return [];
    settled.delete(counter);
    return refs;
  };

  /** Adds entries of one write to its counter, those that are not in it, and takes what they left out of them. */
  const bookWrite = async (counter: string, ref: string, entries: readonly UnbookedEntry[], seen: number | undefined): Promise<void> => {
    let isAdded = seen !== undefined && (await add(counter, seen, ref, [], entries));
    for (let attempt = 0; !isAdded && attempt < ATTEMPTS; attempt += 1) {
      // In this order: what is unbooked after the generation was read is in no ref that went before.
      const { generation, refs } = await load(counter);
      const booked = refs?.[ref] ?? [];
      const left = (await stillUnbooked(ref, entries)).filter(({ unbooked }) => !booked.includes(unbooked.place));
      isAdded = left.length === 0 || (await add(counter, generation, ref, booked, left));
    }
    if (!isAdded) throw new RegError('CONFLICT', 'The counters of a campaign were always changed by others first. Try again.');
    await mongo.run('entries.updateMany', (database) =>
      database
        .collection<ReplicaDocument>('entries')
        .updateMany({ _id: { $in: entries.map(({ _id }) => _id) }, 'unbooked.ref': ref }, { $unset: { unbooked: '' } }, CALL_LIMITS),
    );
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
      if (first === undefined) return;
      const { counter, ref } = first.unbooked;
      await bookWrite(counter, ref, entries, generations.get(counter));
    },
    /** Books what was left by writes that were cut off or are still under way. */
    bookLate: async (entries: readonly UnbookedEntry[]): Promise<void> => {
      const byWrite = Map.groupBy(entries, ({ unbooked }) => `${unbooked.counter} ${unbooked.ref}`);
      for (const ofOne of byWrite.values()) {
        const [first] = ofOne;
        if (first !== undefined) await bookWrite(first.unbooked.counter, first.unbooked.ref, ofOne, undefined);
      }
    },
    /** Says that the write got its answer, and that no entry of it is unbooked any more. */
    settle: (counter: string, ref: string): void => {
      settled.set(counter, [...(settled.get(counter) ?? []), ref]);
    },
    read: async (campaignId: string): Promise<EntryCounts> => {
      const ids = Array.from({ length: COUNTERS }, (_, shard) => counterId(campaignId, shard));
      const documents = await mongo.run('entryCounts.find', (database) =>
        database
          .collection<CounterDocument>('entryCounts')
          .find({ _id: { $in: ids } }, { projection: { n: 1 }, ...CALL_LIMITS })
          .toArray(),
      );
      return countsFrom(sumOf(documents.map(({ n = {} }) => new Map(Object.entries(n)))));
    },
  };
};

export type ReplicaCounters = ReturnType<typeof createReplicaCounters>;
