import { context, propagation, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpAnswer, HttpConnections } from '../../ports/http.ts';
import type { Random } from '../../ports/random.ts';
import type { Timings } from '../../ports/timings.ts';
import type { CallOptions, ClientOf, Contract, Route, Routes } from '../contract.ts';
import { faultOf } from '../validation.ts';
import { breakdownOf, type Called, type Failure, refusalOf } from './failure.ts';
import { createRetryBudget, type RetryBudget } from './retry-budget.ts';

export interface ServiceClientOptions {
  /** What comes before `/v1`: `http://127.0.0.1:8080/services/entry`. */
  readonly baseUrl: string;
  /** The token for the next request; whoever gives it keeps it until shortly before it expires. */
  readonly token: () => Promise<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Whoever made them closes them. */
  readonly connections: HttpConnections;
  /** Follows each attempt, which the service is told of by the header `traceparent`. Default null: nobody records traces. */
  readonly tracer?: Tracer | null;
  /** Told how long each attempt took. Default null. */
  readonly timings?: Timings | null;
}

/** What the connections of service clients should keep to. */
export const CONNECTION_LIMITS = { connections: 64, maxAnswerBytes: 64 * 1024 * 1024 } as const;

/** Of one request, with all its retries, unless its operation may take longer. */
const DEADLINE_MS = 30_000;
/** Between two calls of an operation that the service is at work on. */
const GOES_ON_MS = 5_000;
const MAX_RETRIES = 3;
const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5_000;
const RETRY_BUDGET = { ratio: 0.2, reserve: 30 };

/**
 * The one HTTP client: a method an operation. 429, 503 and lost connections are tried again up to three times, with
 * full jitter, within a budget; `retry-after` is waited for, or the call given up where it asks for more time than is
 * left. A long operation (`longSeconds`) that goes on
 * behind a gateway that gave up is asked for again until its time is over. Throws the service's own error where it is one of ours, else SERVICE_REFUSED or SERVICE_UNAVAILABLE.
 */
export const createServiceClient = <C extends Contract>(contract: C | Routes, options: ServiceClientOptions): ClientOf<C> => {
  const url = new URL(options.baseUrl);
  const target: Target = {
    tracer: null,
    timings: null,
    ...options,
    contract,
    origin: url.origin,
    path: `${url.pathname.replace(/\/+$/, '')}/v1`,
    budget: createRetryBudget(RETRY_BUDGET),
  };
  const methods = Object.entries(contract.operations).map(([name, operation]) => [name, createMethod(target, name, operation)]);
  return Object.fromEntries(methods) as ClientOf<C>;
};

interface Target extends Required<ServiceClientOptions> {
  readonly contract: Routes;
  readonly origin: string;
  readonly path: string;
  readonly budget: RetryBudget;
}

type Part = Readonly<Record<string, unknown>>;

interface Request {
  readonly params?: Part;
  readonly query?: Part;
  readonly body?: Part;
}

const createMethod = (target: Target, name: string, operation: Route) => {
  const prepare = createPreparation(target.path, operation);
  const { longSeconds } = operation;
  const called: Called = { name, isLong: longSeconds !== undefined };
  return async (request: Request, { correlationId, signal }: CallOptions = {}): Promise<unknown> => {
    const { clock, budget } = target;
    const prepared = prepare(request);
    const deadline = clock.now() + (longSeconds === undefined ? DEADLINE_MS : longSeconds * 1000);
    budget.offer();
    for (let attempt = 0; ; ) {
      const outcome = await watched(target, called, { ...prepared, correlationId, signal, timeout: Math.max(1, deadline - clock.now()) });
      if ('answer' in outcome) return outcome.answer;
      const { error, retry, retryAfterMs, goesOn } = outcome.failure;
      const wait = Math.max(goesOn ? GOES_ON_MS : backoff(attempt, target.random), retryAfterMs);
      if (!retry || clock.now() + wait >= deadline || !(goesOn || (attempt < MAX_RETRIES && budget.spend()))) throw error;
      if (!goesOn) attempt += 1;
      target.log.warn(
        { service: target.contract.service, operation: name, attempt, goesOn, waitMs: Math.round(wait), code: error.code },
        'a request is tried again',
      );
      await clock.sleep(wait, signal);
    }
  };
};

/** Full jitter: anywhere between at once and twice the wait before. */
const backoff = (attempt: number, random: Random): number => random.fraction() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);

interface Prepared {
  readonly method: Route['method'];
  readonly path: string;
  readonly body: string | null;
}

