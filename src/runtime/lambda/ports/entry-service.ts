import { entryRoutes } from '../../../generated/service-routes/entry.ts';
import type { ServicePort } from '../given-ports.ts';
import { serviceClients } from './service-clients.ts';

/** The Entry Service over HTTP. */
export const entryService: ServicePort = { routes: entryRoutes, clients: serviceClients };
