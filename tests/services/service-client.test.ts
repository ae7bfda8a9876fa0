import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import { createMemoryTimings } from '../../src/adapters/memory/memory-timings.ts';
import { RegError } from '../../src/errors.ts';
import { codeRoutes } from '../../src/generated/service-routes/code.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { breakdownOf } from '../../src/services/client/failure.ts';
import { createRetryBudget } from '../../src/services/client/retry-budget.ts';
import { CONNECTION_LIMITS, createServiceClient, type ServiceClientOptions } from '../../src/services/client/service-client.ts';
import type { codeContract } from '../../src/services/code/contract.ts';
import type { Contract } from '../../src/services/contract.ts';
import { recordTraces, traceparentFrom } from '../support/recorded-traces.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { silentLog } from '../support/silent-log.ts';

const contract = {
  service: 'code',
  operations: {
    getThing: {
      method: 'GET',
      path: '/things/:thing/parts',
      summary: '',
      scope: 'code:read',
      params: Type.Object({ thing: Type.String() }),
      query: Type.Object({ after: Type.Optional(Type.String()), limit: Type.Optional(Type.Integer()) }),
      answer: Type.Object({ ok: Type.Boolean() }),
    },
    putThing: { method: 'PUT', path: '/things', summary: '', scope: 'code:write', body: Type.Object({ name: Type.String() }), answer: Type.Object({}) },
    makeThing: { method: 'POST', path: '/things/make', summary: '', scope: 'code:write', answer: Type.Object({}), longSeconds: 600 },
    pushThing: { method: 'POST', path: '/things/push', summary: '', scope: 'code:write', answer: Type.Object({}) },
  },
} as const satisfies Contract;

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let answers: Answer[] = [];
let seen: Seen[] = [];
const dispatcher = createUndiciConnections(CONNECTION_LIMITS);

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    (answers.shift() ?? ok)(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await dispatcher.close();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  answers = [];
  seen = [];
});

const respond =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
const ok = respond(200, { ok: true });
const hangUp: Answer = (response) => response.destroy();

/** Sleeps at once and remembers how long it should have been. */
const createHurriedClock = () => {
  let now = Date.UTC(2027, 1, 1);
  const sleeps: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
  return { clock, sleeps };
};

const connect = (options: { readonly baseUrl?: string; readonly fraction?: number } & Pick<ServiceClientOptions, 'tracer' | 'timings'> = {}) => {
  const { clock, sleeps } = createHurriedClock();
  const { port } = server.address() as AddressInfo;
  const random = { ...createSeededRandom(1), fraction: () => options.fraction ?? 0.5 };
  const baseUrl = options.baseUrl ?? `http://127.0.0.1:${port}/services/code/`;
  const { tracer = null, timings = null } = options;
  const common = { token: async () => 'the-token', clock, random, log: silentLog, connections: dispatcher };
  const settings = { baseUrl, ...common, tracer, timings };
  return { client: createServiceClient(contract, settings), codes: createServiceClient<typeof codeContract>(codeRoutes, settings), sleeps };
};

const failureOf = async (call: Promise<unknown>): Promise<RegError> => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RegError)) throw new Error('it should have failed with a RegError');
  return error;
};

const thing = { params: { thing: 'one' }, query: {} };

describe('requests', () => {
  test('carry token, correlation id and encoded path; a query without what is undefined', async () => {
    const { client } = connect();
    const request = { params: { thing: 'a/b ?ä' }, query: { after: 'x&y=z', limit: undefined } } as unknown as Parameters<typeof client.getThing>[0];
    expect(await client.getThing(request, { correlationId: 'trace-1' })).toEqual({ ok: true });
    expect(seen).toMatchObject([
      {
        method: 'GET',
        url: '/services/code/v1/things/a%2Fb%20%3F%C3%A4/parts?after=x%26y%3Dz',
        headers: { authorization: 'Bearer the-token', 'x-correlation-id': 'trace-1' },
        body: '',
      },
    ]);
  });

  test('carry a body as JSON, and none where the operation has none', async () => {
    const { client } = connect();
    await client.putThing({ body: { name: 'ä' } });
    await client.pushThing({});
    expect(seen).toMatchObject([
      { body: '{"name":"ä"}', headers: { 'content-type': 'application/json' } },
      { method: 'POST', body: '' },
    ]);
    expect(seen[1]?.headers).not.toHaveProperty('content-type');
  });

  test('with an id that no URL can carry are refused here', async () => {
    const error = await failureOf(connect().client.getThing({ params: { thing: 'a\ud800' }, query: {} }));
    expect([error.code, seen.length]).toEqual(['INPUT_INVALID', 0]);
  });
});

