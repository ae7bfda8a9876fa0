import type { CampaignReader } from '../../ports/campaign-store.ts';
import { findCampaign, findCampaigns } from './mongo-campaigns.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { text } from './mongo-values.ts';

export interface MongoCampaignReaderOptions {
  /** Of a user who may read `campaigns`, `markets` and `gates`; it needs no other right. */
  readonly mongo: MongoConnection;
}

/** Campaigns as the workers read them, whoever writes the collections: by `find` alone. */
export const createMongoCampaignReader = ({ mongo }: MongoCampaignReaderOptions): CampaignReader => ({
  campaignBySlug: (slug) => findCampaign(mongo, { slug: text(slug) }),
  campaignById: (id) => findCampaign(mongo, { _id: text(id) }),
  campaigns: () => findCampaigns(mongo),
  market: async (id) => (await findCampaign(mongo, { marketIds: text(id) }))?.markets.find((market) => market.id === id) ?? null,
});
