import { createDynamoDBUserStore } from '../../../adapters/aws/dynamodb-user-store.ts';
import type { UserStore } from '../../../ports/user-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** What the User Service keeps. */
export const userStore: Make<UserStore> = ({ config, clock, random }) =>
  createDynamoDBUserStore({ client: dynamoDBClient(), tableName: config.resources.table('users'), clock, random });
