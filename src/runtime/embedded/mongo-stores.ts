import { createMongoCampaignReader } from '../../adapters/mongo/mongo-campaign-reader.ts';
import { createMongoCampaignStore } from '../../adapters/mongo/mongo-campaign-store.ts';
import { createMongoCodeStore } from '../../adapters/mongo/mongo-code-store.ts';
import { createMongoDrawStore } from '../../adapters/mongo/mongo-draw-store.ts';
import { createMongoEntryStore } from '../../adapters/mongo/mongo-entry-store.ts';
import { createMongoUserStore } from '../../adapters/mongo/mongo-user-store.ts';
import { MONGO, MONGO_READ, type ServerAddress } from '../../environment.ts';
import type { CampaignReader } from '../../ports/campaign-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { mongoForServices, mongoForWorkers } from '../mongo-connections.ts';
import { urlOfServer } from '../server-address.ts';

export interface MongoParts {
  readonly secrets: Pick<Secrets, 'get'>;
  /** Paces what is tried again. */
  readonly clock: Clock;
  readonly random: Random;
}

/** What the services keep, on one connection. */
export const openMongoStores = (address: ServerAddress, { secrets, clock, random }: MongoParts) => {
  const mongo = mongoForServices(urlOfServer(address, MONGO, secrets), ['campaign', 'entry', 'user', 'code']);
  const options = { mongo, clock, random };
  return {
    campaignStore: createMongoCampaignStore(options),
    drawStore: createMongoDrawStore(options),
    entryStore: createMongoEntryStore(options),
    userStore: createMongoUserStore(options),
    codeStore: createMongoCodeStore(options),
    close: mongo.close,
  };
};

/** Campaigns as the workers read them, on a connection of its own. */
export const openMongoReader = (address: ServerAddress, { secrets }: Pick<MongoParts, 'secrets'>): CampaignReader & { close(): Promise<void> } => {
  const mongo = mongoForWorkers(urlOfServer(address, MONGO_READ, secrets));
  return { ...createMongoCampaignReader({ mongo }), close: mongo.close };
};
