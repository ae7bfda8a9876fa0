import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { RegError } from '../errors.ts';
import type { Log } from '../log.ts';
import { correlationIdIn } from '../middleware/correlation.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { TokenVerifier } from '../ports/tokens.ts';
import { MAX_PARAM_LENGTH } from '../services/routes.ts';
import { errorAnswerOf, tooManyRequests } from './error-answer.ts';
import { createGraphQL } from './graphql/answer-graphql.ts';
import { createDocuments } from './graphql/documents.ts';
import { createSchema, type InvokeWorker } from './graphql/schema.ts';
import { createRateLimiter, type RateLimit, type RateLimiter } from './rate-limit.ts';
import { securityHeaders } from './security-headers.ts';
import { type Readiness, registerStateRoutes } from './state-routes.ts';

export interface FrontDoorOptions {
  readonly invoke: InvokeWorker;
  readonly tokens: TokenVerifier;
  /** The `issuer` of the identities that workers see. */
  readonly issuer: string;
  readonly limits: FrontDoorLimits;
  /** Mounts the services and whatever else answers below its own path. */
  readonly services: (app: FastifyInstance) => void | Promise<void>;
  readonly ready: () => Promise<Readiness>;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
}

export interface FrontDoorLimits {
  /** What one address may ask of the public paths; null: no limit. */
  readonly perAddress: RateLimit | null;
  /** What one fan may ask of GraphQL; null: no limit. */
  readonly perFan: RateLimit | null;
  /** Whether requests from this machine are counted too. Default in production wiring: no. */
  readonly countLoopback: boolean;
  /** Proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
  /** Whether GraphQL tells its schema. */
  readonly introspection: boolean;
}

const GRAPHQL_BODY_LIMIT = 64 * 1024;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * The HTTP server, not yet listening. `close()` stops accepting, answers what is in flight, then resolves.
 * Every answer carries the correlation id that the caller gave, or one made here.
 */
export const createFrontDoor = async (options: FrontDoorOptions): Promise<FastifyInstance> => {
  const { invoke, tokens, issuer, limits, services, ready, log, clock, random } = options;
  const app = Fastify({
    genReqId: ({ headers }) => correlationIdIn(headers['x-correlation-id']) ?? random.id(),
    trustProxy: limits.trustedProxies.length === 0 ? false : [...limits.trustedProxies],
    logger: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
  });

  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('x-correlation-id', request.id);
    for (const [name, value] of securityHeaders) reply.raw.setHeader(name, value);
    done();
  });
  app.setErrorHandler((error, request, reply) => {
    const answer = errorAnswerOf(error, request.id);
    if (answer.status >= 500)
      log.error({ correlationId: request.id, error: error instanceof RegError ? `${error.code}: ${error.message}` : 'unexpected' }, 'a request failed');
    if (answer.retryAfter !== null) reply.header('retry-after', String(answer.retryAfter));
    return reply.code(answer.status).send(answer.body);
  });
  app.setNotFoundHandler((request, reply) => {
    const { body } = errorAnswerOf(new RegError('NOT_FOUND', 'There is nothing at this path.'), request.id);
    return reply.code(404).send(body);
  });

  const addressLimiter = limits.perAddress === null ? null : createRateLimiter(limits.perAddress, clock);
  const countedAddress = (request: FastifyRequest): string | null => (!limits.countLoopback && LOOPBACK.has(request.ip) ? null : request.ip);

  await app.register(async (scope) => {
    if (addressLimiter !== null) scope.addHook('onRequest', limitByAddress(addressLimiter, countedAddress));
    await registerGraphQL(scope, countedAddress, {
      documents: createDocuments(createSchema(invoke), { introspection: limits.introspection }),
      tokens,
      issuer,
      addressLimiter,
      fanLimiter: limits.perFan === null ? null : createRateLimiter(limits.perFan, clock),
      log,
    });
  });
  registerStateRoutes(app, { tokens, ready });
  await app.register(async (scope) => services(scope));
  return app;
};

const limitByAddress =
  (limiter: RateLimiter, addressOf: (request: FastifyRequest) => string | null) =>
  (request: FastifyRequest, _: FastifyReply, done: (error?: Error) => void): void => {
    const address = addressOf(request);
    const wait = address === null ? 0 : limiter.take(address);
    if (wait > 0) done(tooManyRequests(wait));
    else done();
  };

const registerGraphQL = async (
  scope: FastifyInstance,
  addressOf: (request: FastifyRequest) => string | null,
  options: Parameters<typeof createGraphQL>[0],
): Promise<void> => {
  const answer = createGraphQL(options);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: GRAPHQL_BODY_LIMIT }, (_request, body, done) => done(null, body));
  scope.post('/graphql', { bodyLimit: GRAPHQL_BODY_LIMIT }, async (request, reply) => {
    const { headers, id: correlationId } = request;
    const { status, retryAfter, body } = await answer({
      body: request.body instanceof Buffer ? request.body : Buffer.alloc(0),
      authorization: headers.authorization,
      correlationId,
      address: addressOf(request),
    });
    if (retryAfter !== null) reply.header('retry-after', String(retryAfter));
    return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body);
  });
  scope.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (request, reply) => {
      const { body } = errorAnswerOf(new RegError('INPUT_INVALID', 'GraphQL is answered to POST alone.'), request.id);
      return reply.code(405).header('allow', 'POST').send(body);
    },
  });
};
