import { describe, expect, test } from 'vitest';
import { RegError } from '../../src/errors.ts';
import { entryServed } from '../../src/generated/served/entry.ts';
import type { HandlersOf } from '../../src/services/contract.ts';
import { entryContract } from '../../src/services/entry/contract.ts';
import { registerService } from '../../src/services/routes.ts';
import { createService } from '../../src/services/service.ts';
import { openFrontDoor } from '../support/front-door.ts';
import { GIVEN, GIVEN_TRACEPARENT, named, recordTraces, traceparentFrom } from '../support/recorded-traces.ts';
import { silentLog } from '../support/silent-log.ts';

const { tracer, spans } = recordTraces();
const headers = { traceparent: GIVEN_TRACEPARENT, 'x-correlation-id': 'correlation-1' };
const ASK = { query: '{ campaign(slug: "summer-tour") { id } }' };

describe('a GraphQL request', () => {
  test('is a trace of its own, named by the field, with a span for each worker in it', async () => {
    const told: unknown[] = [];
    const { ask } = await openFrontDoor({
      tracer,
      workers: {
        readCampaign: () => {
          told.push(tracer.startSpan('inside').end());
          return null;
        },
      },
    });
    await ask(ASK, { token: null });
    const recorded = await spans();
    const root = named(recorded, 'GraphQL campaign');
    expect(root.attributes).toMatchObject({ 'http.route': '/graphql', 'http.response.status_code': 200 });
    expect(root.parentSpanContext).toBeUndefined();
    expect(named(recorded, 'inside').parentSpanContext?.spanId).toBe(root.spanContext().spanId);
  });

  test("an app's trace goes on; a fan's is only linked to", async () => {
    const world = await openFrontDoor({ tracer });
    const app = await world.sign({ kind: 'app', name: 'importer', scopes: ['entries:write'], audience: 'reg-workers', ttlSeconds: 60 });
    await world.ask(ASK, { headers, token: app });
    expect(named(await spans(), 'GraphQL campaign').parentSpanContext?.spanId).toBe(GIVEN.spanId);
    await world.ask(ASK, { headers });
    const ofFan = named(await spans(), 'GraphQL campaign');
    expect(ofFan.parentSpanContext).toBeUndefined();
    expect(ofFan.links.map(({ context }) => context.spanId)).toEqual([GIVEN.spanId]);
  });

  test('what is refused before it is known who asks costs no span', async () => {
    const { ask } = await openFrontDoor({ tracer });
    expect((await ask(ASK, { token: 'a.b.c' })).status).toBe(401);
    expect((await ask('no json')).status).toBe(400);
    expect(await spans()).toEqual([]);
  });

  test('a failure of ours makes the span an error', async () => {
    const { ask } = await openFrontDoor({
      tracer,
      workers: {
        readCampaign: () => {
          throw new RegError('STORAGE_FAILED', 'The disk is away.');
        },
      },
    });
    await ask(ASK);
    expect(named(await spans(), 'GraphQL campaign').attributes['error.type']).toMatch(/^50\d$/);
  });
});

describe('a service', () => {
  test('answers within the trace of its caller, and is told what to send on', async () => {
    const told: (string | undefined)[] = [];
    const handlers = {
      countEntries: async (_: unknown, { traceparent }: { readonly traceparent?: string | undefined }) => {
        told.push(traceparent);
        return { byMarket: {} };
      },
    } as unknown as HandlersOf<typeof entryContract>;
    const tokens = { verify: async () => ({ kind: 'operator', name: 'o' }) as const, jwks: async () => ({ keys: [] }) };
    const { url } = await openFrontDoor({
      tracer,
      services: (app) => registerService(app, createService({ served: entryServed, handlers, tokens, log: silentLog, tracer })),
    });
    const path = entryContract.operations.countEntries.path.replace(/:\w+/, 'fan-4711');
    await fetch(`${url}/services/entry/v1${path}`, { headers: { ...headers, authorization: 'Bearer t' } });
    const [span] = await spans();
    expect(span?.parentSpanContext?.spanId).toBe(GIVEN.spanId);
    expect(told).toEqual([span === undefined ? undefined : traceparentFrom(span)]);
    expect(JSON.stringify([span?.name, span?.attributes])).not.toContain('4711');
  });

  test('whom it does not admit costs no span', async () => {
    const handlers = {} as HandlersOf<typeof entryContract>;
    const tokens = { verify: async () => Promise.reject(new RegError('TOKEN_INVALID', 'No.')), jwks: async () => ({ keys: [] }) };
    const { url } = await openFrontDoor({
      tracer,
      services: (app) => registerService(app, createService({ served: entryServed, handlers, tokens, log: silentLog, tracer })),
    });
    await fetch(`${url}/services/entry/v1/campaigns/c/counts`, { headers: { ...headers, authorization: 'Bearer t' } });
    expect(await spans()).toEqual([]);
  });
});
