import { createMongoUserStore } from '../../../adapters/mongo/mongo-user-store.ts';
import type { ServerAddress } from '../../../environment.ts';
import type { UserStore } from '../../../ports/user-store.ts';
import type { Cloud } from '../cloud.ts';
import { serviceConnection } from './connection.ts';

export const userStoreOn = (cloud: Cloud, address: ServerAddress): UserStore =>
  createMongoUserStore({ mongo: serviceConnection(cloud, address, 'user'), clock: cloud.clock, random: cloud.random });
