import type { CampaignStore } from '../../ports/campaign-store.ts';
import { applyCampaignChange, type CampaignChange, campaignChange, notificationPath } from './mongo-campaign-changes.ts';
import { createMongoCampaignReader } from './mongo-campaign-reader.ts';
import type { CampaignDocument } from './mongo-campaigns.ts';
import { CALL_LIMITS } from './mongo-connection.ts';
import { type MongoStoreOptions, takeTurn } from './mongo-turns.ts';
import { storable, text, texts } from './mongo-values.ts';

/** Campaigns, markets and gates in the collections of these names. Definitions are saved one after the other, over all campaigns. */
export const createMongoCampaignStore = (options: MongoStoreOptions): CampaignStore => {
  const { mongo } = options;

  const campaignOfMarket = (marketId: string): Promise<Pick<CampaignDocument, '_id'> | null> =>
    mongo.run('campaigns.findOne', (database) =>
      database.collection<CampaignDocument>('campaigns').findOne({ marketIds: text(marketId) }, { projection: { _id: 1 }, ...CALL_LIMITS }),
    );

  /** Whoever has the id, the slug or a market. */
  const concerned = (id: string, slug: string, marketIds: readonly string[]) =>
    mongo.run('campaigns.find', (database) =>
      database
        .collection<CampaignDocument>('campaigns')
        .find(
          { $or: [{ _id: text(id) }, { slug: text(slug) }, { marketIds: { $in: texts(marketIds) } }] },
          { projection: { slug: 1, marketIds: 1 }, ...CALL_LIMITS },
        )
        .toArray(),
    );

  const reader = createMongoCampaignReader(options);

  return {
    ...reader,
    save: async (given) => {
      const { campaign, markets } = storable(given);
      const marketIds = markets.map(({ id }) => id);
      const refused = await takeTurn<CampaignChange, 'slug-taken' | 'market-taken'>(options, {
        name: 'campaigns',
        apply: (change) => applyCampaignChange(mongo, change),
        decide: async (revision) => {
          const found = await concerned(campaign.id, campaign.slug, marketIds);
          const others = found.filter(({ _id }) => _id !== campaign.id);
          if (others.some(({ slug }) => slug === campaign.slug)) return { refused: 'slug-taken' };
          if (others.length > 0) return { refused: 'market-taken' };
          return { intent: campaignChange(given, found[0] ?? null, revision) };
        },
      });
      return refused ?? (await reader.campaignById(campaign.id)) ?? given;
    },
    setStatus: async (campaignId, status) => {
      const { matchedCount } = await mongo.run('campaigns.updateOne', (database) =>
        database.collection<CampaignDocument>('campaigns').updateOne({ _id: text(campaignId) }, { $set: { status } }, CALL_LIMITS),
      );
      return matchedCount === 0 ? null : ((await reader.campaignById(campaignId))?.campaign ?? null);
    },
    setNotification: async (marketId, notification) => {
      const owner = await campaignOfMarket(marketId);
      if (owner === null) return null;
      const path = notificationPath(marketId);
      const { matchedCount } = await mongo.run('campaigns.updateOne', (database) =>
        database
          .collection<CampaignDocument>('campaigns')
          .updateOne(
            { _id: owner._id, marketIds: marketId },
            notification === null ? { $unset: { [path]: '' } } : { $set: { [path]: notification } },
            CALL_LIMITS,
          ),
      );
      return matchedCount === 0 ? null : ((await reader.campaignById(owner._id))?.markets.find(({ id }) => id === marketId) ?? null);
    },
  };
};