describe('trying again', () => {
  test.each([
    ['429', respond(429, '')],
    ['503', respond(503, '<html>')],
    ['a connection that was closed', hangUp],
  ])('%s is tried again three times, with full jitter over doubling waits', async (_, answer) => {
    answers = [answer, answer, answer];
    const { client, sleeps } = connect();
    expect(await client.getThing(thing)).toEqual({ ok: true });
    expect([seen.length, sleeps]).toEqual([4, [50, 100, 200]]);
  });

  test('a fourth time it fails, as something that may succeed later', async () => {
    answers = Array<Answer>(4).fill(respond(503, ''));
    const error = await failureOf(connect().client.getThing(thing));
    expect([seen.length, error.code, error.retryable]).toEqual([4, 'SERVICE_UNAVAILABLE', true]);
  });

  test('a service that nobody serves is tried again, too', async () => {
    const { client, sleeps } = connect({ baseUrl: 'http://127.0.0.1:9/services/code' });
    const error = await failureOf(client.getThing(thing));
    expect([error.code, sleeps.length]).toEqual(['SERVICE_UNAVAILABLE', 3]);
  });

  test('waits as long as retry-after says, in seconds or as a date', async () => {
    answers = [respond(429, '', { 'retry-after': '2' }), respond(503, '', { 'retry-after': new Date(Date.UTC(2027, 1, 1, 0, 0, 5)).toUTCString() })];
    const { client, sleeps } = connect();
    await client.getThing(thing);
    expect(sleeps).toEqual([2000, 3000]);
  });

  test('gives up at once where retry-after asks for more time than a request has', async () => {
    answers = [respond(503, '', { 'retry-after': '31' })];
    const { client, sleeps } = connect();
    expect((await failureOf(client.getThing(thing))).code).toBe('SERVICE_UNAVAILABLE');
    expect([seen.length, sleeps]).toEqual([1, []]);
  });

  test.each([400, 401, 404, 409, 500, 502])('%i is not tried again', async (status) => {
    answers = [respond(status, '')];
    await failureOf(connect().client.getThing(thing));
    expect(seen.length).toBe(1);
  });

  test.each(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])('%s: whoever used up the time is not asked again', (code) => {
    const { error, retry } = breakdownOf(contract, 'getThing', Object.assign(new Error('slow'), { code }));
    expect([error.code, error.retryable, retry]).toEqual(['SERVICE_UNAVAILABLE', true, false]);
  });

  test.each([
    ['503 of a gateway', respond(503, '{"message":"Service Unavailable"}')],
    ['504 of a gateway', respond(504, '')],
    ['503 of a service that is at work on it', respond(503, { code: 'SERVICE_UNAVAILABLE', detail: 'It is being made.' })],
  ])('a long operation is asked for again until it is done: %s', async (_, answer) => {
    answers = Array<Answer>(50).fill(answer);
    const { client, sleeps } = connect();
    expect(await client.makeThing({})).toEqual({ ok: true });
    expect([seen.length, new Set(sleeps)]).toEqual([51, new Set([5000])]);
  });

  test('a long operation is given up when its time is over', async () => {
    answers = Array<Answer>(1000).fill(respond(503, '', { 'retry-after': '60' }));
    const { client } = connect();
    expect(await failureOf(client.makeThing({}))).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
    expect(seen.length).toBe(10);
  });

  test('what is no sign of work going on is tried again three times, in a long operation, too', async () => {
    answers = Array<Answer>(9).fill(respond(503, { code: 'STORAGE_FAILED', detail: 'The disk.' }));
    expect((await failureOf(connect().client.makeThing({}))).code).toBe('STORAGE_FAILED');
    answers = Array<Answer>(9).fill(hangUp);
    await failureOf(connect().client.makeThing({}));
    expect(seen.length).toBe(8);
  });

  test('only a long operation is tried again after 504', async () => {
    answers = [respond(504, '')];
    await failureOf(connect().client.getThing(thing));
    expect(seen.length).toBe(1);
  });

  test('a service that is down for long gets few retries beyond the requests themselves', async () => {
    answers = Array<Answer>(1000).fill(respond(503, ''));
    const { client } = connect();
    for (let request = 0; request < 100; request += 1) await failureOf(client.getThing(thing));
    expect(seen.length).toBeLessThanOrEqual(100 + 30 + 20);
  });

  test('a caller that gave up is not kept waiting', async () => {
    const controller = new AbortController();
    answers = [() => controller.abort(new Error('enough'))];
    await expect(connect().client.getThing(thing, { signal: controller.signal })).rejects.toThrow('enough');
  });
});

