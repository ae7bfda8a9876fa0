import type { MongoConnection } from '../../../adapters/mongo/mongo-connection.ts';
import { MONGO, MONGO_READ, type ServerAddress, type ServerVariables } from '../../../environment.ts';
import { mongoForServices, mongoForWorkers } from '../../mongo-connections.ts';
import { urlOfServer } from '../../server-address.ts';
import type { Cloud } from '../cloud.ts';
import { secrets } from '../ports/secrets.ts';

// What is in this folder is loaded where MongoDB is set and nowhere else: the driver is larger than most functions.

let ofService: MongoConnection | undefined;
let ofWorker: MongoConnection | undefined;

/** The container's one connection to MongoDB, of the service that runs in it. */
export const serviceConnection = (cloud: Cloud, address: ServerAddress, service: Parameters<typeof mongoForServices>[1][number]): MongoConnection => {
  ofService ??= mongoForServices(urlOf(cloud, address, MONGO), [service]);
  return ofService;
};

/** The same for a worker. */
export const workerConnection = (cloud: Cloud, address: ServerAddress): MongoConnection => {
  ofWorker ??= mongoForWorkers(urlOf(cloud, address, MONGO_READ));
  return ofWorker;
};

/** Only a function whose URL is a secret is told where secrets are. */
const urlOf =
  (cloud: Cloud, address: ServerAddress, variables: ServerVariables): (() => Promise<string>) =>
  async () =>
    'url' in address ? address.url : urlOfServer(address, variables, secrets(cloud))();
