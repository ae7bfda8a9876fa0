// Printed from schemas/pipeline/market.schema.json by `npm run generate`. Change that file instead.

/**
 * UTC instant, ISO 8601
 */
export type Instant = string;

/**
 * A market after a change; never with its shared code. A new field has to be optional; nothing is taken away or renamed.
 */
export interface MarketRecord {
  marketId: string;
  campaignId: string;
  name: string;
  city: string;
  state: string | null;
  /**
   * ISO 3166-1 alpha-2
   */
  country: string;
  /**
   * IANA name
   */
  timezone: string;
  eventIds: string[];
  eventDate: Instant;
  presaleDateTime: Instant;
  venue: string;
  ticketer: string;
  link: string;
  pricingTiers: {
    name: string;
    price: string;
    currency: string;
  }[];
  codesMode: 'unique' | 'shared';
  capacity: number;
  waitlistCapacity: number;
  reminderDueAt: Instant | null;
  reminderPlannedAt: Instant | null;
  /**
   * Gone from its campaign; everything else is as it was last. Left out otherwise
   */
  isDeleted?: boolean;
  dedupe: Dedupe;
}
export interface Dedupe {
  /**
   * Stable over replays: readers drop what they have seen
   */
  id: string;
  timestamp: Instant;
}
