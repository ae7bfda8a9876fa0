import { createNodeConnections } from '../../../adapters/http/node-connections.ts';
import type { HttpConnections } from '../../../ports/http.ts';
import { CONNECTION_LIMITS } from '../../../services/client/service-client.ts';

let made: HttpConnections | undefined;

/** The container's connections to services and to the sign-in. */
export const httpConnections = (): HttpConnections => {
  made ??= createNodeConnections(CONNECTION_LIMITS);
  return made;
};