describe('refusals', () => {
  test('an error of ours arrives as it was thrown', async () => {
    answers = [respond(409, { code: 'CODES_SHORT', detail: 'Two codes are missing.', context: { shortfall: 2 } })];
    const error = await failureOf(connect().client.putThing({ body: { name: 'x' } }));
    expect([error.code, error.message, error.detail]).toEqual(['CODES_SHORT', 'Two codes are missing.', { shortfall: 2 }]);
  });

  test.each([
    [422, { code: 'WHAT', detail: 'ann@example.org is wrong' }, 'SERVICE_REFUSED'],
    [404, '<html>ann@example.org</html>', 'SERVICE_REFUSED'],
    [500, 'ann@example.org', 'SERVICE_UNAVAILABLE'],
    [502, '', 'SERVICE_UNAVAILABLE'],
  ])('a foreign %i says which service and operation, and repeats none of its words', async (status, body, code) => {
    answers = [respond(status, body)];
    const error = await failureOf(connect().client.putThing({ body: { name: 'x' } }));
    expect([error.code, error.message]).toEqual([code, `The code service answered ${status} to putThing.`]);
  });

  test('a redirect is not followed', async () => {
    answers = [respond(302, '', { location: '/elsewhere' })];
    expect((await failureOf(connect().client.getThing(thing))).code).toBe('SERVICE_REFUSED');
    expect(seen.length).toBe(1);
  });

  test('an answer that is not JSON is refused', async () => {
    answers = [respond(200, '<html>')];
    expect((await failureOf(connect().client.getThing(thing))).code).toBe('SERVICE_REFUSED');
  });
});

describe('an answer of a service that is not ours', () => {
  const held = { campaignId: 'tour', codes: [{ marketId: 'london-1', code: 'A', globalUserId: 'fan-1' }] };
  const outcome = (outcome: unknown) => ({ results: [{ globalUserId: 'fan-1', outcome }] });
  const markAssigned = () => connect().codes.markAssigned({ body: held });

  test('may have members that the contract does not name', async () => {
    const answer = { results: [{ globalUserId: 'fan-1', outcome: 'assigned', seen: 3 }], took: 7 };
    answers = [respond(200, answer)];
    expect(await markAssigned()).toEqual(answer);
  });

  test.each([
    ['lacks a member', { results: [{ globalUserId: 'ann@example.org' }] }, '/results/0/outcome', 'required'],
    ['has a value that the contract does not know', outcome('ann@example.org'), '/results/0/outcome', 'enum'],
    ['has another type', { results: { 'ann@example.org': 1 } }, '/results', 'type'],
    ['is a failure with a status of success', { error: { code: 500, message: 'ann@example.org' } }, '/results', 'required'],
    ['is null', null, '', 'type'],
  ])('that %s is refused by place and rule, and not tried again', async (_, wrong, pointer, rule) => {
    answers = [respond(200, JSON.stringify(wrong))];
    const error = await failureOf(markAssigned());
    expect([error.code, error.retryable, error.detail]).toEqual(['SERVICE_REFUSED', false, { service: 'code', operation: 'markAssigned', pointer, rule }]);
    expect(error.message).toContain('The code service answered markAssigned otherwise than its contract says');
    expect(JSON.stringify([error.message, error.detail])).not.toContain('ann@');
    expect(seen.length).toBe(1);
  });
});

describe('the retry budget', () => {
  test('is earned by requests, up to the reserve', () => {
    const budget = createRetryBudget({ ratio: 0.5, reserve: 2 });
    expect([budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, false]);
    budget.offer();
    expect(budget.spend()).toBe(false);
    for (let request = 0; request < 100; request += 1) budget.offer();
    expect([budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, false]);
  });
});

describe('who watches', () => {
  const { tracer, spans } = recordTraces();

  test('follows each attempt with a span of its own, which the service is told of', async () => {
    const { client } = connect({ tracer });
    answers = [respond(503, {}), ok];
    await client.getThing(thing);
    const recorded = await spans();
    expect(recorded.map(({ name, attributes }) => [name, attributes['http.response.status_code']])).toEqual([
      ['code.getThing', 503],
      ['code.getThing', 200],
    ]);
    expect(seen.map(({ headers }) => headers.traceparent)).toEqual(recorded.map(traceparentFrom));
  });

  test('sees no id of a fan', async () => {
    const { client } = connect({ tracer });
    await client.getThing({ params: { thing: 'fan-4711' }, query: {} });
    expect(JSON.stringify((await spans()).map(({ name, attributes, status }) => [name, attributes, status]))).not.toContain('4711');
  });

  test('is told how long each attempt took, by operation and status', async () => {
    const timings = createMemoryTimings();
    const { client } = connect({ timings });
    answers = [respond(503, {}), hangUp, ok];
    await client.getThing(thing);
    expect(timings.timings().map(({ labels, count }) => [labels, count])).toEqual(
      ['503', 'none', '200'].map((status) => [{ service: 'code', operation: 'getThing', status }, 1]),
    );
  });
});
