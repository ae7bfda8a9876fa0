/** A registration drive: who may register, for what, and when. Terms and rules: docs/domain.md. */
export interface Campaign {
  /** `[a-z0-9-]`, 1 to 64 characters; the slug unless the campaign file names another. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: CampaignStatus;
  readonly artist: string;
  readonly tour: string | null;
  /** IANA name; times are stored in UTC and shown in this zone. */
  readonly referenceTimezone: string;
  readonly date: CampaignDates;
  /** BCP 47 tags; the first is the default. */
  readonly locales: readonly string[];
  readonly gate: Gate | null;
  readonly preferences: readonly Preference[];
  readonly marketIds: readonly string[];
  readonly selection: SelectionRules;
  readonly options: CampaignOptions;
}

export type CampaignStatus = 'DRAFT' | 'PREVIEW' | 'OPEN' | 'CLOSED';

/** UTC instants, ISO 8601 with milliseconds. Registering needs `open <= now < close`. */
export interface CampaignDates {
  readonly open: string;
  readonly close: string;
  readonly presaleStart: string;
  readonly presaleEnd: string;
  readonly reminders: readonly string[];
}

export type SelectionMethod = 'random' | 'weighted' | 'score';

export interface SelectionRules {
  readonly method: SelectionMethod;
  /** Most lots one entrant can have under `weighted`; 1 for the other methods. */
  readonly maxLots: number;
  /** Entries that score less take no part. 0 to 1000. */
  readonly minScore: number | null;
  /** Who is served before others under `random` and `weighted`, the first group first. Default: nobody. */
  readonly priorityGroups?: readonly PriorityGroup[];
  /** What the draw mixes in after the freeze (draw.md, timeline step 3). */
  readonly publicRandomness: PublicRandomnessRule;
}

/** Fans who score at least `minScore` (0 to 1000) and are in no group before. */
export interface PriorityGroup {
  readonly id: string;
  readonly name?: Label;
  readonly minScore: number;
}

export type PublicRandomnessRule =
  | 'none'
  | { readonly kind: 'text'; readonly announced: string }
  | { readonly kind: 'drand'; readonly chainHash: string; readonly round: number };

export interface CampaignOptions {
  readonly automatedReminders: boolean;
  /** Whether each registration is acknowledged by a mail. Default false, also for campaigns stored before there was a choice. */
  readonly automatedReceipts?: boolean;
  /** Whether each fan is told by a mail what the draw said. Default as above. */
  readonly automatedResults?: boolean;
  readonly showAccessCode: boolean;
  /** Most markets a fan may rank. Default 4. */
  readonly maxMarkets: number;
}

/** Any mix; every part that is present must let the fan through. */
export interface Gate {
  readonly inviteOnly?: InviteKey;
  readonly geo?: GeoGate;
  /** Id of the campaign in which the fan should hold an entry. */
  readonly linkedCampaign?: string;
  readonly idv?: IdvGate;
  readonly card?: { readonly attribute: string };
  readonly linkedAccount?: { readonly attribute: string };
}

export type InviteKey = 'email' | 'globalUserId' | 'memberId';

export interface GeoGate {
  /** ISO 3166-1 alpha-2. */
  readonly allowCountries?: readonly string[];
  readonly denyCountries?: readonly string[];
  readonly postalPrefixes?: readonly string[];
}

export interface IdvGate {
  readonly issuer: string;
  readonly jwksUri?: string;
  /** PEM (SPKI); one of `jwksUri` and `publicKey` is present. */
  readonly publicKey?: string;
  readonly tier: number;
}

/** A text, or one a locale (BCP 47). */
export type Label = string | Readonly<Record<string, string>>;

interface PreferenceBase {
  readonly key: string;
  readonly label?: Label;
  readonly is_optional?: boolean;
}

/** One field the campaign asks for; it drives both the form and the validation. */
export type Preference =
  | (PreferenceBase & { readonly type: 'email' | 'phone' | 'name' | 'zip' | 'opt_in' | 'markets' | 'boolean_select' | 'promoterOptIns' })
  | (PreferenceBase & { readonly type: 'ticket_count'; readonly min: number; readonly max: number })
  | (PreferenceBase & { readonly type: 'freeform_text'; readonly minLength: number; readonly maxLength: number })
  | (PreferenceBase & {
      readonly type: 'checklist';
      readonly items: readonly { readonly id: string; readonly label: Label }[];
      readonly min: number;
      readonly max: number;
    });

export type PreferenceType = Preference['type'];

/** One event to win access to, inside a campaign. */
export interface Market {
  /** `[a-z0-9-]`, 1 to 64 characters, unique over all campaigns. */
  readonly id: string;
  readonly campaignId: string;
  readonly name: string;
  readonly city: string;
  readonly state: string | null;
  readonly country: string;
  readonly timezone: string;
  readonly event: MarketEvent;
  readonly pricingTiers: readonly { readonly name: string; readonly price: string; readonly currency: string }[];
  readonly codes: { readonly mode: 'unique' } | { readonly mode: 'shared'; readonly sharedCode: string };
  readonly capacity: number;
  readonly waitlistCapacity: number;
  readonly notification: MarketNotification | null;
}

export interface MarketEvent {
  readonly ids: readonly string[];
  readonly date: string;
  readonly presaleDateTime: string;
  readonly venue: string;
  readonly link: string;
  readonly ticketer: string;
}

/** The reminder under way for a market; UTC instants. */
export interface MarketNotification {
  readonly dueAt: string;
  readonly plannedAt: string | null;
  readonly notifiedAt: string | null;
}

/** What eligibility is decided on: the campaign with its markets, read together and cached together. */
export interface CampaignWithMarkets {
  readonly campaign: Campaign;
  readonly markets: readonly Market[];
}

/** A file says what a campaign is, not how far it has come: status and notifications are those of what is there. */
export const withStateOf = (existing: CampaignWithMarkets | null, next: CampaignWithMarkets): CampaignWithMarkets => {
  if (existing === null) return next;
  const there = new Map(existing.markets.map(({ id, notification }) => [id, notification]));
  return {
    campaign: { ...next.campaign, status: existing.campaign.status },
    markets: next.markets.map((market): Market => ({ ...market, notification: there.has(market.id) ? (there.get(market.id) ?? null) : market.notification })),
  };
};
