// Printed from schemas/pipeline/registration.schema.json by `npm run generate`. Change that file instead.

/**
 * UTC instant, ISO 8601
 */
export type Instant = string;

/**
 * An entry after a change, or its removal. The fan is a pseudonym: no address, no name, no code. A new field has to be optional; nothing is taken away or renamed.
 */
export interface RegistrationRecord {
  campaignId: string;
  /**
   * Pseudonym of the fan
   */
  globalUserId: string;
  isDeleted: boolean;
  /**
   * As the fan ranked them
   */
  markets: string[];
  /**
   * By preference key: numbers, choices and yes or no. Never free text, so nothing that names a person
   */
  answers: {
    [k: string]:
      | number
      | boolean
      | string[]
      | {
          [k: string]: boolean;
        };
  };
  verdict: 'PENDING' | 'WINNER' | 'WAITLIST' | 'LOSER';
  drawId: string | null;
  /**
   * Place in the order of the draw, from 1
   */
  position: number | null;
  wonMarketId: string | null;
  waitlist: {
    marketId: string;
    place: number;
  }[];
  /**
   * Id of the campaign the entry was transferred from
   */
  linkedFrom: string | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  dedupe: Dedupe;
}
export interface Dedupe {
  /**
   * Stable over replays: readers drop what they have seen
   */
  id: string;
  timestamp: Instant;
}
