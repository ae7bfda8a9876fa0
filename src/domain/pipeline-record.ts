import type { Campaign, Market } from './campaign.ts';
import type { EntryItem } from './entry.ts';

export type PipelineType = 'CAMPAIGN' | 'MARKET' | 'REGISTRATION' | 'EVENT_MAPPING' | 'REGISTERED_MARKET';

/** What is put on `dataQueue`: the thing that changed, unformatted. `at` (UTC) is when it changed. */
export type PipelineSource =
  | { readonly type: 'CAMPAIGN'; readonly at: string; readonly data: Campaign }
  | { readonly type: 'MARKET'; readonly at: string; readonly isDeleted?: true; readonly data: Market }
  | { readonly type: 'EVENT_MAPPING'; readonly at: string; readonly isDeleted?: true; readonly data: Pick<Market, 'id' | 'campaignId' | 'event'> }
  | { readonly type: 'REGISTRATION'; readonly at: string; readonly data: RegistrationChange }
  | { readonly type: 'REGISTERED_MARKET'; readonly at: string; readonly data: RegisteredMarket };

export interface RegistrationChange {
  readonly isDeleted: boolean;
  readonly item: Pick<
    EntryItem,
    'campaignId' | 'globalUserId' | 'entry' | 'rankedMarkets' | 'verdict' | 'selection' | 'version' | 'createdAt' | 'updatedAt' | 'linkedFrom'
  >;
}

export interface RegisteredMarket {
  readonly campaignId: string;
  readonly marketId: string;
  readonly entrants: number;
  readonly winners: number;
  readonly codes: number;
}

/** What is published: formatted by type, with an id that stays the same over replays. */
export interface PipelineRecord {
  readonly type: PipelineType;
  /** The entity's id, so that one entity's records stay in order. */
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>> & {
    readonly dedupe: { readonly id: string; readonly timestamp: string };
  };
}
