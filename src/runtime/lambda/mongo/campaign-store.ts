import { createMongoCampaignStore } from '../../../adapters/mongo/mongo-campaign-store.ts';
import type { ServerAddress } from '../../../environment.ts';
import type { CampaignStore } from '../../../ports/campaign-store.ts';
import type { Cloud } from '../cloud.ts';
import { serviceConnection } from './connection.ts';

export const campaignStoreOn = (cloud: Cloud, address: ServerAddress): CampaignStore =>
  createMongoCampaignStore({ mongo: serviceConnection(cloud, address, 'campaign'), clock: cloud.clock, random: cloud.random });
