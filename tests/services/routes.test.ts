import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RegError } from '../../src/errors.ts';
import type { Contract } from '../../src/services/contract.ts';
import { FanId, Instant, Nullable } from '../../src/services/schemas.ts';
import { serve } from '../support/served.ts';

const Thing = Type.Object({
  known: Type.String(),
  kind: Type.Union([Type.Literal('round'), Type.Literal('square')]),
  score: Nullable(Type.Integer({ minimum: 0, maximum: 1000 })),
  facts: Type.Record(Type.String(), Type.Unknown()),
  open: Type.Object({ id: Type.String() }, { additionalProperties: true }),
  holder: Nullable(Type.Object({ name: Type.String() })),
});

const contract = {
  service: 'code',
  operations: {
    getThing: { method: 'GET', path: '/things/:thing', summary: '', scope: 'code:read', params: Type.Object({ thing: FanId }), answer: Thing },
    listThings: {
      method: 'GET',
      path: '/things',
      summary: '',
      scope: 'code:read',
      query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, default: 5 })), after: Type.Optional(Type.String()) }),
      answer: Type.Object({ query: Type.Unknown() }),
    },
    putThing: {
      method: 'PUT',
      path: '/things/:thing',
      summary: '',
      scope: 'code:write',
      params: Type.Object({ thing: FanId }),
      body: Type.Object({ at: Instant, tags: Type.Array(Type.Object({ n: Type.Integer() }, { additionalProperties: false })) }),
      answer: Type.Object({ request: Type.Unknown(), correlationId: Type.String() }),
      bodyLimit: 1000,
    },
    breakThing: {
      method: 'POST',
      path: '/things/break',
      summary: '',
      scope: 'operator',
      body: Type.Object({ how: Type.String() }),
      answer: Type.Object({ done: Type.Boolean(), by: Type.Optional(Type.Array(Type.Object({ name: Type.String() }))) }),
    },
  },
} as const satisfies Contract;

const thing = {
  known: 'yes',
  kind: 'round',
  score: null,
  facts: { 'a\nb': [1, { deep: null }], text: 'ä"\u2028' },
  open: { id: 'x', more: { still: ['here'] } },
  holder: null,
} as const;

let url: string;
let close: () => Promise<void>;
const logged: unknown[] = [];
let broken: unknown = {};

beforeAll(async () => {
  const served = await serve(
    contract,
    {
      getThing: async ({ params }) => {
        if (params.thing === 'missing') throw new RegError('NOT_FOUND', 'There is no such thing.', { detail: { thing: 'missing' } });
        return params.thing === 'ä/ö' ? { ...thing, known: 'found', score: 1000, holder: { name: 'Ann' } } : { ...thing, secret: 'never in the contract' };
      },
      listThings: async ({ query }) => ({ query }),
      putThing: async (request, { correlationId }) => ({ request, correlationId }),
      breakThing: async ({ body: { how } }) => {
        if (how === 'later') throw new RegError('TOO_MANY_REQUESTS', 'Slower.', { detail: { retryAfter: 3 } });
        if (how === 'badly') throw new Error('ann@example.org');
        return broken as never;
      },
    },
    { error: (facts: unknown) => logged.push(facts) },
  );
  url = `${served.url}/services/code`;
  close = () => served.app.close();
});
afterAll(() => close());

const READ = 'service:code|code:read';
const WRITE = 'service:code|code:write';
const call = async (path: string, { token, ...init }: RequestInit & { readonly token?: string } = {}) => {
  const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...init.headers };
  const response = await fetch(`${url}${path}`, { ...init, headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Readonly<Record<string, unknown>> };
};
const send = (path: string, method: string, body: unknown, token: string) =>
  call(path, {
    method,
    token,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-correlation-id': 'trace-7' },
  });

describe('answers', () => {
  test('records, unknown values, nulls and open objects arrive whole; what no contract names stays here', async () => {
    expect(await call('/v1/things/one', { token: READ })).toMatchObject({ status: 200, body: thing });
    expect((await call('/v1/things/one', { token: READ })).body).not.toHaveProperty('secret');
  });

  test('path parameters may hold anything that an id may', async () => {
    expect((await call(`/v1/things/${encodeURIComponent('ä/ö')}`, { token: READ })).body).toMatchObject({
      known: 'found',
      score: 1000,
      holder: { name: 'Ann' },
    });
    expect((await call(`/v1/things/${encodeURIComponent('😀'.repeat(128))}`, { token: READ })).status).toBe(200);
  });

  test('query values are read as the numbers they stand for, with their defaults', async () => {
    expect((await call('/v1/things?limit=3&after=a%20b', { token: READ })).body).toEqual({ query: { limit: 3, after: 'a b' } });
    expect((await call('/v1/things', { token: READ })).body).toEqual({ query: { limit: 5 } });
  });

  test('the correlation id is taken over, or made where it is missing or odd', async () => {
    const body = { at: '2027-02-01T10:00:00.000Z', tags: [{ n: 1 }] };
    const kept = await send('/v1/things/one', 'PUT', body, WRITE);
    expect(kept.body).toEqual({ request: { params: { thing: 'one' }, body }, correlationId: 'trace-7' });
    expect(kept.headers.get('x-correlation-id')).toBe('trace-7');
    const odd = await call('/v1/things/one', { token: READ, headers: { 'x-correlation-id': 'two words' } });
    expect(odd.headers.get('x-correlation-id')).toBe('made-here');
  });

  test('the document of the service is there for everybody', async () => {
    expect((await call('/openapi.json')).body).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/services/code/v1' }] });
  });
});

