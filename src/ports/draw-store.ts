import type { Result } from '../domain/draw/serving.ts';
import type { VerdictCounts } from '../domain/message.ts';

/**
 * What the Campaign Service keeps of draws and of the selections made from them. A resolved write is durable; reads see
 * every write that was acknowledged before them.
 */
export interface DrawStore {
  /** Publishes what a campaign's draws will be made with; the first commitment stays. Answers the one that is published. */
  publishCommitment(campaignId: string, commitment: string): Promise<string>;
  commitment(campaignId: string): Promise<string | null>;

  /** In the order of their numbers. */
  draws(campaignId: string): Promise<readonly StoredDraw[]>;
  draw(campaignId: string, draw: number): Promise<StoredDraw | null>;

  /**
   * Takes the work on a draw, or keeps it longer: `false`, and nothing changes, where another has it at `hold.now`. It
   * spares two from doing the same at once; what a draw comes to never rests on it. A store that is one process's own
   * may forget holds when it is opened.
   */
  holdDraw(campaignId: string, draw: number, hold: DrawHold): Promise<boolean>;
  /** Ends the hold of `by` before its time; another's stays. */
  releaseDraw(campaignId: string, draw: number, by: string): Promise<void>;

  /** Starts to collect entrants, afresh: what an attempt that never came to its end collected is dropped, and that attempt shut out. */
  beginFreeze(campaignId: string, draw: number): Promise<FreezeAttempt>;
  /** Any number, in any order, each ref once. Throws `CONFLICT` where another attempt took over, or the draw is frozen. */
  addEntrants(attempt: FreezeAttempt, entrants: readonly StoredEntrant[]): Promise<void>;
  /** In the order of refs, those behind `after`, at most `limit`. */
  entrants(attempt: FreezeAttempt, after: Uint8Array | null, limit: number): Promise<readonly StoredEntrant[]>;
  /** Whether somebody with this ref is among the attempt's entrants; any number of refs, in the order asked. */
  areEntrants(attempt: FreezeAttempt, refs: readonly Uint8Array[]): Promise<readonly boolean[]>;
  /** Freezes the draw with the attempt's entrants. One that is frozen already stays as it is, and is answered. Throws `CONFLICT` as `addEntrants` does. */
  freeze(attempt: FreezeAttempt, frozen: FrozenDraw): Promise<StoredDraw>;

  /** Records the public randomness, in hex, that the draw is made with, before it is made; the first stays. Answers the one recorded. */
  recordRandomness(campaignId: string, draw: number, value: string): Promise<string>;
  /** Results of a frozen draw; a position that is there already stays as it is. Any number of calls at a time. */
  addResults(campaignId: string, draw: number, results: readonly Result[]): Promise<void>;
  /** Makes a frozen draw a drawn one; one that is drawn already stays as it is, and is answered. */
  saveDrawn(campaignId: string, draw: number, drawn: DrawnDraw): Promise<StoredDraw>;
  /**
   * Results in drawn order, with positions above `after`, at most `limit`. With a market: its winners (verdict `WINNER`),
   * or who waits for it, in the order of places (`WAITLIST`).
   */
  results(campaignId: string, draw: number, query: ResultsQuery): Promise<readonly StoredResult[]>;

  /** Keeps what the selection of a market came to; the last report stands. */
  saveStats(marketId: string, report: StatsReport): Promise<void>;
  /** Adds up counts by market; a `reportId` that was added before changes nothing. All or none are added. */
  addVerdictCounts(reports: readonly VerdictAddition[]): Promise<{ readonly added: number; readonly known: number }>;
  marketStats(marketId: string): Promise<StoredMarketStats>;
  /**
   * Records who moves up from a market's waitlist, if exactly `known` promotions of this draw and market are recorded and
   * nobody among them was promoted in this draw before, in any market. `false`: nothing was recorded. At most 98 at once.
   */
  recordPromotions(marketId: string, drawId: string, known: number, globalUserIds: readonly string[]): Promise<boolean>;
  /**
   * Puts a name in the place of a fan's id in one draw: among the entrants of every attempt at freezing it, in the fan's
   * result and in its promotions. Who was drawn, in what order, stays. Nobody may be at work on the draw. Answers how many
   * places had the id.
   */
  eraseFan(campaignId: string, draw: number, fan: FanInDraw): Promise<number>;
  /** In the order of recording: those behind the first `after`, at most `limit`. Fewer than that are the last. */
  promotions(marketId: string, drawId: string, page: PromotionsPage): Promise<readonly string[]>;
}

