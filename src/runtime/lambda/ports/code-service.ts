import { codeRoutes } from '../../../generated/service-routes/code.ts';
import type { ServicePort } from '../given-ports.ts';
import { serviceClients } from './service-clients.ts';

/** The Code Service over HTTP. */
export const codeService: ServicePort = { routes: codeRoutes, clients: serviceClients };
