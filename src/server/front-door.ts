import { createServer, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Tracer } from '@opentelemetry/api';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Log } from '../log.ts';
import { correlationIdIn } from '../middleware/correlation.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Timings } from '../ports/timings.ts';
import type { TokenVerifier } from '../ports/tokens.ts';
import { createClientAddress } from './client-address.ts';
import { errorAnswerOf, tooManyRequests } from './error-answer.ts';
import { registerErrorAnswers } from './error-answers.ts';
import { createDocuments } from './graphql/documents.ts';
import { createGraphQLListener } from './graphql/graphql-listener.ts';
import { createSchema, type InvokeWorker } from './graphql/schema.ts';
import { type Readiness, registerHealthRoutes } from './health-routes.ts';
import { registerMetricsRoutes } from './metrics/metrics-routes.ts';
import { registerOpenRoutes } from './open-routes.ts';
import { createRateLimiter, type RateLimit } from './rate-limit.ts';
import { securityHeaders } from './security-headers.ts';

export interface FrontDoorOptions {
  readonly invoke: InvokeWorker;
  readonly tokens: TokenVerifier;
  /** The `issuer` of the identities that workers see. */
  readonly issuer: string;
  readonly limits: FrontDoorLimits;
  /** Mounts the services and whatever else answers below its own path. */
  readonly services: (app: FastifyInstance) => void | Promise<void>;
  readonly ready: () => Promise<Readiness>;
  /** What `/metrics` answers to operators. Default null: there is none. */
  readonly metrics?: (() => Promise<string>) | null;
  /** Told how long each request took, by route and status. */
  readonly timings: Timings;
  /** Default null: nobody records traces. */
  readonly tracer?: Tracer | null;
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

/** A client that sends slower than this holds a connection for nothing (RFC 9110 knows no limit of its own). */
const REQUEST_TIMEOUT_MS = 120_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** Longer than the usual 60 s of a load balancer, so that it is never ours that closes a connection first. */
const KEEP_ALIVE_MS = 72_000;

/**
 * The HTTP server, not yet listening. `close()` stops accepting, answers what is in flight, then resolves.
 * Every answer carries the correlation id that the caller gave, or one made here.
 */
export const createFrontDoor = async (options: FrontDoorOptions): Promise<FastifyInstance> => {
  const { invoke, tokens, issuer, limits, services, ready, metrics = null, timings, tracer = null, log, clock, random } = options;
  const addressOf = createClientAddress(limits);
  const addressLimiter = limits.perAddress === null ? null : createRateLimiter(limits.perAddress, clock);
  let isClosing = false;
  const graphQL = createGraphQLListener({
    documents: createDocuments(createSchema(invoke), { introspection: limits.introspection }),
    tokens,
    issuer,
    addressLimiter,
    fanLimiter: limits.perFan === null ? null : createRateLimiter(limits.perFan, clock),
    log,
    random,
    timings,
    tracer,
    addressOf,
    isClosing: () => isClosing,
  });
  const app = Fastify({
    serverFactory: (other) =>
      createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
        if (isGraphQL(request.url)) graphQL(request, response);
        else other(request, response);
      }),
    genReqId: ({ headers }) => correlationIdIn(headers['x-correlation-id']) ?? random.id(),
    logger: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => answerUnreadablePath(error, request.id, reply as FastifyReply),
  });
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', (_, reply, payload, done) => {
    // A connection that stayed open would hold up the close for as long as it is kept alive.
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    // The path as it is registered: what was asked for holds ids of fans, and anybody can make up paths. Services time themselves.
    const { url: route = 'none' } = request.routeOptions;
    const status = String(reply.statusCode);
    if (!OF_SERVICES.test(request.url)) timings.observe('frontDoorRequest', reply.elapsedTime / 1000, { route, operation: request.method, status });
    done();
  });
  registerErrorAnswers(app, { log });

  await app.register(async (open) => {
    open.addHook('onRequest', (request, _, done) => {
      const address = addressOf(request.raw);
      const wait = address === null || addressLimiter === null ? 0 : addressLimiter.take(address);
      if (wait > 0) done(tooManyRequests(wait));
      else done();
    });
    open.addHook('onSend', (_, reply, payload, done) => {
      reply.headers(securityHeaders);
      done(null, payload);
    });
    registerOpenRoutes(open, { tokens });
  });
  registerHealthRoutes(app, { ready });
  if (metrics !== null) registerMetricsRoutes(app, { tokens, text: metrics });
  await app.register(async (scope) => services(scope));
  return app;
};

const OF_SERVICES = /^\/(services|operator)\//;

const isGraphQL = (url: string | undefined): boolean => url === '/graphql' || url?.startsWith('/graphql?') === true;

/** What the router cannot read: half an escape in the path, for one. */
const answerUnreadablePath = (error: Error, correlationId: string, reply: FastifyReply): void => {
  const { status, body } = errorAnswerOf(error, correlationId);
  reply.code(status).header('x-correlation-id', correlationId).send(body);
};

/** What is no HTTP gets no more than a status; the connection ends. */
const answerBrokenRequest = (error: Error & { readonly code?: string }, socket: Socket): void => {
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
  else socket.destroy();
};
