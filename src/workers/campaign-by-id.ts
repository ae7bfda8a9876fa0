import type { CampaignWithMarkets } from '../domain/campaign.ts';
import type { CampaignCache } from '../ports/campaign-cache.ts';
import type { CampaignStore } from '../ports/campaign-store.ts';

interface Campaigns {
  readonly campaignCache: Pick<CampaignCache, 'get'>;
  readonly campaignStore: Pick<CampaignStore, 'campaignById'>;
}

/** The campaign of an id, through the cache; null where there is none. */
export const campaignById = ({ campaignCache, campaignStore }: Campaigns, id: string): Promise<CampaignWithMarkets | null> =>
  campaignCache.get(`campaign:id:${id}`, () => campaignStore.campaignById(id));