describe('refusals are problem details', () => {
  test.each([
    ['no token', undefined],
    ['a token for another service', 'service:entry|code:read'],
  ])('%s: 401', async (_, token) => {
    const { status, headers, body } = await call('/v1/things/one', token === undefined ? {} : { token });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:reg-workers:TOKEN_INVALID', title: 'Token invalid', status: 401, code: 'TOKEN_INVALID', context: {} });
  });

  test.each([
    ['another scope', WRITE, '/v1/things/one', 'GET'],
    ['a fan', 'fan', '/v1/things/one', 'GET'],
    ["an app at an operator's operation", 'service:code|operator+code:write', '/v1/things/break', 'POST'],
  ])('%s: 403, before the body is read', async (_, token, path, method) => {
    const { status, body } = await call(path, { method, token, ...(method === 'POST' ? { body: '{', headers: { 'content-type': 'application/json' } } : {}) });
    expect([status, body.code]).toEqual([403, 'SCOPE_MISSING']);
  });

  test('operators may call everything', async () => {
    expect((await call('/v1/things/one', { token: 'operator' })).status).toBe(200);
  });

  const at = '2027-02-01T10:00:00.000Z';
  test.each([
    ['a missing key', { at }, 'tags', 'is missing'],
    ['a wrong type', { at, tags: [{ n: 1 }, { n: '2' }] }, 'tags.1.n', 'must be integer'],
    ['an unknown key, where the schema allows none', { at, tags: [{ n: 1, m: 2 }] }, 'tags.0.m', 'is not known'],
    ['a time in another zone', { at: '2027-02-01T10:00:00+01:00', tags: [] }, 'at', 'must be a UTC instant'],
    ['a body that is no object', '[]', '', 'must be object'],
  ])('%s: 400 that names the field and never the value', async (_, body, field, text) => {
    const answer = await send('/v1/things/one', 'PUT', body, WRITE);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'INPUT_INVALID', detail: expect.stringContaining(text), context: { part: 'body', field } });
    expect(answer.headers.get('x-correlation-id')).toBe('trace-7');
  });

  test('a wrong query or path: 400', async () => {
    expect((await call('/v1/things?limit=11', { token: READ })).body).toMatchObject({ code: 'INPUT_INVALID', context: { part: 'query', field: 'limit' } });
    expect((await call('/v1/things/a%23b', { token: READ })).body).toMatchObject({ code: 'INPUT_INVALID', context: { part: 'path', field: 'thing' } });
  });

  test.each([
    ['half a document', '{"at":', 'INPUT_INVALID', 400],
    ['nothing', '', 'INPUT_INVALID', 400],
    ['a prototype', '{"__proto__":{"at":1}}', 'INPUT_INVALID', 400],
    ['more than the operation takes', JSON.stringify({ at, tags: Array(200).fill({ n: 1 }) }), 'TOO_LARGE', 413],
  ])('%s as a body', async (_, body, code, status) => {
    expect(await send('/v1/things/one', 'PUT', body, WRITE)).toMatchObject({ status, body: { code } });
  });

  test('a body that is not JSON: 400', async () => {
    const answer = await call('/v1/things/one', { method: 'PUT', token: WRITE, body: 'x', headers: { 'content-type': 'text/csv' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'INPUT_INVALID' } });
  });

  test('what is not there: 404, of the rules and of the paths', async () => {
    expect(await call('/v1/things/missing', { token: READ })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND', context: { thing: 'missing' } } });
    expect(await call('/v1/nothing', { token: READ })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await call('/v1/things/one', { token: READ, method: 'DELETE' })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  test('a wait that was asked for is in the header', async () => {
    const answer = await send('/v1/things/break', 'POST', { how: 'later' }, 'operator');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
  });

  test('a fault of ours: 500, without a word of what it was', async () => {
    logged.length = 0;
    const answer = await send('/v1/things/break', 'POST', { how: 'badly' }, 'operator');
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL', context: {} } });
    expect(logged[0]).toMatchObject({
      route: '/services/code/v1/things/break',
      correlationId: 'trace-7',
      error: 'Error',
      frames: expect.arrayContaining([expect.stringContaining('routes.test.ts')]),
    });
    expect(JSON.stringify([answer.body, logged])).not.toContain('ann@');
  });

  test.each([
    ['lacks what it has to have', {}, '/done', 'required'],
    ['has something else there', { done: 'ann@example.org' }, '/done', 'type'],
    ['breaks it deep inside', { done: true, by: [{ name: 'Ann' }, { name: 7, 'ann@example.org': 1 }] }, '/by/1/name', 'type'],
    ['is no object', 'ann@example.org', '', 'type'],
  ])('an answer that %s: 500, nothing of it sent, place and rule in the log', async (_, wrong, pointer, rule) => {
    logged.length = 0;
    broken = wrong;
    const answer = await send('/v1/things/break', 'POST', { how: 'silently' }, 'operator');
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL', context: {} } });
    expect(logged[0]).toEqual({ service: 'code', operation: 'breakThing', correlationId: 'trace-7', pointer, rule });
    expect(JSON.stringify([answer.body, logged])).not.toContain('ann@');
  });
});
