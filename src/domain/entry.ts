export type Verdict = 'PENDING' | 'WINNER' | 'LOSER' | 'WAITLIST';

/** What is known of the fan at the moment of registering. Claims of the fan's token beat what the form says. */
export interface UserInfo {
  readonly globalUserId: string;
  readonly memberId?: string;
  readonly email: string;
  readonly phoneNumber?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  /** BCP 47. */
  readonly locale: string;
}

/** What a fan said of themselves at an instant: of two the later stands, in whatever order they arrive. */
export interface DatedUserInfo extends UserInfo {
  /** UTC instant. Default: later than all that is known. */
  readonly modifiedAt?: string;
}

/** Normalised answers by preference key. */
export type EntryFields = Readonly<Record<string, EntryValue>>;
export type EntryValue = string | number | boolean | readonly string[] | Readonly<Record<string, boolean>>;

/** What the draw said of one entry. */
export interface EntrySelection {
  readonly drawId: string;
  /** Place in the order of the draw, from 1; absent for who took no part in it. */
  readonly position?: number;
  /** The market that was won; absent while waiting or after losing. */
  readonly marketId?: string;
  /** The winner's code is the market's one code, which the Code Service does not keep. */
  readonly sharedCode?: true;
  readonly waitlist: readonly { readonly marketId: string; readonly place: number }[];
}

export interface EntryKey {
  readonly campaignId: string;
  readonly globalUserId: string;
}

/**
 * One item of the demand-table: the mission's schema with `version`, `fanModifiedAt`, `linkedFrom`,
 * and what later hops need of the registration (docs/decisions/0004-what-an-entry-carries.md).
 */
export interface EntryItem extends EntryKey {
  readonly PK: string;
  readonly SK: 'ENTRY';
  readonly entry: EntryFields;
  /** The markets the fan ranked, whatever the campaign calls that preference; empty where it has none. */
  readonly rankedMarkets: readonly string[];
  readonly userInfo: UserInfo;
  readonly verdict: Verdict;
  readonly accessCode?: string;
  readonly selection?: EntrySelection;
  readonly needsReplication: boolean;
  /** 1 at creation, +1 at each change by the fan or the system. */
  readonly version: number;
  /** UTC instants, ISO 8601 with milliseconds. `createdAt` tells two lives of one key apart. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly fanModifiedAt: string;
  /** Id of the campaign the entry was transferred from. */
  readonly linkedFrom?: string;
  /** Travels with the entry, as a stream record carries no headers of its own. */
  readonly correlationId: string;
  /** W3C's `traceparent` of the fan's change, if its trace is recorded (docs/decisions/0034-what-follows-a-registration.md). */
  readonly traceparent?: string;
}

/** The mission's partition key. Ids are checked before they get here, so neither holds a `#`. */
export const entryPartitionKey = ({ campaignId, globalUserId }: EntryKey): string => `ENTRY#${campaignId}#${globalUserId}`;

/** Orders two states of one key: a later life of the entry beats an earlier one, then the version decides. */
export const isNewer = (a: Pick<EntryItem, 'createdAt' | 'version'>, b: Pick<EntryItem, 'createdAt' | 'version'>): boolean =>
  a.createdAt === b.createdAt ? a.version > b.version : a.createdAt > b.createdAt;

const STEPS: Readonly<Record<Verdict, number>> = { PENDING: 0, LOSER: 1, WAITLIST: 2, WINNER: 3 };

/** Verdicts only move forward: a later draw may have more for whoever lost or waits; a winner stays one. */
export const mayBecome = (from: Verdict, to: Verdict): boolean => STEPS[to] > STEPS[from];
