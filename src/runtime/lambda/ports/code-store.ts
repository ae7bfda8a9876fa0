import { createDynamoDBCodeStore } from '../../../adapters/aws/dynamodb-code-store.ts';
import type { CodeStore } from '../../../ports/code-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** What the Code Service keeps. */
export const codeStore: Make<Promise<CodeStore>> = async (cloud) => {
  const { config, clock, random } = cloud;
  if (config.mongo !== null) return (await import('../mongo/code-store.ts')).codeStoreOn(cloud, config.mongo);
  return createDynamoDBCodeStore({ client: dynamoDBClient(), tableName: config.resources.table('codes'), clock, random });
};
