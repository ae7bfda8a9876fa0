import { createMongoEntryStore } from '../../../adapters/mongo/mongo-entry-store.ts';
import type { ServerAddress } from '../../../environment.ts';
import type { EntryStore } from '../../../ports/entry-store.ts';
import type { Cloud } from '../cloud.ts';
import { serviceConnection } from './connection.ts';

export const entryStoreOn = (cloud: Cloud, address: ServerAddress): EntryStore =>
  createMongoEntryStore({ mongo: serviceConnection(cloud, address, 'entry'), random: cloud.random });
