import { createDynamoDBCampaignStore } from '../../../adapters/aws/dynamodb-campaign-store.ts';
import type { CampaignReader } from '../../../ports/campaign-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** Campaigns and markets as workers read them. */
export const campaignReader: Make<CampaignReader> = (cloud) => {
  const { config, clock, random } = cloud;
  const address = config.mongoRead ?? config.mongo;
  if (address === null) return createDynamoDBCampaignStore({ client: dynamoDBClient(), tableName: config.resources.table('campaigns'), clock, random });
  let loading: Promise<CampaignReader> | undefined;
  const loaded = (): Promise<CampaignReader> => {
    loading ??= import('../mongo/campaign-reader.ts').then(({ campaignReaderOn }) => campaignReaderOn(cloud, address));
    return loading;
  };
  return {
    campaignBySlug: async (slug) => (await loaded()).campaignBySlug(slug),
    campaignById: async (id) => (await loaded()).campaignById(id),
    campaigns: async () => (await loaded()).campaigns(),
    market: async (id) => (await loaded()).market(id),
  };
};
