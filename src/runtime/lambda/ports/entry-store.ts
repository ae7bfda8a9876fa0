import { createDynamoDBEntryStore } from '../../../adapters/aws/dynamodb-entry-store.ts';
import type { EntryStore } from '../../../ports/entry-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** What the Entry Service keeps. */
export const entryStore: Make<Promise<EntryStore>> = async (cloud) => {
  const { config, clock, random } = cloud;
  if (config.mongo !== null) return (await import('../mongo/entry-store.ts')).entryStoreOn(cloud, config.mongo);
  return createDynamoDBEntryStore({ client: dynamoDBClient(), tableName: config.resources.table('entries'), clock, random });
};
