import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { CampaignCache } from '../../ports/campaign-cache.ts';
import type { CampaignStore } from '../../ports/campaign-store.ts';

const SLUG = /^[a-z0-9-]{1,64}$/;

/** The campaign behind a slug, through the cache; null where there is none, without a look at the store for what cannot be a slug. */
export const knownCampaign = async (
  { campaignCache, campaignStore }: { readonly campaignCache: Pick<CampaignCache, 'get'>; readonly campaignStore: Pick<CampaignStore, 'campaignBySlug'> },
  slug: unknown,
): Promise<CampaignWithMarkets | null> =>
  typeof slug === 'string' && SLUG.test(slug) ? campaignCache.get(`campaign:${slug}`, () => campaignStore.campaignBySlug(slug)) : null;
