import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../ports/clock.ts';
import type { EntryTable } from '../../ports/entry-table.ts';
import type { Random } from '../../ports/random.ts';

export interface DynamodbEntryTableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Stands in until its adapter is here. */
export const createDynamodbEntryTable = (_: DynamodbEntryTableOptions): EntryTable => {
  throw new Error('not here yet');
};
