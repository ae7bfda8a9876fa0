import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type FrontDoorWorld, openFrontDoor } from '../support/front-door.ts';

const CAMPAIGN = '{ campaign(slug: "a") { name } }';

const expectRefusal = async (
  world: FrontDoorWorld,
  body: unknown,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const answer = await world.ask(body, { headers });
  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([status, code]);
  expect(answer.errors?.[0]?.extensions.correlationId).toBe(answer.headers.get('x-correlation-id'));
  expect(world.invocations).toEqual([]);
  return answer.errors?.[0]?.message ?? '';
};

describe('a body is refused', () => {
  test.each([
    ['no JSON', '{"query":'],
    ['nothing', ''],
    ['a batch', [{ query: CAMPAIGN }, { query: CAMPAIGN }]],
    ['a text', '"query"'],
    ['null', 'null'],
    ['without a query', { variables: {} }],
    ['with a query that is no text', { query: 7 }],
    ['with variables that are a list', { query: CAMPAIGN, variables: [] }],
    ['with an operation name that is no text', { query: CAMPAIGN, operationName: 7 }],
    ['broken UTF-8', Buffer.from(JSON.stringify({ query: '{ campaign(slug: "\u00ff") { name } }' }), 'latin1')],
    ['a lone surrogate', `{"query":${JSON.stringify(CAMPAIGN)},"variables":{"a":"\\ud800"}}`],
    ['a lone surrogate in a key', `{"query":${JSON.stringify(CAMPAIGN)},"variables":{"\\udc00":1}}`],
    ['a key into the prototype', `{"query":${JSON.stringify(CAMPAIGN)},"variables":{"__proto__":{"isAdmin":true}}}`],
    ['the same, written in escapes', `{"query":${JSON.stringify(CAMPAIGN)},"variables":{"\\u005f_proto__":{"isAdmin":true}}}`],
  ])('that is %s', async (_, body) => {
    await expectRefusal(await openFrontDoor(), body, 400, 'INPUT_INVALID');
  });

  test.each([
    ['of more than 64 KiB', 64 * 1024 + 1],
    ['of some megabytes', 3 * 1024 * 1024],
  ])('%s, and the next one is answered', async (_, size) => {
    const world = await openFrontDoor();
    const rest = '{"query":""}'.length;
    await expectRefusal(world, `{"query":"${' '.repeat(size - rest)}"}`, 413, 'TOO_LARGE');
    expect((await world.ask({ query: CAMPAIGN })).status).toBe(200);
  });

  test('but one of exactly 64 KiB is read', async () => {
    const world = await openFrontDoor();
    const body = JSON.stringify({ query: CAMPAIGN, variables: { filler: '' } });
    const whole = body.replace('"filler":""', `"filler":"${'é'.repeat((64 * 1024 - body.length) / 2)}"`);
    expect((await world.ask(whole.padEnd(whole.length + (Buffer.byteLength(whole) % 2 === 0 ? 0 : 1)))).status).toBe(200);
  });

  test.each([
    ['text/plain', 415],
    ['application/graphql', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json; charset=latin1', 415],
  ])('as %s', async (type, status) => {
    await expectRefusal(await openFrontDoor(), { query: CAMPAIGN }, status, 'INPUT_INVALID', { 'content-type': type });
  });

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])('but not as %s', async (type) => {
    expect((await (await openFrontDoor()).ask({ query: CAMPAIGN }, { headers: { 'content-type': type } })).status).toBe(200);
  });

  test('that is compressed', async () => {
    await expectRefusal(await openFrontDoor(), { query: CAMPAIGN }, 415, 'INPUT_INVALID', { 'content-encoding': 'gzip' });
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('with the method %s', async (method) => {
    const { url } = await openFrontDoor();
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(CAMPAIGN)}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a query is refused', () => {
  const deep = (depth: number): string => `{ ${'a { '.repeat(depth)}b${' }'.repeat(depth)} }`;

  test.each([
    ['that is not GraphQL', '{ campaign(slug: "a" { name } }', /not GraphQL/],
    ['that is empty', '', /not GraphQL/],
    ['with a field that is not there', '{ campaign(slug: "a") { password } }', /password/],
    ['without a required argument', '{ campaign { name } }', /slug/],
    ['with two operations and no name', 'query A { campaign(slug: "a") { name } } query B { campaign(slug: "b") { name } }', /operationName/],
    ['longer than 10,000 characters', `{ campaign(slug: "${'a'.repeat(10_000)}") { name } }`, /10000 characters/],
    ['of more than 1,000 parts', `{ campaign(slug: "a") { ${'name '.repeat(1000)} } }`, /too many parts/],
    ['deeper than 8', deep(8), /8 deep/],
    ['with more than 5 fields at its root', `{ ${Array.from({ length: 6 }, () => 'campaign(slug: "a") { name }').join(' ')} }`, /5 fields/],
    ['with more than 5 aliases', `{ campaign(slug: "a") { ${Array.from({ length: 6 }, (_, index) => `n${index}: name`).join(' ')} } }`, /5 aliases/],
    [
      'with aliases hidden in fragments',
      '{ ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { a: campaign(slug: "a") { b: name c: name } }',
      /5 aliases/,
    ],
    ['with fragments that contain each other', '{ campaign(slug: "a") { ...A } } fragment A on Campaign { ...B } fragment B on Campaign { ...A }', /8 deep/],
    ['with a subscription', 'subscription { campaign(slug: "a") { name } }', /subscription/],
    ['with only a fragment', 'fragment A on Campaign { name }', /A/],
  ])('%s', async (_, query, words) => {
    expect(await expectRefusal(await openFrontDoor(), { query }, 400, 'INPUT_INVALID')).toMatch(words);
  });

  test('with its place', async () => {
    expect(await expectRefusal(await openFrontDoor(), { query: '{\n  campaign(slug: "a") { password }\n}' }, 400, 'INPUT_INVALID')).toMatch(
      /line 2, column 25/,
    );
  });

  test('up to the limits it is answered', async () => {
    const { ask } = await openFrontDoor();
    const aliases = Array.from({ length: 5 }, (_, index) => `n${index}: campaign(slug: "a") { name }`).join(' ');
    expect((await ask({ query: `{ ${aliases} }` })).status).toBe(200);
  });

  test('a named one of several is run', async () => {
    const { ask, invocations } = await openFrontDoor();
    const query = 'query A { campaign(slug: "a") { name } } query B { campaign(slug: "b") { name } }';
    for (const operationName of ['B', 'A', 'B']) await ask({ query, operationName });
    expect(invocations.map(({ event }) => event.arguments.slug)).toEqual(['b', 'a', 'b']);
  });
});

describe('values are checked without being repeated', () => {
  const REGISTER = 'mutation R($input: RegistrationInput!) { upsertEntry(input: $input) { ref } }';
  const good = { slug: 'summer-tour', entry: '{}' };

  test.each([
    ['entry that is no JSON', { ...good, entry: '{private-thing' }, /AWSJSON/],
    ['entry that is an object', { ...good, entry: { note: 'private-thing' } }, /AWSJSON/],
    ['entry with a lone surrogate', { ...good, entry: '{"note":"private-thing\\ud800"}' }, /surrogate/],
    ['entry with a key into the prototype', { ...good, entry: '{"__proto__":{"a":"private-thing"}}' }, /__proto__/],
    ['entry that nests too deep', { ...good, entry: `${'['.repeat(100)}"private-thing"${']'.repeat(100)}` }, /deep/],
    ['no slug', { entry: '"private-thing"' }, /slug/],
    ['a slug that is a number', { ...good, slug: 7, userInfo: { email: 'private-thing' } }, /"slug"/],
    ['a field that is not there', { ...good, extra: 'private-thing' }, /extra/],
    ['an address that is a list', { ...good, userInfo: { email: ['private-thing'] } }, /"email"/],
    ['user information that is a text', { ...good, userInfo: 'private-thing; Expected type x.' }, /UserInfoInput/],
  ])('%s', async (_, input, names) => {
    const message = await expectRefusal(await openFrontDoor(), { query: REGISTER, variables: { input } }, 400, 'INPUT_INVALID');
    expect(message).toMatch(names);
    expect(message).not.toContain('private-thing');
  });

  test('also not those inside the query', async () => {
    for (const query of [
      'mutation { upsertEntry(input: { slug: "a", entry: "{private-thing" }) { ref } }',
      'mutation { upsertEntry(input: { slug: "a", entry: "{}", doTransfer: "private-thing" }) { ref } }',
      'mutation { upsertEntry(input: { slug: "a", entry: "{}", userInfo: "private-thing" }) { ref } }',
      'mutation { upsertEntry(input: { slug: "a", entry: "{}", userInfo: { email: ["private-thing"] } }) { ref } }',
      'mutation { upsertEntry(input: { slug: "a", entry: "{}" }) { ref } "private-thing" }',
    ]) {
      expect(await expectRefusal(await openFrontDoor(), { query }, 400, 'INPUT_INVALID')).not.toContain('private-thing');
    }
  });
});

describe('the schema', () => {
  test('is told where that is allowed, also to the usual tools', async () => {
    const { ask } = await openFrontDoor();
    const { status, data } = await ask({ query: getIntrospectionQuery() }, { token: null });
    expect(status).toBe(200);
    expect(JSON.stringify(data)).toContain('RegistrationInput');
  });

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', '{ campaigns(slug: "a") { name } }'])(
    'is kept in production: %s',
    async (query) => {
      const message = await expectRefusal(await openFrontDoor({ limits: { introspection: false } }), { query }, 400, 'INPUT_INVALID');
      expect(message).not.toMatch(/Did you mean/);
    },
  );
});

describe('rates', () => {
  test('an address has its burst, then its rate', async () => {
    const { ask, clock, url } = await openFrontDoor({ limits: { perAddress: { perSecond: 1, burst: 12 } } });
    // The first costs more, as its query has to be compiled.
    expect((await ask({ query: CAMPAIGN }, { token: null })).status).toBe(200);
    expect((await ask({ query: CAMPAIGN }, { token: null })).status).toBe(200);
    const refused = await ask({ query: CAMPAIGN }, { token: null });
    expect([refused.status, refused.errors?.[0]?.extensions.code, refused.headers.get('retry-after')]).toEqual([429, 'TOO_MANY_REQUESTS', '1']);
    expect((await fetch(`${url}/.well-known/jwks.json`)).status).toBe(429);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    clock.advance(1000);
    expect((await ask({ query: CAMPAIGN }, { token: null })).status).toBe(200);
    expect((await ask({ query: CAMPAIGN }, { token: null })).status).toBe(429);
  });

  test('this machine is not counted where that is not asked for', async () => {
    const { ask } = await openFrontDoor({ limits: { perAddress: { perSecond: 1, burst: 1 }, countLoopback: false } });
    for (let n = 0; n < 5; n += 1) expect((await ask({ query: CAMPAIGN })).status).toBe(200);
  });

  test('behind a trusted proxy each client has its own, and nobody else can name one', async () => {
    const limits = { perAddress: { perSecond: 1, burst: 12 }, countLoopback: false };
    const behind = await openFrontDoor({ limits: { ...limits, trustedProxies: ['127.0.0.1'] } });
    const from = async (world: FrontDoorWorld, address: string) => (await world.ask({ query: CAMPAIGN }, { headers: { 'x-forwarded-for': address } })).status;
    expect([await from(behind, '192.0.2.1'), await from(behind, '192.0.2.1'), await from(behind, '192.0.2.1')]).toEqual([200, 200, 429]);
    expect(await from(behind, '192.0.2.2')).toBe(200);
    // Written by the client before the proxy's own, so not believed.
    expect(await from(behind, '192.0.2.9, 192.0.2.1')).toBe(429);
    const open = await openFrontDoor({ limits });
    for (let n = 0; n < 20; n += 1) expect(await from(open, '192.0.2.1')).toBe(200);
  });

  test('a network of IPv6 counts as one client', async () => {
    const world = await openFrontDoor({ limits: { perAddress: { perSecond: 1, burst: 12 }, countLoopback: false, trustedProxies: ['127.0.0.1'] } });
    const from = async (address: string) => (await world.ask({ query: CAMPAIGN }, { headers: { 'x-forwarded-for': address } })).status;
    expect([await from('2001:db8:0:1::1'), await from('2001:db8:0:1:ffff::2'), await from('2001:db8::1:0:0:0:3')]).toEqual([200, 200, 429]);
    expect(await from('2001:db8:0:2::1')).toBe(200);
  });

  test('a fan has a rate, an app has none', async () => {
    const { ask, sign, clock } = await openFrontDoor({ limits: { perFan: { perSecond: 1, burst: 2 } } });
    expect([(await ask({ query: CAMPAIGN })).status, (await ask({ query: CAMPAIGN })).status, (await ask({ query: CAMPAIGN })).status]).toEqual([
      200, 200, 429,
    ]);
    const other = await sign({ kind: 'fan', globalUserId: 'fan-2', ttlSeconds: 60 });
    expect((await ask({ query: CAMPAIGN }, { token: other })).status).toBe(200);
    const app = await sign({ kind: 'app', name: 'box-office', scopes: [], audience: 'reg-workers', ttlSeconds: 60 });
    for (let n = 0; n < 5; n += 1) expect((await ask({ query: CAMPAIGN }, { token: app })).status).toBe(200);
    clock.advance(1000);
    expect((await ask({ query: CAMPAIGN })).status).toBe(200);
  });
});

test('a client that goes away in the middle of its body harms nobody', async () => {
  const { url, ask } = await openFrontDoor();
  const { port } = new URL(url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write('POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"query":', () =>
        socket.resetAndDestroy(),
      );
    });
    socket.on('close', () => resolve());
  });
  expect((await ask({ query: CAMPAIGN })).status).toBe(200);
});
