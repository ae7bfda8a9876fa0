import type { EmailJobKey } from '../domain/email-job.ts';
import type { DatedUserInfo, UserInfo } from '../domain/entry.ts';

/** What is known of a fan. `userInfo` is null where only attributes or the subscription were ever set. */
export interface UserProfile {
  readonly userInfo: UserInfo | null;
  /** UTC instant at which the fan said so; null where nobody knows. */
  readonly modifiedAt: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly unsubscribed: boolean;
}

export interface PlannedEmailJob extends EmailJobKey {
  /** UTC milliseconds. */
  readonly sendAt: number;
}

/** A job in the hands of who claimed it. */
export interface ClaimedEmailJob extends EmailJobKey {
  /** 1 at the first claim. */
  readonly attempt: number;
}

/**
 * PLANNED → SENDING → SENT, FAILED, AMBIGUOUS or SKIPPED; SENDING → PLANNED when the mail surely did not go out and is to be
 * tried again. SENT or AMBIGUOUS → FAILED when the mail came back; FAILED or AMBIGUOUS → PLANNED where a person has it sent
 * again. Nothing else changes what has ended.
 */
export type EmailJobState = 'PLANNED' | 'SENDING' | 'SENT' | 'FAILED' | 'AMBIGUOUS' | 'SKIPPED';

/** States that a person has to look at, and may have sent again: nothing else happens to them by itself. */
export type OpenEmailJobState = Extract<EmailJobState, 'FAILED' | 'AMBIGUOUS'>;

export interface ListedEmailJob extends EmailJobKey {
  readonly reason: string | null;
}

/** How a claimed job ended, and why in a few words without personal data; `retryAt` (UTC milliseconds) goes with PLANNED alone. */
export type EmailJobOutcome =
  | { readonly state: Exclude<EmailJobState, 'PLANNED' | 'SENDING'>; readonly reason: string | null }
  | { readonly state: 'PLANNED'; readonly reason: string; readonly retryAt: number };

/**
 * Users with their attributes and subscription, and the mails planned for them. Durable when resolved. A call about
 * several fans or jobs is a change of each by itself: one that failed may have changed some, and is safe to repeat.
 */
export interface UserStore {
  /**
   * Creates or replaces what fans said of themselves; attributes and subscription stay. The later `modifiedAt` wins, in
   * whatever order they come; of two that have the same or none, the one that came last.
   */
  upsertUsers(users: readonly DatedUserInfo[]): Promise<void>;
  /** Null for a fan of whom nothing is known. */
  profile(globalUserId: string): Promise<UserProfile | null>;
  /** Those that are known, by id. */
  profiles(globalUserIds: readonly string[]): Promise<ReadonlyMap<string, UserProfile>>;
  /** Replaces the attributes; a fan who is not known yet is remembered. */
  setAttributes(globalUserId: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  /** A fan who is not known yet is remembered. */
  setUnsubscribed(globalUserId: string, unsubscribed: boolean): Promise<void>;
  /** Removes the fan and all their jobs. */
  erase(globalUserId: string): Promise<void>;

  /** Adds jobs as PLANNED; answers how many were new. A job whose key is known stays as it is, whatever its state. */
  planJobs(jobs: readonly PlannedEmailJob[]): Promise<number>;
  /**
   * Up to `limit` PLANNED jobs with `sendAt <= now`: those of an earlier lane (`mailLaneOf`) before those of a later one, the
   * longest due first in each. Nothing changes: others may be given the same ones. What changed within the last second may not show yet, so `claim` decides.
   */
  dueJobs(now: number, limit: number): Promise<readonly EmailJobKey[]>;
  /** Makes those of the jobs SENDING that are still PLANNED, and answers them: no job is given to two claimers. */
  claim(jobs: readonly EmailJobKey[], now: number): Promise<readonly ClaimedEmailJob[]>;
  /** Ends claims; no effect on a job that is not SENDING under this very attempt any more. */
  settle(ended: readonly { readonly job: ClaimedEmailJob; readonly outcome: EmailJobOutcome }[]): Promise<void>;
  /** Makes AMBIGUOUS what is SENDING since `claimedUntil` or before: who claimed it is gone. Answers how many. */
  abandonClaims(claimedUntil: number): Promise<number>;
  /** The job whose mail goes by this name (`mailNameOf`), if it was ever claimed; null for none. */
  jobOfMail(mail: string): Promise<EmailJobKey | null>;
  /** Makes a job FAILED that is SENT or AMBIGUOUS: its mail came back. Answers whether it was. */
  failReturned(job: EmailJobKey, reason: string): Promise<boolean>;
  /** Remembers, or forgets, that mails to an address come back. Addresses go by names that only the caller can make. */
  setUnreachable(address: string, unreachable: boolean): Promise<void>;
  /** Those of the addresses that mails come back from. */
  unreachable(addresses: readonly string[]): Promise<ReadonlySet<string>>;
  /** PLANNED jobs with `sendAt <= now`, as far as `dueJobs` would show them; it counts no further than `most`. */
  countDue(now: number, most: number): Promise<number>;
  /** Jobs of a campaign by state, and the earliest `sendAt` of those PLANNED (UTC milliseconds), as far as `dueJobs` would show them. */
  countJobs(campaignId: string): Promise<{ readonly counts: Readonly<Record<EmailJobState, number>>; readonly nextSendAt: number | null }>;
  /**
   * Jobs of a campaign in a state, in an order of the store's own, a page at a time; `after` is the `next` of the page before,
   * or null. `next` is null behind the last; a page may be empty. What changed within the last second may not show yet.
   * Throws `INPUT_INVALID` for an `after` that is none.
   */
  listJobs(
    campaignId: string,
    state: OpenEmailJobState,
    after: string | null,
    limit: number,
  ): Promise<{ readonly jobs: readonly ListedEmailJob[]; readonly next: string | null }>;
  /** Makes those of the jobs PLANNED that are in the state, to be sent from `sendAt` (UTC milliseconds) on; answers how many. */
  resendJobs(jobs: readonly EmailJobKey[], state: OpenEmailJobState, sendAt: number): Promise<number>;
}
