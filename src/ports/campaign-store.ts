import type { Campaign, CampaignWithMarkets, Market, MarketNotification } from '../domain/campaign.ts';

/** Campaigns, markets and gates as the workers read them. Reads see every write that was acknowledged before them. */
export interface CampaignReader {
  campaignBySlug(slug: string): Promise<CampaignWithMarkets | null>;
  campaignById(id: string): Promise<CampaignWithMarkets | null>;
  /** By opening date, newest first. */
  campaigns(): Promise<readonly Campaign[]>;
  market(id: string): Promise<Market | null>;
}

/** The same with what the Campaign Service writes. */
export interface CampaignStore extends CampaignReader {
  /**
   * Writes campaign and markets together, but for what has writers of its own: the status of a campaign and the
   * notifications of markets that are there stay as they are. Answers what is stored then. `market-taken`: a market id
   * belongs to another campaign.
   */
  save(campaign: CampaignWithMarkets): Promise<CampaignWithMarkets | 'slug-taken' | 'market-taken'>;
  setStatus(campaignId: string, status: Campaign['status']): Promise<Campaign | null>;
  setNotification(marketId: string, notification: MarketNotification | null): Promise<Market | null>;
}
