import type { Tracer } from '@opentelemetry/api';
import { RegError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { HttpConnections } from '../ports/http.ts';
import type { Random } from '../ports/random.ts';
import type { Timings } from '../ports/timings.ts';
import type { ServiceName, TokenSigner } from '../ports/tokens.ts';
import { renewedToken } from '../services/client/renewed-token.ts';
import { createServiceClient } from '../services/client/service-client.ts';
import type { ClientOf, Routes } from '../services/contract.ts';
import type { contracts } from '../services/contracts.ts';

/** Where each service's operations are: the contracts, or what is printed of them. */
export type ServiceRoutes = { readonly [S in ServiceName]?: Routes };

export interface ServiceClientsOptions {
  /** Of the services that clients are asked for. */
  readonly routes: ServiceRoutes;
  /** What comes before `/v1`, known once the system listens. */
  readonly urlOf: (service: ServiceName) => string;
  readonly connections: HttpConnections;
  readonly signer: TokenSigner;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Default null: nobody records traces. */
  readonly tracer?: Tracer | null;
  /** Default null: nobody asks how long calls take. */
  readonly timings?: Timings | null;
}

/** Makes clients for one caller: a worker, or a service that needs another. */
export interface ServiceClients {
  /** A client that may call the operations named, and a function that fetches its token ahead of the first call. */
  clientOf<S extends keyof typeof contracts>(
    caller: string,
    service: S,
    operations: readonly (keyof (typeof contracts)[S]['operations'])[],
  ): { readonly client: ClientOf<(typeof contracts)[S]>; readonly authenticate: () => Promise<void> };
}

/** App-to-app tokens are short-lived, as they cannot be called back. */
const TOKEN_TTL_SECONDS = 300;

export const createServiceClients = ({
  routes,
  urlOf,
  connections,
  signer,
  clock,
  random,
  log,
  tracer = null,
  timings = null,
}: ServiceClientsOptions): ServiceClients => ({
  clientOf: (caller, service, operations) => {
    const served = routes[service];
    if (served === undefined) throw new RegError('INTERNAL', `${caller} is to call the ${service} service, whose routes it was not given.`);
    const scopes = [...new Set(operations.map((name) => served.operations[name as string]?.scope ?? 'operator'))];
    const token = renewedToken(clock, TOKEN_TTL_SECONDS, () =>
      signer.sign({ kind: 'app', name: caller, scopes, audience: `service:${service}`, ttlSeconds: TOKEN_TTL_SECONDS }),
    );
    let made: Record<string, unknown> | null = null;
    // The embedded services are known by their URL only once the front door listens, so a client is made at its first call.
    const late = (name: string) => (request: never, options?: never) => {
      made ??= createServiceClient(served, { baseUrl: urlOf(service), connections, token, clock, random, log, tracer, timings }) as Record<string, unknown>;
      return (made[name] as (request: never, options?: never) => Promise<never>)(request, options);
    };
    const client = Object.fromEntries(operations.map((name) => [name, late(name as string)]));
    return { client: client as unknown as ClientOf<(typeof contracts)[typeof service]>, authenticate: () => token().then(() => undefined) };
  },
});
