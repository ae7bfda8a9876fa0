import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../ports/clock.ts';
import type { DrawStore } from '../../ports/draw-store.ts';
import type { Random } from '../../ports/random.ts';

export interface DynamodbDrawStoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Stands in until its adapter is here. */
export const createDynamodbDrawStore = (_: DynamodbDrawStoreOptions): DrawStore => {
  throw new Error('not here yet');
};
