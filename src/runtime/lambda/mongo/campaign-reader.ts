import { createMongoCampaignReader } from '../../../adapters/mongo/mongo-campaign-reader.ts';
import type { ServerAddress } from '../../../environment.ts';
import type { CampaignReader } from '../../../ports/campaign-store.ts';
import type { Cloud } from '../cloud.ts';
import { workerConnection } from './connection.ts';

export const campaignReaderOn = (cloud: Cloud, address: ServerAddress): CampaignReader =>
  createMongoCampaignReader({ mongo: workerConnection(cloud, address) });
