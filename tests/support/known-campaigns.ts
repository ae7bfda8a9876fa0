import type { CampaignOptions, Market } from '../../src/domain/campaign.ts';
import type { CampaignCache } from '../../src/ports/campaign-cache.ts';
import type { CampaignStore } from '../../src/ports/campaign-store.ts';
import { market, summerTour } from './summer-tour.ts';

/** The summer tour as workers look it up by its id, with options that a test sets; nothing is cached. */
export const createKnownCampaigns = (known: readonly Market[] = [market()]) => {
  const options: Partial<CampaignOptions> = {};
  const campaignStore: Pick<CampaignStore, 'campaignById'> = {
    campaignById: async (id) => {
      const { campaign, markets } = summerTour({ markets: known });
      return id === campaign.id ? { campaign: { ...campaign, options: { ...campaign.options, ...options } }, markets } : null;
    },
  };
  const campaignCache: Pick<CampaignCache, 'get'> = { get: (_key, load) => load() };
  return { options: options as { -readonly [O in keyof CampaignOptions]?: CampaignOptions[O] }, campaignStore, campaignCache };
};
