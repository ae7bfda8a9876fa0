import { Agent } from 'undici';
import { RegError } from '../errors.ts';
import { campaignRoutes } from '../generated/service-routes/campaign.ts';
import { codeRoutes } from '../generated/service-routes/code.ts';
import { entryRoutes } from '../generated/service-routes/entry.ts';
import { exportRoutes } from '../generated/service-routes/export.ts';
import { operatorRoutes } from '../generated/service-routes/operator.ts';
import { userRoutes } from '../generated/service-routes/user.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { TokenRequest } from '../ports/tokens.ts';
import type { operatorContract } from '../server/operator-contract.ts';
import type { campaignContract } from '../services/campaign/contract.ts';
import { renewedToken } from '../services/client/renewed-token.ts';
import { createServiceClient } from '../services/client/service-client.ts';
import type { codeContract } from '../services/code/contract.ts';
import { type ClientOf, type Contract, type Routes, servicePath } from '../services/contract.ts';
import type { entryContract } from '../services/entry/contract.ts';
import type { exportContract } from '../services/export/contract.ts';
import type { userContract } from '../services/user/contract.ts';
import { createGraphqlClient, type GraphqlClient, neverThere, unreachable } from './graphql-client.ts';
import type { SecretsPlace } from './secrets.ts';
import { openSigner } from './signer.ts';

/** A running system, as a command reaches it: over HTTP and in no other way. */
export interface Connection {
  readonly url: string;
  readonly campaign: ClientOf<typeof campaignContract>;
  readonly entry: ClientOf<typeof entryContract>;
  readonly user: ClientOf<typeof userContract>;
  readonly code: ClientOf<typeof codeContract>;
  readonly export: ClientOf<typeof exportContract>;
  readonly operator: ClientOf<typeof operatorContract>;
  /** GraphQL as an app that may speak for any fan. Whoever asks for it closes it. */
  graphql(options: { readonly scopes: readonly string[]; readonly connections: number }): GraphqlClient;
  close(): Promise<void>;
}

export interface ConnectionOptions extends SecretsPlace {
  readonly url: string;
  /** Shown for every call; null: tokens are signed as the signer's options say. */
  readonly token: string | null;
  /** Whom signed tokens name as the operator. Default: the command. */
  readonly operator?: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

const APP_NAME = 'reg';
const TTL_SECONDS = 3600;
const CONNECTIONS = 16;
/** A freeze or a draw of millions answers late. */
const PATIENCE_MS = 15 * 60_000;

/** Clients of one system. Nothing is called, and no key is read, before the first request. */
export const connect = (options: ConnectionOptions): Connection => {
  const { url, token, clock, random, log } = options;
  const dispatcher = new Agent({ connections: CONNECTIONS, headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS });
  const sign = remembered(() => openSigner(options));
  const tokenOf = (request: TokenRequest): (() => Promise<string>) => {
    if (token !== null) return async () => token;
    return renewedToken(clock, request.ttlSeconds, async () => (await sign()).sign(request));
  };
  const operator = tokenOf({ kind: 'operator', name: options.operator ?? APP_NAME, ttlSeconds: TTL_SECONDS });
  const client = <C extends Contract>(routes: Routes): ClientOf<C> =>
    explained(url, createServiceClient<C>(routes, { baseUrl: `${url}${servicePath(routes)}`, token: operator, clock, random, log, connections: dispatcher }));
  return {
    url,
    campaign: client<typeof campaignContract>(campaignRoutes),
    entry: client<typeof entryContract>(entryRoutes),
    user: client<typeof userContract>(userRoutes),
    code: client<typeof codeContract>(codeRoutes),
    export: client<typeof exportContract>(exportRoutes),
    operator: client<typeof operatorContract>(operatorRoutes),
    graphql: ({ scopes, connections }) =>
      createGraphqlClient({
        url,
        token: tokenOf({ kind: 'app', name: APP_NAME, scopes, audience: 'reg-workers', ttlSeconds: TTL_SECONDS }),
        connections,
        clock,
        random,
      }),
    close: () => dispatcher.close(),
  };
};

type Method = (request: never, options?: never) => Promise<unknown>;

/** Says in a person's words that nothing listens at the address. */
const explained = <Client extends object>(url: string, client: Client): Client => {
  const explain =
    (call: Method): Method =>
    async (request, options) => {
      try {
        return await call(request, options);
      } catch (error) {
        throw error instanceof RegError && neverThere(error) ? unreachable(url, error) : isPlain(error) ? noTls(url, error) : error;
      }
    };
  return Object.fromEntries(Object.entries(client).map(([name, call]) => [name, explain(call as Method)])) as Client;
};

const isPlain = (error: unknown): boolean =>
  error instanceof RegError && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ERR_SSL_WRONG_VERSION_NUMBER';

const noTls = (url: string, cause: unknown): RegError =>
  new RegError('SERVICE_UNAVAILABLE', `What answers at ${url} speaks no TLS: name it with http://, by --url or REG_URL.`, { cause });

const remembered = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
};
