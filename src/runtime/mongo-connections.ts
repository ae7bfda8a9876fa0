import { createMongoConnection, type MongoConnection } from '../adapters/mongo/mongo-connection.ts';
import { serviceCollections, withIndexes } from '../adapters/mongo/mongo-indexes.ts';

/** A worker has ten seconds for a fan, whatever becomes of MongoDB: a read takes at most four times this. */
const WORKERS_PATIENCE_MS = 2_000;
const INDEXES_PATIENCE_MS = 15 * 60_000;

/** For workers, who read campaigns and write nothing. */
export const mongoForWorkers = (url: () => Promise<string>): MongoConnection => createMongoConnection({ url, patienceMs: WORKERS_PATIENCE_MS });

/** For services, which make the indexes of their collections before their first call. */
export const mongoForServices = (url: () => Promise<string>, services: readonly (keyof typeof serviceCollections)[]): MongoConnection =>
  withIndexes(
    createMongoConnection({ url }),
    services.flatMap((service) => serviceCollections[service]),
    () => createMongoConnection({ url, patienceMs: INDEXES_PATIENCE_MS }),
  );
