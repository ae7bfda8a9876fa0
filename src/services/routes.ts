import fastJsonStringify from 'fast-json-stringify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { RegError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Audience, Caller, TokenVerifier } from '../ports/tokens.ts';
import { activeTraceparent } from '../ports/trace-context.ts';
import { type CallContext, type Contract, type HandlersOf, type Operation, servicePath } from './contract.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { openApiOf } from './openapi.ts';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import { createCheck, type RequestPart } from './validation.ts';

export interface ServiceOptions<C extends Contract> {
  readonly contract: C;
  readonly handlers: HandlersOf<C>;
  readonly tokens: TokenVerifier;
  /** What comes before `/v1`. Default `/services/<service>`, and `/operator` for the operator's contract. */
  readonly basePath?: string;
  /** Told of faults. Default: the app's own logger. */
  readonly log?: Pick<Log, 'error'>;
}

/** Longest path parameter: a fan's id of 128 characters, each of them percent-encoded UTF-8. Fastify's own default is 100. */
export const MAX_PARAM_LENGTH = 128 * 12;

const BODY_LIMIT = 8 * 1024 * 1024;
const CORRELATION_ID = /^[\w.:-]{1,128}$/;

type Handle = (request: object, context: CallContext) => Promise<unknown>;

/**
 * Serves a contract: `<basePath>/v1/…`, and its OpenAPI document at `<basePath>/openapi.json`. Tokens are checked
 * before the body is read. Errors are answered as problem details; what is no `RegError` is logged and answered as
 * INTERNAL. The correlation id is the header's or Fastify's request id. The app has to be made with
 * `routerOptions: { maxParamLength: MAX_PARAM_LENGTH }`, or long ids of fans are not found.
 */
export const registerService = <C extends Contract>(app: FastifyInstance, { contract, handlers, tokens, basePath, log }: ServiceOptions<C>): void => {
  const prefix = basePath ?? servicePath(contract);
  app.register(
    async (service) => {
      service.decorateRequest('call', null);
      service.setErrorHandler((error: Error, request, reply) => answerError(error, request, reply, log ?? request.log));
      service.setNotFoundHandler((request) => {
        throw new RegError('NOT_FOUND', `There is no ${request.method} at this path. ${prefix}/openapi.json lists what there is.`);
      });
      service.setSerializerCompiler(({ schema }) => createSerialiser(schema as TSchema));
      const document = JSON.stringify(openApiOf(contract, prefix));
      service.get('/openapi.json', { exposeHeadRoute: false }, async (_, reply) => reply.type('application/json; charset=utf-8').send(document));
      for (const [name, operation] of Object.entries(contract.operations)) {
        addRoute(service, operation, handlers[name] as Handle, createAdmission(contract, operation, tokens));
      }
    },
    { prefix },
  );
};

const addRoute = (service: FastifyInstance, operation: Operation, handle: Handle, admit: Admit): void => {
  const parts = (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = operation[part];
    return schema === undefined ? [] : [{ part, check: createCheck(part, schema) }];
  });
  service.route({
    method: operation.method,
    url: `/v1${operation.path}`,
    bodyLimit: operation.bodyLimit ?? BODY_LIMIT,
    exposeHeadRoute: false,
    schema: { response: { 200: operation.answer } },
    onRequest: async (request) => {
      request.setDecorator('call', { caller: await admit(request), correlationId: correlationIdOf(request) });
    },
    handler: async (request, reply) => {
      const input: Partial<Record<RequestPart, unknown>> = {};
      for (const { part, check } of parts) {
        const value = partOf(request, part);
        const refusal = check(value);
        if (refusal !== null) throw refusal;
        input[part] = value;
      }
      const call = request.getDecorator<CallContext>('call');
      reply.header('x-correlation-id', call.correlationId);
      const traceparent = activeTraceparent();
      return handle(input, traceparent === undefined ? call : { ...call, traceparent });
    },
  });
};

const partOf = (request: FastifyRequest, part: RequestPart): unknown => (part === 'body' ? request.body : part === 'query' ? request.query : request.params);

type Admit = (request: FastifyRequest) => Promise<Caller>;

const createAdmission = ({ service }: Contract, { scope }: Operation, tokens: TokenVerifier): Admit => {
  const audience: Audience = service === 'operator' ? 'reg-workers' : `service:${service}`;
  return async ({ headers: { authorization } }) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) throw new RegError('TOKEN_INVALID', 'The request needs a bearer token in the header authorization.');
    const caller = await tokens.verify(token, audience);
    if (caller.kind === 'operator' || (caller.kind === 'app' && scope !== 'operator' && caller.scopes.has(scope))) return caller;
    const needed = scope === 'operator' ? "an operator's token" : `the scope ${scope}`;
    throw new RegError('SCOPE_MISSING', `This operation needs ${needed}.`, { detail: { scope } });
  };
};

const correlationIdOf = (request: FastifyRequest): string => {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : request.id;
};

/** Compiled at the first answer, as the checks are at the first request. */
const createSerialiser = (schema: TSchema): ((answer: unknown) => string) => {
  let stringify: ((answer: unknown) => string) | undefined;
  return (answer) => {
    stringify ??= fastJsonStringify(jsonSchemaOf(schema)) as (answer: unknown) => string;
    return stringify(answer);
  };
};

const answerError = (thrown: Error, request: FastifyRequest, reply: FastifyReply, log: Pick<Log, 'error'>): FastifyReply => {
  const error = thrown instanceof RegError ? thrown : fastifyRefusal(thrown);
  if (error.code === 'INTERNAL') {
    log.error({ route: request.routeOptions.url, correlationId: correlationIdOf(request), error: thrown.name, frames: framesOf(thrown) }, 'a request failed');
  }
  if (error.code === 'TOKEN_INVALID') reply.header('www-authenticate', 'Bearer');
  if (typeof error.detail.retryAfter === 'number') reply.header('retry-after', String(error.detail.retryAfter));
  return reply
    .code(error.status)
    .header('x-correlation-id', correlationIdOf(request))
    .type(PROBLEM_MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send(problemOf(error));
};

/** Where it was thrown, without its words: those of engines and parsers may quote what they were given. */
const framesOf = ({ stack = '' }: Error): readonly string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());

/** Fastify's own refusals of a body (its documentation, "Errors"). */
const fastifyRefusal = (error: Error): RegError => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const options = { cause: error };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new RegError('TOO_LARGE', 'The body is larger than this operation takes; send it in parts.', options);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new RegError('INPUT_INVALID', 'The body has to be application/json.', options);
  if (code.startsWith('FST_ERR_CTP_') || error instanceof SyntaxError) return new RegError('INPUT_INVALID', 'The body is not valid JSON.', options);
  return new RegError('INTERNAL', 'Something went wrong here that should not; the log has it under the correlation id.', options);
};
