import type { Tracer } from '@opentelemetry/api';
import type { GraphQLError } from 'graphql';
import { RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Caller, TokenVerifier } from '../../ports/tokens.ts';
import { errorAnswerOf, loggedError, publicErrorOf, statusOf, tooManyRequests, whyRefused } from '../error-answer.ts';
import { bearerToken, identityOf } from '../identity.ts';
import { parseJsonBytes } from '../json-text.ts';
import type { RateLimiter } from '../rate-limit.ts';
import type { CompiledDocument, Documents } from './documents.ts';
import { followRequest } from './followed-request.ts';
import { graphQLRefusal, isOurs } from './graphql-errors.ts';
import type { FieldContext } from './schema.ts';

export interface GraphQLOptions {
  readonly documents: Documents;
  readonly tokens: TokenVerifier;
  /** The `issuer` that workers see of a caller's identity. */
  readonly issuer: string;
  /** By address; null: no limit. */
  readonly addressLimiter: RateLimiter | null;
  /** By globalUserId; apps and operators are not counted. */
  readonly fanLimiter: RateLimiter | null;
  readonly log: Log;
  /** Null: nobody records traces. */
  readonly tracer: Tracer | null;
}

export interface GraphQLRequest {
  readonly body: Buffer;
  readonly authorization: string | undefined;
  readonly correlationId: string;
  /** W3C's, as the caller sent it. */
  readonly traceparent: string | undefined;
  /** When it came, in the seconds of `Timings`. */
  readonly startedAt: number;
  /** Null: this address is not counted. */
  readonly address: string | null;
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly retryAfter: number | null;
  /** What was asked for, once that is known: a field's name, or `several`. */
  readonly operation?: string;
  /** JSON. */
  readonly body: string;
}

/** A query that was not seen before has to be checked and compiled, which costs as much as this many known ones. */
const COMPILE_COST = 10;

/** Answers one GraphQL request; never throws. */
export const createGraphQL = (options: GraphQLOptions): ((request: GraphQLRequest) => Promise<GraphQLAnswer>) => {
  const { documents, tokens, issuer, addressLimiter, fanLimiter, log, tracer } = options;

  const compile = (query: string, operationName: string | undefined, address: string | null): CompiledDocument => {
    if (address !== null && addressLimiter !== null) charge(addressLimiter, address, COMPILE_COST);
    return documents.compile(query, operationName);
  };

  const execute = async (request: GraphQLRequest): Promise<GraphQLAnswer> => {
    const { body, authorization, correlationId, address } = request;
    const { query, operationName, variables } = readRequest(parseJsonBytes(body));
    const document = documents.known(query, operationName) ?? compile(query, operationName, address);
    const token = bearerToken(authorization);
    const caller = token === null ? null : await tokens.verify(token, 'reg-workers');
    if (caller === null && document.needsCaller) throw new RegError('TOKEN_INVALID', 'This needs a token: send `authorization: Bearer` and a token.');
    if (caller?.kind === 'fan' && fanLimiter !== null) charge(fanLimiter, caller.globalUserId, 1);
    const context: FieldContext = { identity: caller === null ? null : identity(caller, issuer), correlationId };
    if (tracer === null) return run(document, context, variables);
    return followRequest(tracer, document.operation, request, caller, () => run(document, context, variables));
  };

  const run = async ({ run, operation }: CompiledDocument, context: FieldContext, variables: ReadRequest['variables']): Promise<GraphQLAnswer> => {
    const result = await run(undefined, context, variables);
    if (result.errors === undefined) return { status: 200, retryAfter: null, operation, body: JSON.stringify(result) };
    return { ...withErrors(result.data, result.errors, context.correlationId), operation };
  };

  const withErrors = (data: Readonly<Record<string, unknown>> | null | undefined, errors: readonly GraphQLError[], correlationId: string): GraphQLAnswer => {
    if (data === undefined) throw graphQLRefusal(errors);
    const first = causeOf(errors[0]);
    const publicErrors = errors.map((error) => {
      const cause = causeOf(error);
      if (!(cause instanceof RegError)) log.error({ correlationId, error: loggedError(cause) }, 'a field failed');
      return { ...publicErrorOf(cause, correlationId), ...(error.path === undefined ? {} : { path: error.path }) };
    });
    const isWholeRefusal = data === null || Object.values(data).every((value) => value === null);
    const { status, retryAfter } = isWholeRefusal ? statusOf(first) : { status: 200, retryAfter: null };
    return { status, retryAfter, body: JSON.stringify({ errors: publicErrors, data }) };
  };

  return async (request) => {
    try {
      return await execute(request);
    } catch (error) {
      const { status, retryAfter, body } = errorAnswerOf(error, request.correlationId);
      const refused = whyRefused(error);
      if (status >= 500) log.error({ correlationId: request.correlationId, error: loggedError(error) }, 'a GraphQL request failed');
      else if (refused !== null) log.debug({ correlationId: request.correlationId, error: refused }, 'a token was refused');
      return { status, retryAfter, body: JSON.stringify(body) };
    }
  };
};

const charge = (limiter: RateLimiter, key: string, cost: number): void => {
  const wait = limiter.take(key, cost);
  if (wait > 0) throw tooManyRequests(wait);
};

/** App tokens come as the same object again and again (see jose-tokens), so their identity is made once. */
const identities = new WeakMap<Caller, ReturnType<typeof identityOf>>();

const identity = (caller: Caller, issuer: string): ReturnType<typeof identityOf> => {
  if (caller.kind !== 'app') return identityOf(caller, issuer);
  const known = identities.get(caller) ?? identityOf(caller, issuer);
  identities.set(caller, known);
  return known;
};

interface ReadRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown> | undefined;
}

/** GraphQL over HTTP, "Request parameters"; a batch (an array) would get around the limits. */
const readRequest = (body: unknown): ReadRequest => {
  if (Array.isArray(body)) throw new RegError('INPUT_INVALID', 'Send one request at a time: batches are not taken.');
  if (typeof body !== 'object' || body === null) throw new RegError('INPUT_INVALID', 'The body has to be a JSON object with a `query`.');
  const { query, operationName, variables } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string') throw new RegError('INPUT_INVALID', '`query` has to be a string.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw new RegError('INPUT_INVALID', '`operationName` has to be a string.');
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw new RegError('INPUT_INVALID', '`variables` has to be an object.');
  }
  return { query, operationName: operationName ?? undefined, variables: (variables ?? undefined) as Record<string, unknown> | undefined };
};

const causeOf = (error: GraphQLError | undefined): unknown => (isOurs(error) ? error.originalError : (error?.originalError ?? error));
