import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../ports/clock.ts';
import type { CodeStore } from '../../ports/code-store.ts';
import type { Random } from '../../ports/random.ts';

export interface DynamodbCodeStoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Stands in until its adapter is here. */
export const createDynamodbCodeStore = (_: DynamodbCodeStoreOptions): CodeStore => {
  throw new Error('not here yet');
};
