import { createMongoCodeStore } from '../../../adapters/mongo/mongo-code-store.ts';
import type { ServerAddress } from '../../../environment.ts';
import type { CodeStore } from '../../../ports/code-store.ts';
import type { Cloud } from '../cloud.ts';
import { serviceConnection } from './connection.ts';

export const codeStoreOn = (cloud: Cloud, address: ServerAddress): CodeStore =>
  createMongoCodeStore({ mongo: serviceConnection(cloud, address, 'code'), clock: cloud.clock, random: cloud.random });
