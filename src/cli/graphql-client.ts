import { Pool } from 'undici';
import { type ErrorCode, errorCodes, RegError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import { ANONYMOUS } from '../server/identity.ts';
import { errorOfProblem } from '../services/problem.ts';

/** The front door's GraphQL, as fans use it. */
export interface GraphqlClient {
  /**
   * The answer's `data`. Waits and tries again where the system is busy (429, 503, a lost connection): every
   * operation here may be repeated. Throws `RegError` with the server's code for a request that it refused.
   */
  request<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T>;
  close(): Promise<void>;
}

export interface GraphqlClientOptions {
  /** The system's address, without `/graphql`. */
  readonly url: string;
  /** Null: nobody in particular. */
  readonly token: (() => Promise<string>) | null;
  /** Most requests in flight. */
  readonly connections: number;
  readonly clock: Clock;
  readonly random: Random;
}

/** About ten minutes of waiting in all, which outlasts a restart. */
const MAX_ATTEMPTS = 30;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: string; readonly extensions?: { readonly code?: string }; readonly errorType?: string }[];
}

export const createGraphqlClient = ({ url, token, connections, clock, random }: GraphqlClientOptions): GraphqlClient => {
  const { origin, pathname } = new URL(url);
  const path = `${pathname.replace(/\/$/, '')}/graphql`;
  const pool = new Pool(origin, { connections, pipelining: 1 });

  const once = async (body: string): Promise<GraphqlAnswer | { readonly wait: number | null; readonly error: RegError }> => {
    const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
    headers.authorization = token === null ? ANONYMOUS : `Bearer ${await token()}`;
    try {
      const response = await pool.request({ path, method: 'POST', headers, body });
      const text = await response.body.text();
      if (!BUSY.has(response.statusCode)) return readAnswer(url, response.statusCode, text);
      const wait = Number(response.headers['retry-after']);
      const error = new RegError('SERVICE_UNAVAILABLE', `${url} stayed busy (HTTP ${response.statusCode}); try again later`);
      return { wait: Number.isFinite(wait) ? wait * 1000 : null, error };
    } catch (cause) {
      if (cause instanceof RegError) throw cause;
      return { wait: null, error: unreachable(url, cause) };
    }
  };

  return {
    request: async <T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> => {
      const body = JSON.stringify({ query, variables });
      for (let attempt = 1; ; attempt += 1) {
        const answer = await once(body);
        if (!('error' in answer)) {
          const refused = refusalOf(answer);
          if (refused === null) return answer.data as T;
          if (!refused.retryable || attempt >= MAX_ATTEMPTS) throw refused;
        } else if (attempt >= MAX_ATTEMPTS || (attempt === 1 && neverThere(answer.error))) throw answer.error;
        // Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"); what the server asks for comes first.
        const asked = 'error' in answer ? answer.wait : null;
        const backoff = random.fraction() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
        await clock.sleep(asked === null ? backoff : asked + random.fraction() * FIRST_WAIT_MS);
      }
    },
    close: () => pool.close(),
  };
};

const readAnswer = (url: string, status: number, text: string): GraphqlAnswer => {
  try {
    const answer: unknown = JSON.parse(text);
    const problem = errorOfProblem(answer);
    if (problem !== null) throw problem;
    if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) return answer as GraphqlAnswer;
  } catch (error) {
    if (error instanceof RegError) throw error;
  }
  throw new RegError('SERVICE_REFUSED', `${url}/graphql answered HTTP ${status} and no GraphQL; is it the address of a reg-workers system?`);
};

const refusalOf = ({ errors }: GraphqlAnswer): RegError | null => {
  const first = errors?.[0];
  if (first === undefined) return null;
  // AppSync has no extensions: a worker's code is its `errorType`, and a refused token is AppSync's own.
  const given = first.extensions?.code ?? (first.errorType === 'UnauthorizedException' ? 'TOKEN_INVALID' : first.errorType);
  const code: ErrorCode = errorCodes.find((known) => known === given) ?? 'SERVICE_REFUSED';
  return new RegError(code, first.message ?? 'The system refused the request.');
};

/** Nothing listens there, which waiting does not mend. */
export const neverThere = ({ cause }: RegError): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ECONNREFUSED' || cause.code === 'ENOTFOUND' || cause.code === 'EAI_AGAIN');

/** What a person should see when nothing answers at an address. */
export const unreachable = (url: string, cause: unknown): RegError =>
  new RegError('SERVICE_UNAVAILABLE', `Nothing answers at ${url}. Start the system with "npm start", or name another by --url or REG_URL.`, { cause });
