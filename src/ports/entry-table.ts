import type { EntryItem, EntryKey, EntrySelection, Verdict } from '../domain/entry.ts';

/**
 * Which state of an item a write goes by. A key that was removed may begin again at version 1, so the life that the
 * version counts in is named too, by its beginning.
 */
export type EntryState = Pick<EntryItem, 'createdAt' | 'version'>;

/**
 * The demand-table: one item per fan and campaign, the primary store of registrations and verdicts.
 * A resolved write is durable, and its change-stream record is written with it or not at all.
 * Each write is conditional on a state; nothing reads, changes and writes back. Texts are well-formed Unicode: no
 * door lets a lone surrogate in, and not every table could keep one.
 */
export interface EntryTable {
  /** Strongly consistent; null where there is no item. */
  get(key: EntryKey): Promise<EntryItem | null>;
  /** Strongly consistent, in the order of `keys`; any number of keys. */
  getBatch(keys: readonly EntryKey[]): Promise<readonly (EntryItem | null)[]>;
  /**
   * Items of a campaign, a page at a time, in whatever order the table has them; `after` is the `next` of the page before,
   * or null. What was there from the first page to the last is on exactly one of them; a page may have fewer than `limit`.
   */
  list(campaignId: string, after: string | null, limit: number): Promise<{ readonly items: readonly EntryItem[]; readonly next: string | null }>;
  /** Writes the item if the stored one is in the state `expected`; null means that there is none. */
  put(item: EntryItem, expected: EntryState | null): Promise<'written' | 'conflict'>;
  /** Removes the item if it is in the state `expected`. */
  remove(key: EntryKey, expected: EntryState): Promise<'removed' | 'conflict'>;
  /** Creates `item` and removes `from` in one transaction; neither happens if either state differs. */
  transfer(item: EntryItem, expected: EntryState | null, from: EntryKey & EntryState): Promise<'written' | 'conflict'>;
  /** Sets `needsReplication` to false where the state is still the one given; answers in the order given. */
  clearReplicationFlags(replicated: readonly (EntryKey & EntryState)[]): Promise<readonly ('cleared' | 'stale')[]>;
  /**
   * Writes verdicts by the rule `mayBecome`: +1 on the version, `needsReplication` set, in the order given.
   * `unchanged`: the item holds this verdict already, with this code, so a retry is harmless.
   * `refused`: the rule forbids the change, or another code is held. `absent`: the fan withdrew.
   */
  writeVerdicts(updates: readonly VerdictUpdate[]): Promise<readonly VerdictOutcome[]>;
}

export interface VerdictUpdate extends EntryKey {
  readonly verdict: Exclude<Verdict, 'PENDING'>;
  readonly accessCode?: string;
  readonly selection: EntrySelection;
  /** UTC instant of the change. */
  readonly at: string;
}

export type VerdictOutcome = 'written' | 'unchanged' | 'refused' | 'absent';
