import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegError } from '../../errors.ts';
import { correlationIdIn } from '../../middleware/correlation.ts';
import type { Random } from '../../ports/random.ts';
import type { Timings } from '../../ports/timings.ts';
import { errorAnswerOf, tooManyRequests } from '../error-answer.ts';
import { createGraphQL, type GraphQLAnswer, type GraphQLOptions, type GraphQLRequest } from './answer-graphql.ts';

export interface GraphQLListenerOptions extends GraphQLOptions {
  readonly random: Random;
  /** Told of each answer: what is refused before it was read has the operation `none`. */
  readonly timings: Timings;
  /** The address that a request counts for; null: it is not counted. */
  readonly addressOf: (request: IncomingMessage) => string | null;
  /** Whether the server is closing: what comes now is refused, and connections end with their answer. */
  readonly isClosing: () => boolean;
}

const BODY_LIMIT = 64 * 1024;
/** A body that is too large is read to its end up to here, so that the client gets to read the answer. */
const DRAIN_LIMIT = 1024 * 1024;
const JSON_TYPE = /^application\/json *(; *charset="?utf-8"?)?$/i;

/**
 * Answers `POST /graphql` on the plain HTTP server: a framework's routing, hooks and reply would cost a tenth of
 * the whole request (docs/decisions/0021-graphql-beside-fastify.md). What was read in one turn of the event loop is
 * answered together, step by step (docs/decisions/0024-requests-of-a-turn-together.md).
 */
export const createGraphQLListener = (options: GraphQLListenerOptions): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const { random, timings, addressLimiter, addressOf, isClosing } = options;
  const answer = createGraphQL(options);
  let read: { readonly request: GraphQLRequest; readonly reply: (answer: GraphQLAnswer) => void }[] = [];

  const answerAll = (): void => {
    const together = read;
    read = [];
    for (const { request, reply } of together) answer(request).then(reply);
  };

  return (request, response) => {
    const { headers } = request;
    const startedAt = timings.now();
    const correlationId = correlationIdIn(headers['x-correlation-id']) ?? random.id();
    const reply = (given: GraphQLAnswer): void => {
      write(response, given, correlationId, isClosing());
      const { operation = 'none', status } = given;
      timings.observe('frontDoorRequest', timings.now() - startedAt, { route: '/graphql', operation, status: String(status) });
    };
    const refuse = (error: RegError, status?: number): void => {
      request.resume();
      const { body, ...refusal } = errorAnswerOf(error, correlationId);
      reply({ ...refusal, status: status ?? refusal.status, body: JSON.stringify(body) });
    };

    if (isClosing()) return refuse(new RegError('SERVICE_UNAVAILABLE', 'The server is shutting down.'));
    const address = addressOf(request);
    const wait = address === null || addressLimiter === null ? 0 : addressLimiter.take(address);
    if (wait > 0) return refuse(tooManyRequests(wait));
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      return refuse(new RegError('INPUT_INVALID', 'GraphQL is answered to POST alone.'), 405);
    }
    const type = headers['content-type'];
    if (type !== 'application/json' && (type === undefined || !JSON_TYPE.test(type))) {
      return refuse(new RegError('INPUT_INVALID', 'The content type has to be application/json.'), 415);
    }
    if (headers['content-encoding'] !== undefined) return refuse(new RegError('INPUT_INVALID', 'The body has to come without a content encoding.'), 415);
    readBody(request, (body) => {
      if (body === null) return refuse(new RegError('TOO_LARGE', `The body is larger than ${BODY_LIMIT} bytes.`));
      if (read.length === 0) setImmediate(answerAll);
      const { authorization, traceparent } = headers as { readonly authorization?: string; readonly traceparent?: string };
      read.push({ request: { body, authorization, correlationId, traceparent, startedAt, address }, reply });
    });
  };
};

/** Calls back once: with the body, or null where it is too large. Not at all when the client goes away before. */
const readBody = (request: IncomingMessage, done: (body: Buffer | null) => void): void => {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
    else if (length > DRAIN_LIMIT) {
      request.removeAllListeners('data').removeAllListeners('end');
      done(null);
      request.socket.end();
    }
  });
  request.on('end', () => {
    const [only = EMPTY] = chunks;
    if (length > BODY_LIMIT) done(null);
    else done(chunks.length > 1 ? Buffer.concat(chunks, length) : only);
  });
  request.on('error', () => undefined);
};

const EMPTY = Buffer.alloc(0);

const write = (response: ServerResponse, { status, retryAfter, body }: GraphQLAnswer, correlationId: string, isLast: boolean): void => {
  const headers: (string | number)[] = [
    'content-type',
    'application/json; charset=utf-8',
    'content-length',
    Buffer.byteLength(body),
    'x-correlation-id',
    correlationId,
    'x-content-type-options',
    'nosniff',
    'cache-control',
    'no-store',
  ];
  if (retryAfter !== null) headers.push('retry-after', retryAfter);
  if (status === 401) headers.push('www-authenticate', 'Bearer');
  if (isLast) headers.push('connection', 'close');
  response.writeHead(status, headers as string[]);
  response.end(body);
};
