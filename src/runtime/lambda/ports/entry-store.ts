import { createDynamoDBEntryStore } from '../../../adapters/aws/dynamodb-entry-store.ts';
import type { EntryStore } from '../../../ports/entry-store.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** What the Entry Service keeps. */
export const entryStore: Make<EntryStore> = ({ config, clock, random }) =>
  createDynamoDBEntryStore({ client: dynamoDBClient(), tableName: config.resources.table('entries'), clock, random });