export interface PromotionsPage {
  /** 0: from the first. */
  readonly after: number;
  readonly limit: number;
}

/** Where a fan is in a draw, and what the fan is called there from now on. */
export interface FanInDraw {
  /** 16 bytes. */
  readonly ref: Uint8Array;
  readonly globalUserId: string;
  readonly name: string;
  /** Of the fan's result; null where there is none. */
  readonly position: number | null;
  /** By which promotions go. */
  readonly drawId: string;
  /** The markets of the draw. */
  readonly marketIds: readonly string[];
}

/** Who works on a draw; times in UTC milliseconds. */
export interface DrawHold {
  readonly by: string;
  readonly now: number;
  readonly until: number;
}

/** One attempt at freezing one draw. */
export interface FreezeAttempt {
  readonly attempt: number;
  readonly campaignId: string;
  readonly draw: number;
}

/** An entrant with the fan behind the ref, which is never published. */
export interface StoredEntrant {
  /** 16 bytes. */
  readonly ref: Uint8Array;
  readonly globalUserId: string;
  readonly tier: number;
  readonly lots: number;
  /** Market ids in the fan's order, joined by `>`. */
  readonly markets: string;
}

/** Hashes and roots are hex, times UTC instants. */
export interface FrozenDraw {
  /** The bytes of rules.json. */
  readonly rules: string;
  readonly rulesHash: string;
  readonly entrantsRoot: string;
  readonly entrantsCount: number;
  readonly commitment: string;
  readonly frozenAt: string;
}

export interface DrawnDraw {
  /** The bytes of draw.json. */
  readonly record: string;
  readonly resultsRoot: string;
  readonly counts: DrawCounts;
  readonly drawnAt: string;
}

export interface DrawCounts {
  /** By market id. `eligible`: who ranked it. */
  readonly markets: Readonly<Record<string, { readonly eligible: number; readonly winners: number; readonly waitlisted: number }>>;
  readonly losers: number;
}

export interface StoredDraw extends FrozenDraw, FreezeAttempt {
  /** Hex; null before `recordRandomness`. */
  readonly publicRandomness: string | null;
  /** Null while the draw is frozen and not drawn. */
  readonly drawn: DrawnDraw | null;
}

export interface ResultsQuery {
  readonly marketId?: string;
  readonly verdict?: 'WINNER' | 'WAITLIST' | 'LOSER';
  readonly after: number;
  readonly limit: number;
}

export interface StoredResult extends Omit<Result, 'ref'> {
  readonly globalUserId: string;
}

export interface StatsReport {
  readonly drawId: string;
  readonly status: 'PROCESSING' | 'FINISHED' | 'FAILED';
  readonly stats: {
    readonly eligible: number;
    readonly selected: number;
    readonly waitlisted: number;
    readonly reserved: number;
    readonly enqueued: number;
    readonly failed: number;
  };
  readonly shortfall: number;
}

export interface VerdictAddition {
  readonly reportId: string;
  readonly marketId: string;
  readonly drawId: string;
  readonly counts: VerdictCounts;
}

export interface StoredMarketStats {
  /** The last report; null before the first. */
  readonly report: StatsReport | null;
  readonly verdicts: VerdictCounts;
  /** Recorded promotions. */
  readonly promoted: number;
}
