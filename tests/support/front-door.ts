import type { AddressInfo } from 'node:net';
import type { Tracer } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { createJoseTokens } from '../../src/adapters/jose/jose-tokens.ts';
import { createMemoryTimings } from '../../src/adapters/memory/memory-timings.ts';
import type { Log } from '../../src/log.ts';
import type { ResolverEvent } from '../../src/middleware/lambda.ts';
import type { Timings } from '../../src/ports/timings.ts';
import type { TokenRequest } from '../../src/ports/tokens.ts';
import { createFrontDoor, type FrontDoorLimits, type FrontDoorOptions } from '../../src/server/front-door.ts';
import type { WorkerName } from '../../src/topology.ts';
import { createMemorySecrets } from './memory-secrets.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createSetClock, type SetClock } from './set-clock.ts';
import { silentLog } from './silent-log.ts';

/** A front door on a free port, with workers that a test makes up. */
export interface FrontDoorWorld {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly clock: SetClock;
  /** What the workers were called with, in order. */
  readonly invocations: readonly { readonly worker: WorkerName; readonly event: ResolverEvent; readonly correlationId: string }[];
  sign(request: TokenRequest): Promise<string>;
  /** POSTs a GraphQL request; `token` default: a fan's, null for none. */
  ask(body: unknown, options?: { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> }): Promise<GraphQLReply>;
}

export interface GraphQLReply {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly path?: unknown; readonly extensions: Readonly<Record<string, unknown>> }[] | undefined;
  readonly text: string;
}

export interface FrontDoorSetting {
  readonly workers?: Partial<Record<WorkerName, (event: ResolverEvent) => unknown>>;
  readonly limits?: Partial<FrontDoorLimits>;
  readonly services?: FrontDoorOptions['services'];
  readonly ready?: FrontDoorOptions['ready'];
  readonly log?: Log;
  readonly tracer?: Tracer;
  readonly metrics?: () => Promise<string>;
  readonly timings?: Timings;
}

/** Shared by a file's tests: making a key takes longer than all that is done with it. */
const secrets = createMemorySecrets();

const FAN: TokenRequest = { kind: 'fan', globalUserId: 'fan-1', email: 'ann@example.org', ttlSeconds: 3600 };

export const openFrontDoor = async (setting: FrontDoorSetting = {}): Promise<FrontDoorWorld> => {
  const clock = createSetClock();
  const random = createSeededRandom(1, clock.now);
  const tokens = await createJoseTokens({ secrets, clock, random, issuer: 'reg-workers', fanIssuer: null });
  const invocations: FrontDoorWorld['invocations'][number][] = [];
  const app = await createFrontDoor({
    invoke: async (worker, event, correlationId) => {
      invocations.push({ worker, event, correlationId });
      return (await setting.workers?.[worker]?.(event)) ?? null;
    },
    tokens,
    issuer: 'reg-workers',
    limits: { perAddress: null, perFan: null, countLoopback: true, trustedProxies: [], introspection: true, ...setting.limits },
    services: setting.services ?? (() => {}),
    ready: setting.ready ?? (async () => ({ ready: true, checks: {} })),
    timings: setting.timings ?? createMemoryTimings(),
    tracer: setting.tracer ?? null,
    metrics: setting.metrics ?? null,
    log: setting.log ?? silentLog,
    clock,
    random,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await app.close();
  });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const fanToken = await tokens.sign(FAN);
  return {
    url,
    app,
    clock,
    invocations,
    sign: (request) => tokens.sign(request),
    ask: async (body, { token = fanToken, headers = {} } = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      });
      const text = await response.text();
      const { data, errors } = JSON.parse(text) as Pick<GraphQLReply, 'data' | 'errors'>;
      return { status: response.status, headers: response.headers, data, errors, text };
    },
  };
};
