import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../ports/clock.ts';
import type { EntryStore } from '../../ports/entry-store.ts';
import type { Random } from '../../ports/random.ts';

export interface DynamodbEntryStoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Stands in until its adapter is here. */
export const createDynamoDBEntryStore = (_: DynamodbEntryStoreOptions): EntryStore => {
  throw new Error('not here yet');
};
