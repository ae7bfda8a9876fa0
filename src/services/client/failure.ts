import { RegError } from '../../errors.ts';
import type { Routes } from '../contract.ts';
import { errorOfProblem } from '../problem.ts';

/** One attempt that brought no answer: what it is thrown as, and whether and when another one may help. */
export interface Failure {
  readonly error: RegError;
  readonly retry: boolean;
  /** What the service asked for in `retry-after`; 0 if nothing. */
  readonly retryAfterMs: number;
  /** The service may be at work on it still: the call is to be repeated as long as it has time. */
  readonly goesOn: boolean;
}

/** What a client calls. `isLong`: it may take longer than those between here and there wait for an answer. */
export interface Called {
  readonly name: string;
  readonly isLong: boolean;
}

interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The mission's two; all else is for the queue to try again. */
const RETRIED_STATUS: ReadonlySet<number> = new Set([429, 503]);
/**
 * What a gateway answers that waited long enough while the service works on: 504 (RFC 9110, 15.6.5), or 503 as API
 * Gateway's HTTP APIs after 30 s. 503 is also the service's own answer to who asks again meanwhile.
 */
const GOING_ON: ReadonlySet<number> = new Set([503, 504]);
/** No connection, or one that was closed before an answer. Every operation may be repeated. */
const RETRIED_CODES: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

/** An answer that is not 2xx. Words of services that are not ours stay out, as they might hold anything. */
export const refusalOf = ({ service }: Pick<Routes, 'service'>, called: Called, { status, headers, body }: Refusal, now: number): Failure => {
  const operation = called.name;
  const retry = RETRIED_STATUS.has(status) || (called.isLong && GOING_ON.has(status));
  const retryAfterMs = retry ? retryAfterOf(headers['retry-after'], now) : 0;
  const known = errorOfProblem(parsed(body));
  const goesOn = called.isLong && GOING_ON.has(status) && (known === null || known.code === 'SERVICE_UNAVAILABLE');
  if (known !== null) return { error: known, retry, retryAfterMs, goesOn };
  const code = retry || status >= 500 ? 'SERVICE_UNAVAILABLE' : 'SERVICE_REFUSED';
  const error = new RegError(code, `The ${service} service answered ${status} to ${operation}.`, { detail: { service, operation, status } });
  return { error, retry, retryAfterMs, goesOn };
};

/** What the connections threw. */
export const breakdownOf = ({ service }: Pick<Routes, 'service'>, operation: string, cause: unknown): Failure => {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown';
  const error = new RegError('SERVICE_UNAVAILABLE', `The ${service} service did not answer ${operation} (${code}).`, { detail: { service, operation }, cause });
  return { error, retry: RETRIED_CODES.has(code), retryAfterMs: 0, goesOn: false };
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

/** Seconds, or a date (RFC 9110, 10.2.3). */
const retryAfterOf = (value: string | string[] | undefined, now: number): number => {
  if (typeof value !== 'string') return 0;
  const at = /^\d{1,9}$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
};
