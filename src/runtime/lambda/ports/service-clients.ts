import { RegError } from '../../../errors.ts';
import { createServiceClients, type ServiceClients, type ServiceRoutes } from '../../service-clients.ts';
import { httpConnections } from '../clients/http.ts';
import type { Cloud } from '../cloud.ts';
import { tokens } from './tokens.ts';

/** Clients of the services at `routes`, each at its `REG_<SERVICE>_URL`. */
export const serviceClients = (cloud: Cloud, routes: ServiceRoutes): ServiceClients => {
  const { config, clock, random, log, tracer } = cloud;
  return createServiceClients({
    routes,
    urlOf: (service) => {
      const url = config.serviceUrls[service];
      if (url !== undefined) return url;
      const name = `REG_${service.toUpperCase()}_URL`;
      throw new RegError('CONFIG_INVALID', `${name} has to be set: this function calls the ${service} service.`, { detail: { name } });
    },
    connections: httpConnections(),
    signer: tokens(cloud),
    clock,
    random,
    log,
    tracer,
  });
};
