import type { EntryKey } from '../../domain/entry.ts';
import type { Replica, ReplicaWrite } from '../../ports/entry-store.ts';

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
  /** An operator set it, so that no provider's replaces it. */
  readonly scoreGiven?: true;
}

export type StoredReplica = LivingReplica | Tombstone;

/** What the store's readers get; null for a tombstone. */
export const toReplica = ({ campaignId, globalUserId }: EntryKey, state: StoredReplica | null): Replica | null => {
  if (state === null || state.deleted) return null;
  const { email: _email, memberId: _memberId, rankedMarkets: _ranked, score = null, scoreGiven: _given, ...replica } = state;
  return { campaignId, globalUserId, ...replica, score };
};

/** The market that an entry won. */
export const wonMarket = (state: StoredReplica | null): string | undefined =>
  state !== null && !state.deleted && state.verdict === 'WINNER' ? state.selection?.marketId : undefined;
