import type { CampaignOptions } from '../domain/campaign.ts';
import type { CampaignCache } from '../ports/campaign-cache.ts';
import type { CampaignStore } from '../ports/campaign-store.ts';

interface Campaigns {
  readonly campaignCache: Pick<CampaignCache, 'get'>;
  readonly campaignStore: Pick<CampaignStore, 'campaignById'>;
}

/** Whether a campaign has this told to its fans by mail; one that nobody knows has not. */
export const tellsFans = async (
  { campaignCache, campaignStore }: Campaigns,
  campaignId: string,
  option: 'automatedReceipts' | 'automatedResults',
): Promise<boolean> => {
  const found = await campaignCache.get(`campaign:id:${campaignId}`, () => campaignStore.campaignById(campaignId));
  return (found?.campaign.options satisfies CampaignOptions | undefined)?.[option] === true;
};
