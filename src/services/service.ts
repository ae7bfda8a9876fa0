import { parse as parseQuery } from 'node:querystring';
import type { Tracer } from '@opentelemetry/api';
import { RegError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Timings } from '../ports/timings.ts';
import type { Audience, Caller, TokenVerifier } from '../ports/tokens.ts';
import { activeTraceparent } from '../ports/trace-context.ts';
import { type Audit, auditedAs, runAudited } from './audited.ts';
import { type CallContext, type Contract, type HandlersOf, servicePath } from './contract.ts';
import { docsPageOf } from './docs-page.ts';
import { followOperation } from './followed-operation.ts';
import { KEY_HEADER, withKeyOf } from './idempotency-key.ts';
import { parseJson } from './json-body.ts';
import { createRouter } from './paths.ts';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import type { ServedContract, ServedOperation } from './served-contract.ts';
import { checkPart, faultOf, type RequestPart } from './validation.ts';

/** Who watches a service. Default: nobody. */
export interface Watch {
  /** Follows each request of an admitted caller, in the trace that it names by `traceparent`. */
  readonly tracer?: Tracer | null | undefined;
  /** Told how long each request took, by the path as it is registered: what was asked for holds ids of fans. */
  readonly timings?: Timings | null | undefined;
  /** Writes down each call of an operator or app that changes something, and of an operator that reads of single fans. */
  readonly audit?: Audit | null | undefined;
}

export interface ServiceOptions<C extends Contract> extends Watch {
  readonly served: ServedContract<C>;
  readonly handlers: HandlersOf<C>;
  readonly tokens: TokenVerifier;
  /** Told of faults. */
  readonly log: Pick<Log, 'error'>;
}

/** A request for a service, whatever brings it. */
export interface HttpCall {
  readonly method: string;
  /** As it was sent, without the query. */
  readonly path: string;
  /** What is behind the question mark, as it was sent. */
  readonly query: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Stands in for a correlation id that is missing or odd. */
  readonly id: string;
  /** The body as text, null where there is none. Asked for once at most. Throws `TOO_LARGE` for more than `limit` bytes. */
  readBody(limit: number): Promise<string | null>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Service {
  /** What its paths begin with: `/services/<service>`, and `/operator` for the operator's. */
  readonly prefix: string;
  /** Never throws. */
  answer(call: HttpCall): Promise<HttpAnswer>;
}

const BODY_LIMIT = 8 * 1024 * 1024;
const CORRELATION_ID = /^[\w.:-]{1,128}$/;
const JSON_TYPE = 'application/json; charset=utf-8';

type Handle = (request: object, context: CallContext) => Promise<unknown>;

/**
 * Serves a contract: `<prefix>/v1/…`, its OpenAPI document at `<prefix>/openapi.json`, and a page of it at `<prefix>/docs`. Tokens are checked before the
 * body is read, answers before they are sent: one that breaks the contract is a fault of ours, whose place and rule the log has. Errors are answered as problem details; what is no `RegError` is logged and answered as INTERNAL.
 */
export const createService = <C extends Contract>({
  served,
  handlers,
  tokens,
  log,
  tracer = null,
  timings = null,
  audit = null,
}: ServiceOptions<C>): Service => {
  const prefix = servicePath(served);
  const find = createRouter(Object.entries(served.operations).map(([name, operation]) => ({ ...operation, name })));
  const admit = createAdmission(served, tokens);
  type Found = NonNullable<ReturnType<typeof find>>;

  const run = (name: string, input: object, context: CallContext): Promise<unknown> => {
    const handle = (): Promise<unknown> => (handlers[name] as Handle)(input, context);
    const kind = audit === null ? null : auditedAs(served.operations[name] as ServedOperation);
    if (audit === null || kind === null) return handle();
    return runAudited(audit, { service: served.service, operation: name, kind, input, ...context }, handle);
  };
  const runWatched = (name: string, route: string, input: object, context: CallContext, call: HttpCall): Promise<unknown> => {
    if (tracer === null) return run(name, input, context);
    return followOperation(tracer, call, route, context.correlationId, () => run(name, input, { ...context, traceparent: activeTraceparent() }));
  };

  const answer = async (call: HttpCall): Promise<HttpAnswer> => {
    const correlationId = correlationIdOf(call);
    const path = call.path.slice(prefix.length);
    if (call.method === 'GET' && path === '/openapi.json') {
      return { status: 200, headers: { 'x-correlation-id': correlationId, 'content-type': JSON_TYPE }, body: served.document };
    }
    if (call.method === 'GET' && path === '/docs') {
      const { html, headers } = docsPageOf(served.document);
      return { status: 200, headers: { 'x-correlation-id': correlationId, ...headers }, body: html };
    }
    const found = path.startsWith('/v1/') ? find(call.method, path.slice('/v1'.length)) : null;
    const startedAt = timings?.now() ?? 0;
    const answered = await answerFound(call, correlationId, found);
    const route = found === null ? `${prefix}/none` : routeOf(found);
    timings?.observe('frontDoorRequest', timings.now() - startedAt, { route, operation: call.method, status: String(answered.status) });
    return answered;
  };

  const routeOf = ({ route }: Found): string => `${prefix}/v1${route.path}`;

  const answerFound = async (call: HttpCall, correlationId: string, found: Found | null): Promise<HttpAnswer> => {
    try {
      if (found === null) throw new RegError('NOT_FOUND', `There is no ${call.method} at this path. ${prefix}/openapi.json lists what there is.`);
      const { route, params } = found;
      const caller = await admit(route, call);
      const input = await readInput(route, params, call);
      const result = await runWatched(route.name, routeOf(found), input, { caller, correlationId }, call);
      const fault = faultOf(route.checkAnswer, result);
      if (fault !== null) {
        log.error({ service: served.service, operation: route.name, correlationId, ...fault }, 'an answer breaks its contract and was not sent');
        throw new RegError('INTERNAL', FAULT);
      }
      return { status: 200, headers: { 'x-correlation-id': correlationId, 'content-type': JSON_TYPE }, body: route.serialise(result) };
    } catch (thrown) {
      return answerError(thrown, correlationId, found === null ? undefined : routeOf(found), log);
    }
  };
  return { prefix, answer };
};

const createAdmission = ({ service }: ServedContract, tokens: TokenVerifier): ((operation: ServedOperation, call: HttpCall) => Promise<Caller>) => {
  const audience: Audience = service === 'operator' ? 'reg-workers' : `service:${service}`;
  return async ({ scope }, { headers }) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(textOf(headers.authorization)) ?? [];
    if (token === undefined) throw new RegError('TOKEN_INVALID', 'The request needs a bearer token in the header authorization.');
    const caller = await tokens.verify(token, audience);
    if (caller.kind === 'operator' || (caller.kind === 'app' && scope !== 'operator' && caller.scopes.has(scope))) return caller;
    const needed = scope === 'operator' ? "an operator's token" : `the scope ${scope}`;
    throw new RegError('SCOPE_MISSING', `This operation needs ${needed}.`, { detail: { scope } });
  };
};

