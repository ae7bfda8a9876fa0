import { createMongoDrawStore } from '../../../adapters/mongo/mongo-draw-store.ts';
import type { ServerAddress } from '../../../environment.ts';
import type { DrawStore } from '../../../ports/draw-store.ts';
import type { Cloud } from '../cloud.ts';
import { serviceConnection } from './connection.ts';

export const drawStoreOn = (cloud: Cloud, address: ServerAddress): DrawStore =>
  createMongoDrawStore({ mongo: serviceConnection(cloud, address, 'campaign'), clock: cloud.clock, random: cloud.random });
