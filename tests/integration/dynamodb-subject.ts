import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTableInput, type TableName } from '../../src/adapters/aws/dynamodb-tables.ts';
import { serverUrl } from './server-url.ts';

export interface DynamoDBSubject {
  readonly client: DynamoDBClient;
  /** Fresh and empty, with the indexes of its definition. */
  readonly tableName: string;
}

/** A new table on DynamoDB Local for one subject of a contract. */
export const createDynamoDBSubject = async (table: TableName): Promise<DynamoDBSubject> => {
  const client = new DynamoDBClient({
    endpoint: serverUrl('dynamodb'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const tableName = `${table}-${randomBytes(6).toString('hex')}`;
  await client.send(new CreateTableCommand(createTableInput(table, tableName)));
  return { client, tableName };
};
