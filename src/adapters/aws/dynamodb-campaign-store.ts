import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CampaignStore } from '../../ports/campaign-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';

export interface DynamodbCampaignStoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Stands in until its adapter is here. */
export const createDynamodbCampaignStore = (_: DynamodbCampaignStoreOptions): CampaignStore => {
  throw new Error('not here yet');
};
