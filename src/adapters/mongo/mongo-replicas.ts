import type { EntryKey } from '../../domain/entry.ts';
import { nameOf } from '../replica/replica-settling.ts';
import { type LivingReplica, type StoredReplica, type Tombstone, wonMarket } from '../replica/stored-replica.ts';

/** What a write changed in the counts, kept with the entry until the campaign's counters have it. */
export interface Unbooked {
  /** The document in `entryCounts` that gets it. */
  readonly counter: string;
  /** The entry's place among those that its write wrote: what the counter knows it by. */
  readonly place: number;
  readonly by: Readonly<Record<string, number>>;
}

interface Written {
  /** `campaignId#globalUserId`: neither holds a `#`, so that a campaign's entries are a range, by the bytes of the fans' ids. */
  readonly _id: string;
  /** Of tombstones as well, as an erasure that was cut off has to find what it left. */
  readonly globalUserId: string;
  /** Another after each write; what the next one is conditional on. */
  readonly revision: string;
  /** The write that left `unbooked`; both go when it is counted. */
  readonly ref?: string;
  readonly unbooked?: Unbooked;
}

interface LivingFields extends Omit<LivingReplica, 'entry' | 'rankedMarkets'> {
  readonly campaignId: string;
  /** JSON, as a name in it may hold what MongoDB takes for a path, and a text half a character of UTF-16. */
  readonly entry: string;
  /** Absent where there are none. */
  readonly rankedMarkets?: readonly string[];
  /** Winners alone: `marketId#globalUserId`. */
  readonly won?: string;
}

export type ReplicaDocument = Written & (Tombstone | LivingFields);

/** What was read of a key; without a revision there is no document. */
export interface KnownDocument {
  readonly state: StoredReplica | null;
  readonly revision: string | null;
  readonly unbooked: UnbookedEntry | null;
}

/** An entry that is not counted yet as it is. */
export interface UnbookedEntry extends Unbooked {
  readonly _id: string;
  readonly ref: string;
}

export const UNSEEN: KnownDocument = { state: null, revision: null, unbooked: null };

export const replicaDocument = (key: EntryKey, state: StoredReplica, revision: string, unbooked: Unbooked | null): ReplicaDocument => {
  const { campaignId, globalUserId } = key;
  const written: Written = { _id: nameOf(key), globalUserId, revision, ...(unbooked === null ? {} : { ref: revision, unbooked }) };
  if (state.deleted) return { ...written, ...state };
  const won = wonMarket(state);
  const { rankedMarkets, entry, ...fields } = state;
  return {
    ...written,
    campaignId,
    ...fields,
    entry: JSON.stringify(entry),
    ...(rankedMarkets.length === 0 ? {} : { rankedMarkets }),
    ...(won === undefined ? {} : { won: `${won}#${globalUserId}` }),
  };
};

export const knownFrom = (document: ReplicaDocument | undefined): KnownDocument => {
  if (document === undefined) return UNSEEN;
  return { state: stateIn(document), revision: document.revision, unbooked: unbookedIn(document) };
};

export const unbookedIn = ({ _id, ref, unbooked }: ReplicaDocument): UnbookedEntry | null =>
  ref === undefined || unbooked === undefined ? null : { _id, ref, ...unbooked };

const stateIn = (document: ReplicaDocument): StoredReplica => {
  const { deleted, version, createdAt } = document;
  if (deleted) return { deleted, version, createdAt };
  const { _id, revision: _revision, ref: _ref, unbooked: _unbooked, won: _won, campaignId: _campaignId, globalUserId: _globalUserId, ...state } = document;
  return { ...state, rankedMarkets: state.rankedMarkets ?? [], entry: JSON.parse(state.entry) };
};

/** Keys that begin with `prefix#`, behind `after`. */
export const behind = (prefix: string, after: string) => ({ $gt: `${prefix}#${after}`, $lt: `${prefix}$` });
