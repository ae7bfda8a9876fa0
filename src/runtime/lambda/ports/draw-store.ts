import { createDynamoDBDrawStore } from '../../../adapters/aws/dynamodb-draw-store.ts';
import type { DrawStore } from '../../../ports/draw-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** Draws and what selections made of them. */
export const drawStore: Make<Promise<DrawStore>> = async (cloud) => {
  const { config, clock, random } = cloud;
  if (config.mongo !== null) return (await import('../mongo/draw-store.ts')).drawStoreOn(cloud, config.mongo);
  return createDynamoDBDrawStore({ client: dynamoDBClient(), tableName: config.resources.table('campaigns'), clock, random });
};
