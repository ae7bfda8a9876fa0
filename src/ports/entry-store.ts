import type { InviteKey } from '../domain/campaign.ts';
import type { EntryFields, EntryKey, EntrySelection, UserInfo, Verdict } from '../domain/entry.ts';

/** A state of one entry of the demand-table, as it was replicated. */
export interface ReplicaWrite extends EntryKey {
  readonly entry: EntryFields;
  readonly verdict: Verdict;
  readonly accessCode?: string;
  readonly selection?: EntrySelection;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly fanModifiedAt: string;
  readonly linkedFrom?: string;
  /** Of the fan, only what scores and invites are kept by. */
  readonly userInfo: Pick<UserInfo, 'email' | 'memberId'>;
  readonly rankedMarkets: readonly string[];
}

/** What is read back. `score`: 0 to 1000, or null before the first that succeeded. */
export interface Replica extends Omit<ReplicaWrite, 'userInfo' | 'rankedMarkets'> {
  readonly score: number | null;
}

/** Names one life of an entry and a state in it. */
export interface ReplicaState extends EntryKey {
  readonly createdAt: string;
  readonly version: number;
}

export interface Assignment {
  readonly campaignId: string;
  readonly marketId: string;
  /** `unique`: no two fans get the same code, ever. */
  readonly codes: 'unique' | 'shared';
  readonly entries: readonly {
    readonly globalUserId: string;
    readonly verdict: Exclude<Verdict, 'PENDING'>;
    readonly accessCode?: string;
    readonly selection: EntrySelection;
  }[];
}

export interface EntryCounts {
  readonly entries: number;
  readonly byVerdict: Readonly<Record<string, number>>;
  readonly byMarket: Readonly<Record<string, { readonly entrants: number; readonly winners: number; readonly codes: number }>>;
}

export interface Page {
  /** The `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** `next` is null on the last page, and on no other: one in the middle may be short, or empty where a filter drops nearly all. */
export interface ReplicaPage {
  readonly entries: readonly Replica[];
  readonly next: string | null;
}

/** What a score is made from; `createdAt` names the life it is for. */
export interface ScoreSubject extends EntryKey {
  readonly memberId?: string;
}

/**
 * The Entry Service's replicas, codes in use and invite lists. A resolved write is durable. Writes of one key come in
 * any order and any number of times, and end in the same state: `isNewer` decides, a removed entry leaves a tombstone
 * without personal data, and what `assign` wrote outlives newer writes that don't know of it (`isAheadOf`).
 */
export interface EntryStore {
  /**
   * Names of the parts that entries are kept in, whatever their campaign; an entry stays in its part for good. Who reads
   * them side by side has all of a large campaign sooner. A store that keeps its entries in one place names one.
   */
  readonly parts: readonly string[];
  /**
   * Any number of writes, in order, with a score for each; null keeps the one there is, as does one that an operator set. `scored` says whether the
   * stored state has a score, also where the write was stale, as an answer may have been lost.
   */
  upsert(
    writes: readonly ReplicaWrite[],
    scores: readonly (number | null)[],
  ): Promise<readonly { readonly outcome: 'applied' | 'stale'; readonly scored: boolean }[]>;
  /** Leaves tombstones; `stale` where the replica is newer than the state that was removed. */
  remove(states: readonly ReplicaState[]): Promise<readonly ('deleted' | 'stale')[]>;
  /**
   * Writes awards by `awardOutcome`, without a new version: the demand-table's own write brings that. Also `refused`
   * where another entry ever held the unique code, withdrawn ones included. `absent`: no entry, or a removed one.
   */
  assign(assignment: Assignment): Promise<readonly ('assigned' | 'unchanged' | 'absent' | 'refused')[]>;
  /** In the order asked; null where there is none. */
  getBatch(keys: readonly EntryKey[]): Promise<readonly (Replica | null)[]>;
  /** In the order of `globalUserId`, by its bytes in UTF-8. `part`: of that part alone. */
  listByCampaign(campaignId: string, page: Page & { readonly verdict?: Verdict; readonly part?: string }): Promise<ReplicaPage>;
  /** Winners, in the order of `globalUserId`. */
  listByMarket(marketId: string, page: Page): Promise<ReplicaPage>;
  /** Takes the same time whatever the number of entries. Markets that nobody ranks are not named. */
  count(campaignId: string): Promise<EntryCounts>;
  /** In the order asked; null where there is no entry. */
  scoreSubjects(keys: readonly EntryKey[]): Promise<readonly ((ScoreSubject & { readonly createdAt: string }) | null)[]>;
  /**
   * Leaves alone what was removed or began a new life meanwhile. A score by an `operator` stands for the life of the entry:
   * none of a `provider` replaces it, here or at an upsert; another by an operator does.
   */
  setScores(scores: readonly (EntryKey & { readonly createdAt: string; readonly score: number })[], by: 'provider' | 'operator'): Promise<void>;
  /** Values are compared as they are: whoever calls has normalised them. */
  isInvited(campaignId: string, key: InviteKey, value: string): Promise<boolean>;
  /** How many were not on the list before. Two calls at the same moment may both count a value. */
  addInvites(campaignId: string, key: InviteKey, values: readonly string[]): Promise<number>;
  /** Takes a value off the lists of all campaigns; answers from how many. */
  removeInvites(key: InviteKey, value: string): Promise<number>;
  /**
   * Turns the fan's entries into tombstones and takes the fan off the invite lists: by id, and by the address and
   * member id of the entries that there are. A code once held stays used. Answers how many invites there were.
   */
  eraseFan(globalUserId: string): Promise<number>;
  /**
   * Drops the fan's id from the tombstones, so that nothing tells any more that there was an entry. A write that comes
   * after that is met as a first one: to be called once nothing is on its way. Answers how many there were.
   */
  forgetFan(globalUserId: string): Promise<number>;
}
