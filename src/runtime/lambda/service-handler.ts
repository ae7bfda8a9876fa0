import awsLambdaFastify from '@fastify/aws-lambda';
import Fastify, { type FastifyInstance } from 'fastify';
import { correlationIdIn } from '../../middleware/correlation.ts';
import { registerErrorAnswers } from '../../server/error-answers.ts';
import { followServices } from '../../server/followed-routes.ts';
import { MAX_PARAM_LENGTH } from '../../services/routes.ts';
import type { ServiceRoutes } from '../service-clients.ts';
import type { ServiceParts } from '../services/service-parts.ts';
import { type Cloud, openCloud } from './cloud.ts';
import { flushing } from './flushing.ts';
import { serviceClients } from './ports/service-clients.ts';
import { tokens } from './ports/tokens.ts';

/** Answers an HTTP request: payload 2.0 of an HTTP API or of a function URL. */
export type ServiceHandler = (event: never, context: never) => Promise<unknown>;

/** Routes as one Lambda function, wired once a container. Paths are whole: `/services/<name>/v1/…`. */
export const serviceHandler = (register: (app: FastifyInstance, cloud: Cloud) => void): Promise<ServiceHandler> =>
  wireService(register, openCloud(process.env));

/** The same on a cloud that was opened before. */
export const wireService = async (register: (app: FastifyInstance, cloud: Cloud) => void, cloud: Cloud): Promise<ServiceHandler> => {
  const app = Fastify({
    genReqId: ({ headers }) => correlationIdIn(headers['x-correlation-id']) ?? cloud.random.id(),
    logger: false,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
  });
  if (cloud.tracer !== null) followServices(app, cloud.tracer);
  registerErrorAnswers(app, cloud);
  // A comma in a value is part of it: no operation takes lists in its query.
  const handler = awsLambdaFastify(app, { decorateRequest: false, parseCommaSeparatedQueryParams: false });
  register(app, cloud);
  await app.ready();
  return flushing(handler as ServiceHandler, cloud.traces);
};

/** What a service of ours is served with. `calls`: the routes of the services that it calls itself. */
export const serviceParts = (cloud: Cloud, calls: ServiceRoutes = {}): ServiceParts => ({
  clients: serviceClients(cloud, calls),
  tokens: tokens(cloud),
  clock: cloud.clock,
  random: cloud.random,
  log: cloud.log,
});
