import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientOptions } from './client-options.ts';

let made: DynamoDBClient | undefined;

/** The container's one client of DynamoDB. */
export const dynamoDBClient = (): DynamoDBClient => {
  made ??= new DynamoDBClient({ ...clientOptions });
  return made;
};
