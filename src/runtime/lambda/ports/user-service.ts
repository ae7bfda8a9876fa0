import { userRoutes } from '../../../generated/service-routes/user.ts';
import type { ServicePort } from '../given-ports.ts';
import { serviceClients } from './service-clients.ts';

/** The User Service over HTTP. */
export const userService: ServicePort = { routes: userRoutes, clients: serviceClients };
