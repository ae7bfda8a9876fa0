import type { AccessCodeState, AssignmentOutcome } from '../domain/access-code.ts';

/** A code as the store sees it: a keyed hash to find it by, and an encrypted copy. It never sees the code itself. */
export interface SealedCode {
  readonly lookup: Uint8Array;
  readonly sealed: Uint8Array;
}

/** Names one code. A code that is known under another market is not found. */
export interface CodeRef {
  readonly marketId: string;
  readonly lookup: Uint8Array;
}

/** One part of a batch that is too big for one transaction. */
export interface BatchPart {
  readonly idempotencyKey: string;
  /** From 0. */
  readonly part: number;
  /** How many codes the whole batch has. */
  readonly total: number;
}

export interface ReservationRequest {
  readonly campaignId: string;
  readonly marketId: string;
  readonly count: number;
  readonly idempotencyKey: string;
  /** Taken for a new reservation; one that is known keeps its own. */
  readonly reservationId: string;
  /** UTC milliseconds. */
  readonly now: number;
}

/** `reserved`: codes in order of their places. `short`: too few are free, and nothing changed. */
export type ReservationOutcome =
  | { readonly outcome: 'reserved'; readonly reservationId: string; readonly codes: readonly SealedCode[]; readonly expiresAt: number }
  | { readonly outcome: 'short'; readonly shortfall: number };

export interface CodeCounts {
  readonly available: number;
  readonly reserved: number;
  readonly assigned: number;
  readonly redeemed: number;
  readonly revoked: number;
}

/**
 * The codes of all markets. What a call answered is durable, and what it did to one code is whole: a code is with one fan
 * at most, ever, and a revoked one is never handed out again. Once no call is under way, the codes of all states together
 * are those that were imported. A call that failed may have been done in part, and is safe to repeat: it ends as if it had
 * been called once. A reservation that has run out by the `now` of a call counts as free in it.
 */
export interface CodeStore {
  /**
   * Adds codes as AVAILABLE; names by index those that any market has already, or that came before in `codes`. One that a
   * failed call had added is a duplicate when the call is repeated.
   */
  add(marketId: string, codes: readonly SealedCode[]): Promise<{ readonly duplicates: readonly number[] }>;
  /**
   * Like `add`, but each part of what one key of the market stands for only once: a part that is known adds nothing and
   * answers what it added then. Throws `STATE_INVALID` when the key came with another total before.
   */
  addOnce(marketId: string, part: BatchPart, codes: readonly SealedCode[]): Promise<{ readonly added: number }>;
  /**
   * Reserves `count` codes, all or none, for 24 hours, in the order of their import; those that no reservation ever had
   * come first. The same market and key get the same codes again, assigned and redeemed ones too, and the 24 hours begin
   * anew; places whose code went elsewhere or was revoked get new ones. What a call that failed had reserved is for its
   * key alone, until 24 hours are over. Throws `STATE_INVALID` when the key came with another count before, `CONFLICT`
   * when other reservations of the market kept it waiting too long.
   */
  reserve(request: ReservationRequest): Promise<ReservationOutcome>;
  /** Gives codes to fans by `decideAssignment`; `unknown` where there is no such code. In the order asked. */
  markAssigned(holdings: readonly (CodeRef & { readonly globalUserId: string })[], now: number): Promise<readonly (AssignmentOutcome | 'unknown')[]>;
  /**
   * ASSIGNED codes of a market with their holders, by holder; `after` is the `next` of the page before, or null. What
   * changed within the last second may not show yet.
   */
  held(
    marketId: string,
    after: string | null,
    limit: number,
  ): Promise<{ readonly codes: readonly (SealedCode & { readonly globalUserId: string })[]; readonly next: string | null }>;
  /** Takes codes out of use for good; redeemed, revoked and unknown ones stay as they are. Answers how many changed. */
  revoke(codes: readonly CodeRef[], reason: string, now: number): Promise<number>;
  /**
   * Forgets that a fan held codes of a market: those that are ASSIGNED are revoked, those that are REDEEMED or REVOKED stay
   * so. What changed within the last second may be left for the next call. Answers how many codes changed.
   */
  forgetHolder(marketId: string, globalUserId: string, reason: string, now: number): Promise<{ readonly revoked: number; readonly forgotten: number }>;
  /** Records redemptions of ASSIGNED codes; one that is REDEEMED keeps its first time. The state each code is in afterwards, null for an unknown one. */
  redeem(codes: readonly (CodeRef & { readonly redeemedAt: number })[], now: number): Promise<readonly (AccessCodeState | null)[]>;
  /** Exact when no call is under way; it may read every code of the market, so it is for operators and reports. */
  counts(marketId: string, now: number): Promise<CodeCounts>;
}
