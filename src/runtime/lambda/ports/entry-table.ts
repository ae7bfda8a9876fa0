import { createDynamoDBEntryTable } from '../../../adapters/aws/dynamodb-entry-table.ts';
import type { EntryTable } from '../../../ports/entry-table.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** The demand-table. */
export const entryTable: Make<EntryTable> = ({ config, clock, random }) =>
  createDynamoDBEntryTable({ client: dynamoDBClient(), tableName: config.resources.table('demand-table'), clock, random });
