import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { UserStore } from '../../ports/user-store.ts';

export interface DynamodbUserStoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Stands in until its adapter is here. */
export const createDynamodbUserStore = (_: DynamodbUserStoreOptions): UserStore => {
  throw new Error('not here yet');
};
