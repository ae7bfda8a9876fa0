import { campaignRoutes } from '../../../generated/service-routes/campaign.ts';
import type { ServicePort } from '../given-ports.ts';
import { serviceClients } from './service-clients.ts';

/** The Campaign Service over HTTP. */
export const campaignService: ServicePort = { routes: campaignRoutes, clients: serviceClients };
