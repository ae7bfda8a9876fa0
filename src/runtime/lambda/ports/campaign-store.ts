import { createDynamoDBCampaignStore } from '../../../adapters/aws/dynamodb-campaign-store.ts';
import type { CampaignStore } from '../../../ports/campaign-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** Campaigns and markets. */
export const campaignStore: Make<Promise<CampaignStore>> = async (cloud) => {
  const { config, clock, random } = cloud;
  if (config.mongo !== null) return (await import('../mongo/campaign-store.ts')).campaignStoreOn(cloud, config.mongo);
  return createDynamoDBCampaignStore({ client: dynamoDBClient(), tableName: config.resources.table('campaigns'), clock, random });
};