const textOf = (header: string | readonly string[] | undefined): string => (typeof header === 'string' ? header : '');

const correlationIdOf = ({ headers, id }: HttpCall): string => {
  const given = textOf(headers['x-correlation-id']);
  return CORRELATION_ID.test(given) ? given : id;
};

const readInput = async (operation: ServedOperation, params: object, call: HttpCall): Promise<object> => {
  // The body first: one that cannot be read says more than what it lacks.
  const sent = operation.body === undefined ? undefined : await readBody(operation, call);
  const body = operation.takesKey === true ? withKeyOf(call.headers[KEY_HEADER], sent) : sent;
  const given: Readonly<Record<RequestPart, unknown>> = { params, query: parseQuery(call.query), body };
  const input: Partial<Record<RequestPart, unknown>> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const validate = operation[part];
    if (validate === undefined) continue;
    const refusal = checkPart(part, validate, given[part]);
    if (refusal !== null) throw refusal;
    input[part] = given[part];
  }
  return input;
};

const readBody = async ({ bodyLimit = BODY_LIMIT }: ServedOperation, call: HttpCall): Promise<unknown> => {
  const type = call.headers['content-type'];
  const isJson = textOf(type).split(';')[0]?.trim().toLowerCase() === 'application/json';
  if (type !== undefined && !isJson) throw new RegError('INPUT_INVALID', 'The body has to be application/json.');
  const text = await call.readBody(bodyLimit);
  if (isJson) return parseJson(text ?? '');
  if (text === null || text === '') return undefined;
  throw new RegError('INPUT_INVALID', 'The body has to be application/json.');
};

const answerError = (thrown: unknown, correlationId: string, route: string | undefined, log: Pick<Log, 'error'>): HttpAnswer => {
  const error = thrown instanceof RegError ? thrown : new RegError('INTERNAL', FAULT, { cause: thrown });
  if (error.code === 'INTERNAL') {
    const fault = thrown instanceof Error ? thrown : error;
    log.error({ route, correlationId, error: fault.name, frames: framesOf(fault) }, 'a request failed');
  }
  const headers = {
    ...challengeOf(error),
    ...(typeof error.detail.retryAfter === 'number' ? { 'retry-after': String(error.detail.retryAfter) } : {}),
    'x-correlation-id': correlationId,
    'content-type': PROBLEM_MEDIA_TYPE,
  };
  return { status: error.status, headers, body: JSON.stringify(problemOf(error)) };
};

/** RFC 6750, 3.1. */
const challengeOf = ({ code, detail }: RegError): Readonly<Record<string, string>> => {
  if (code === 'TOKEN_INVALID') return { 'www-authenticate': 'Bearer' };
  return code === 'SCOPE_MISSING' && typeof detail.scope === 'string'
    ? { 'www-authenticate': `Bearer error="insufficient_scope", scope="${detail.scope}"` }
    : {};
};

const FAULT = 'Something went wrong here that should not; the log has it under the correlation id.';

/** Where it was thrown, without its words: those of engines and parsers may quote what they were given. */
const framesOf = ({ stack = '' }: Error): readonly string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
