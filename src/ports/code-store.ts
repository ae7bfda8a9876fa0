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
 * The codes of all markets. Each call is one transaction: durable when resolved, and as if the calls ran one after the
 * other. A reservation that has run out by the `now` of a call counts as free in it.
 */
export interface CodeStore {
  /** Adds codes as AVAILABLE; names by index those that any market has already, or that came before in `codes`. */
  add(marketId: string, codes: readonly SealedCode[]): Promise<{ readonly duplicates: readonly number[] }>;
  /**
   * Like `add`, but each part of what one key of the market stands for only once: a part that is known adds nothing and
   * answers what it added then. Throws `STATE_INVALID` when the key came with another total before.
   */
  addOnce(marketId: string, part: BatchPart, codes: readonly SealedCode[]): Promise<{ readonly added: number }>;
  /**
   * Reserves `count` codes, all or none, for 24 hours. The same market and key get the same codes again, assigned and
   * redeemed ones too, and the 24 hours begin anew; places whose code went elsewhere or was revoked get new ones.
   * Throws `STATE_INVALID` when the key came with another count before.
   */
  reserve(request: ReservationRequest): Promise<ReservationOutcome>;
  /** Gives codes to fans by `decideAssignment`; `unknown` where there is no such code. In the order asked. */
  markAssigned(holdings: readonly (CodeRef & { readonly globalUserId: string })[], now: number): Promise<readonly (AssignmentOutcome | 'unknown')[]>;
  /** ASSIGNED codes of a market with their holders, by holder; `after` is the `next` of the page before, or null. */
  held(
    marketId: string,
    after: string | null,
    limit: number,
  ): Promise<{ readonly codes: readonly (SealedCode & { readonly globalUserId: string })[]; readonly next: string | null }>;
  /** Takes codes out of use for good; redeemed, revoked and unknown ones stay as they are. Answers how many changed. */
  revoke(codes: readonly CodeRef[], reason: string, now: number): Promise<number>;
  /** Records redemptions of ASSIGNED codes; one that is REDEEMED keeps its first time. The state each code is in afterwards, null for an unknown one. */
  redeem(codes: readonly (CodeRef & { readonly redeemedAt: number })[], now: number): Promise<readonly (AccessCodeState | null)[]>;
  counts(marketId: string, now: number): Promise<CodeCounts>;
}
