import { createDynamoDBUserStore } from '../../../adapters/aws/dynamodb-user-store.ts';
import type { UserStore } from '../../../ports/user-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** What the User Service keeps. */
export const userStore: Make<Promise<UserStore>> = async (cloud) => {
  const { config, clock, random } = cloud;
  if (config.mongo !== null) return (await import('../mongo/user-store.ts')).userStoreOn(cloud, config.mongo);
  return createDynamoDBUserStore({ client: dynamoDBClient(), tableName: config.resources.table('users'), clock, random });
};
