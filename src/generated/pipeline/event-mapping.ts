// Printed from schemas/pipeline/event-mapping.schema.json by `npm run generate`. Change that file instead.

/**
 * UTC instant, ISO 8601
 */
export type Instant = string;

/**
 * Which of the ticketer's events a market stands for. A new field has to be optional; nothing is taken away or renamed.
 */
export interface EventMappingRecord {
  marketId: string;
  campaignId: string;
  eventIds: string[];
  eventDate: Instant;
  presaleDateTime: Instant;
  venue: string;
  ticketer: string;
  /**
   * Its market is gone from its campaign; everything else is as it was last. Left out otherwise
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
