// Printed from schemas/pipeline/registered-market.schema.json by `npm run generate`. Change that file instead.

/**
 * UTC instant, ISO 8601
 */
export type Instant = string;

/**
 * What a market came to so far. A new field has to be optional; nothing is taken away or renamed.
 */
export interface RegisteredMarketRecord {
  marketId: string;
  campaignId: string;
  /**
   * Entries that rank the market
   */
  entrants: number;
  winners: number;
  /**
   * Winners who hold a code
   */
  codes: number;
  dedupe: Dedupe;
}
export interface Dedupe {
  /**
   * Stable over replays: readers drop what they have seen
   */
  id: string;
  timestamp: Instant;
}
