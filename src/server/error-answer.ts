import { describeError, type ErrorCode, RegError } from '../errors.ts';

/** An HTTP answer that says what went wrong, the same on every path. */
export interface ErrorAnswer {
  readonly status: number;
  /** Seconds after which trying again may help; null where it does not. */
  readonly retryAfter: number | null;
  readonly body: { readonly errors: readonly PublicError[] };
}

/** As GraphQL has them; stack traces and causes never leave. */
export interface PublicError {
  readonly message: string;
  readonly extensions: { readonly code: ErrorCode; readonly correlationId: string; readonly detail?: Readonly<Record<string, unknown>> };
  readonly path?: readonly (string | number)[];
}

const RETRY_AFTER_SECONDS = 5;

/** What anything thrown is to the public. Inner failures keep their words to themselves and to the log. */
export const publicErrorOf = (thrown: unknown, correlationId: string): PublicError => {
  const error = asRegError(thrown);
  const { code, detail } = error;
  if (error.status < 500) {
    return { message: error.message, extensions: Object.keys(detail).length === 0 ? { code, correlationId } : { code, correlationId, detail } };
  }
  if (error.retryable) return { message: 'This cannot be taken just now. Try again in a moment.', extensions: { code, correlationId } };
  return {
    message: 'Something failed on our side. It is being looked at; quote the correlation id if you ask about it.',
    extensions: { code: 'INTERNAL', correlationId },
  };
};

/** Status, body and `Retry-After` for what was thrown. */
export const errorAnswerOf = (thrown: unknown, correlationId: string): ErrorAnswer => {
  const { status, retryAfter } = statusOf(thrown);
  return { status, retryAfter, body: { errors: [publicErrorOf(thrown, correlationId)] } };
};

/** The HTTP status of what was thrown, and when to come again. */
export const statusOf = (thrown: unknown): { readonly status: number; readonly retryAfter: number | null } => {
  const error = asRegError(thrown);
  const { retryAfter } = error.detail;
  const waits = error.status === 429 || error.status === 503;
  return { status: error.status === 502 ? 500 : error.status, retryAfter: waits ? (typeof retryAfter === 'number' ? retryAfter : RETRY_AFTER_SECONDS) : null };
};

const TOO_MANY: ErrorCode = 'TOO_MANY_REQUESTS';

/** The refusal of a rate limiter. */
export const tooManyRequests = (retryAfter: number): RegError =>
  new RegError(TOO_MANY, `Too many requests. Try again in ${retryAfter} s.`, { detail: { retryAfter } });

/** Fastify's own refusals carry a status; anything else that is no RegError is a fault of ours. */
const asRegError = (thrown: unknown): RegError => {
  if (thrown instanceof RegError) return thrown;
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number' && 'code' in thrown) {
    if (thrown.statusCode === 413) return new RegError('TOO_LARGE', 'The body is larger than this path takes: send less of it at a time.');
    if (thrown.statusCode === 404) return new RegError('NOT_FOUND', 'There is nothing at this path.');
    if (thrown.statusCode >= 400 && thrown.statusCode < 500) return new RegError('INPUT_INVALID', 'The request is not as this path asks for.');
  }
  return new RegError('INTERNAL', 'An unexpected error.', { cause: thrown });
};

/** What a log line says of it: our own words, or the name of whatever it was, whose words could hold anything. */
export const loggedError = (thrown: unknown): string =>
  thrown instanceof RegError ? describeError(thrown) : thrown instanceof Error ? thrown.name : 'unknown error';

/** Why a token was refused, for a log line; jose's own words hold nothing of the token. Null for any other error. */
export const whyRefused = (thrown: unknown): string | null => {
  if (!(thrown instanceof RegError) || thrown.code !== 'TOKEN_INVALID') return null;
  const { cause } = thrown;
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_J') ? `${cause.name}: ${cause.message}` : describeError(thrown);
};
