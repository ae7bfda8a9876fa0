// Printed from schemas/pipeline/campaign.schema.json by `npm run generate`. Change that file instead.

/**
 * UTC instant, ISO 8601
 */
export type Instant = string;

/**
 * A campaign after a change. A new field has to be optional; nothing is taken away or renamed.
 */
export interface CampaignRecord {
  campaignId: string;
  slug: string;
  name: string;
  status: 'DRAFT' | 'PREVIEW' | 'OPEN' | 'CLOSED';
  artist: string;
  tour: string | null;
  /**
   * IANA name
   */
  referenceTimezone: string;
  open: Instant;
  close: Instant;
  presaleStart: Instant;
  presaleEnd: Instant;
  reminders: Instant[];
  /**
   * BCP 47; the first is the default
   */
  locales: string[];
  /**
   * Which kinds of gate there are
   */
  gates: ('inviteOnly' | 'geo' | 'linkedCampaign' | 'idv' | 'card' | 'linkedAccount')[];
  /**
   * The fields that the answers of registrations go by
   */
  preferences: {
    key: string;
    type: 'email' | 'phone' | 'name' | 'zip' | 'opt_in' | 'markets' | 'ticket_count' | 'boolean_select' | 'freeform_text' | 'checklist' | 'promoterOptIns';
    isOptional: boolean;
  }[];
  marketIds: string[];
  selectionMethod: 'random' | 'weighted' | 'score';
  maxLots: number;
  minScore: number | null;
  maxMarkets: number;
  automatedReminders: boolean;
  showAccessCode: boolean;
  dedupe: Dedupe;
}
export interface Dedupe {
  /**
   * Stable over replays: readers drop what they have seen
   */
  id: string;
  timestamp: Instant;
}