interface Attempt extends Prepared {
  readonly correlationId: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds left until the deadline, for the answer's head and again between two pieces of its body. */
  readonly timeout: number;
}

type Outcome = { readonly answer: unknown } | { readonly failure: Failure };

/** With a span and a duration of its own, where somebody wants them: by the operation's name, as paths hold ids of fans. */
const watched = async (target: Target, called: Called, attempt: Attempt): Promise<Outcome> => {
  const { tracer, timings, contract } = target;
  const { service } = contract;
  const startedAt = timings?.now() ?? 0;
  const seen = { status: 'none' };
  const done = (): void => timings?.observe('serviceCall', timings.now() - startedAt, { service, operation: called.name, status: seen.status });
  if (tracer === null) return attemptOnce(target, called, attempt, seen).finally(done);
  const attributes = { 'http.request.method': attempt.method, 'reg.service': service, 'reg.operation': called.name };
  const span = tracer.startSpan(`${service}.${called.name}`, { kind: SpanKind.CLIENT, attributes });
  try {
    return await context.with(trace.setSpan(context.active(), span), attemptOnce, undefined, target, called, attempt, seen);
  } finally {
    end(span, seen.status);
    done();
  }
};

const end = (span: Span, status: string): void => {
  const code = Number(status);
  if (code > 0) span.setAttribute('http.response.status_code', code);
  if (!(code < 400)) span.setAttribute('error.type', status).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};

/** `seen.status`: the answer's, as soon as its head is there. */
const attemptOnce = async (target: Target, called: Called, attempt: Attempt, seen: { status: string }): Promise<Outcome> => {
  const { method, path, body, correlationId, signal, timeout } = attempt;
  const headers: Record<string, string> = { authorization: `Bearer ${await target.token()}`, accept: 'application/json' };
  if (body !== null) headers['content-type'] = 'application/json';
  if (correlationId !== undefined) headers['x-correlation-id'] = correlationId;
  propagation.inject(context.active(), headers);
  let status: number;
  let text: string;
  let answerHeaders: HttpAnswer['headers'];
  try {
    const limits = { signal: signal ?? null, headersTimeout: timeout, bodyTimeout: timeout };
    const response = await target.connections.request({ origin: target.origin, path, method, headers, body, ...limits });
    status = response.statusCode;
    seen.status = String(status);
    answerHeaders = response.headers;
    text = await response.body.text();
  } catch (error) {
    signal?.throwIfAborted();
    return { failure: breakdownOf(target.contract, called.name, error) };
  }
  if (status < 200 || status > 299) return { failure: refusalOf(target.contract, called, { status, headers: answerHeaders, body: text }, target.clock.now()) };
  return { answer: readAnswer(target.contract, called.name, text) };
};

/** An answer that breaks the contract goes no further: what a service of another's leaves out would be missed far from here. */
const readAnswer = ({ service, operations }: Routes, operation: string, text: string): unknown => {
  const answer = parseAnswer(service, operation, text);
  const check = operations[operation]?.checkAnswer;
  const fault = check === undefined ? null : faultOf(check, answer);
  if (fault === null) return answer;
  const place = fault.pointer === '' ? 'the whole answer' : fault.pointer;
  throw new RegError(
    'SERVICE_REFUSED',
    `The ${service} service answered ${operation} otherwise than its contract says: ${place} breaks the rule "${fault.rule}".`,
    {
      detail: { service, operation, ...fault },
    },
  );
};

const parseAnswer = (service: string, operation: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new RegError('SERVICE_REFUSED', `The ${service} service answered ${operation} with something that is not JSON.`, { detail: { service, operation } });
  }
};

const createPreparation = (base: string, { method, path, query, body }: Route): ((request: Request) => Prepared) => {
  const steps = `${base}${path}`.split(/:(\w+)/);
  return (request) => ({
    method,
    path: fillPath(steps, request.params ?? {}) + (query === undefined ? '' : queryText(request.query ?? {})),
    body: body === undefined ? null : JSON.stringify(request.body),
  });
};

/** Every second step is a parameter's name. */
const fillPath = (steps: readonly string[], params: Part): string =>
  steps.length === 1 ? steps.join('') : steps.map((step, index) => (index % 2 === 0 ? step : encoded(step, params[step]))).join('');

const queryText = (query: Part): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encoded(name, value)}`]));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

const encoded = (name: string, value: unknown): string => {
  const text = String(value);
  if (text.isWellFormed()) return encodeURIComponent(text);
  throw new RegError('INPUT_INVALID', `${name} holds a lone surrogate, which no URL can carry.`, { detail: { field: name, rule: 'unicode' } });
};
