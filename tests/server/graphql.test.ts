import { describe, expect, test } from 'vitest';
import { RegError } from '../../src/errors.ts';
import type { ResolverEvent } from '../../src/middleware/lambda.ts';
import { openFrontDoor } from '../support/front-door.ts';

const REGISTER = `mutation Register($input: RegistrationInput!) {
  upsertEntry(input: $input) { isEligible reason detail campaignId ref version createdAt }
}`;
const input = (changes: Readonly<Record<string, unknown>> = {}) => ({ slug: 'summer-tour', entry: '{"markets":["london-1"],"tickets":2}', ...changes });
const registered = {
  isEligible: true,
  campaignId: 'summer-tour',
  ref: '0123456789abcdef0123456789abcdef',
  version: 1,
  createdAt: '2027-02-01T10:00:00.000Z',
  updatedAt: '2027-02-01T10:00:00.000Z',
};

describe('a registration through GraphQL', () => {
  test('runs its workers as AppSync does: same arguments and identity, each with the answer before', async () => {
    const eligibility = { isEligible: true, campaignId: 'summer-tour', fields: { tickets: 2 } };
    const { ask, invocations } = await openFrontDoor({ workers: { checkEligibility: () => eligibility, upsertEntry: () => registered } });
    const { status, data } = await ask(
      { query: REGISTER, variables: { input: input({ userInfo: { email: 'ann@example.org' }, doTransfer: true }) } },
      { headers: { 'x-correlation-id': 'abcd-1234-efgh' } },
    );
    expect(status).toBe(200);
    expect(data).toEqual({
      upsertEntry: {
        isEligible: true,
        reason: null,
        detail: null,
        campaignId: 'summer-tour',
        ref: registered.ref,
        version: 1,
        createdAt: registered.createdAt,
      },
    });
    const [first, second] = invocations;
    expect(invocations.map(({ worker }) => worker)).toEqual(['checkEligibility', 'upsertEntry']);
    const expected: Partial<ResolverEvent> = {
      arguments: {
        input: {
          slug: 'summer-tour',
          entry: { markets: ['london-1'], tickets: 2 },
          userInfo: { email: 'ann@example.org' },
          doTransfer: true,
        },
      },
      identity: { sub: 'fan-1', issuer: 'reg-workers', claims: expect.objectContaining({ token_use: 'fan', email: 'ann@example.org' }) },
      request: { headers: { 'x-correlation-id': 'abcd-1234-efgh' } },
      info: { parentTypeName: 'Mutation', fieldName: 'upsertEntry' },
    };
    expect(first).toMatchObject({ event: { ...expected, prev: null }, correlationId: 'abcd-1234-efgh' });
    expect(second).toMatchObject({ event: { ...expected, prev: { result: eligibility } }, correlationId: 'abcd-1234-efgh' });
  });

  test('reads the same from a query text with its values inside', async () => {
    const { ask, invocations } = await openFrontDoor({ workers: { upsertEntry: () => registered } });
    const { data } = await ask({ query: String.raw`mutation { upsertEntry(input: { slug: "summer-tour", entry: "{\"tickets\":2}" }) { ref } }` });
    expect(data).toEqual({ upsertEntry: { ref: registered.ref } });
    expect(invocations[0]?.event.arguments).toMatchObject({ input: { slug: 'summer-tour', entry: { tickets: 2 } } });
  });

  test('an app comes with its scopes', async () => {
    const { ask, sign, invocations } = await openFrontDoor({ workers: { upsertEntry: () => registered } });
    const token = await sign({ kind: 'app', name: 'box-office', scopes: ['entries:write', 'entries:read'], audience: 'reg-workers', ttlSeconds: 60 });
    await ask({ query: REGISTER, variables: { input: input() } }, { token });
    expect(invocations[0]?.event.identity).toMatchObject({ sub: 'box-office', claims: { token_use: 'app', scope: 'entries:write entries:read' } });
  });

  test('a refusal is an answer, its detail JSON text', async () => {
    const refusal = { isEligible: false, reason: 'INVALID_ENTRY', detail: { field: 'tickets', rule: 'max' } };
    const { ask } = await openFrontDoor({ workers: { checkEligibility: () => refusal, upsertEntry: () => refusal } });
    const { status, data } = await ask({ query: '{ checkEligibility(input: { slug: "a", entry: "{}" }) { isEligible reason detail fields } }' });
    expect(status).toBe(200);
    expect(data).toEqual({ checkEligibility: { isEligible: false, reason: 'INVALID_ENTRY', detail: '{"field":"tickets","rule":"max"}', fields: null } });
  });
});

describe('who may ask', () => {
  const campaign = { readCampaign: () => ({ name: 'Summer Tour' }) };

  test('a campaign is shown without a token, and without a caller', async () => {
    const { ask, invocations } = await openFrontDoor({ workers: campaign });
    const { status, data } = await ask({ query: '{ campaign(slug: "summer-tour") { name } }' }, { token: null });
    expect([status, data]).toEqual([200, { campaign: { name: 'Summer Tour' } }]);
    expect(invocations[0]?.event.identity).toBeNull();
  });

  test.each([
    '{ myEntry(slug: "a") { ref } }',
    '{ checkEligibility(input: { slug: "a", entry: "{}" }) { isEligible } }',
    'mutation { withdrawEntry(slug: "a") { isWithdrawn } }',
    '{ campaign(slug: "a") { name } myEntry(slug: "a") { ref } }',
    '{ ...Mine } fragment Mine on Query { myEntry(slug: "a") { ref } }',
    '{ ... on Query { ... { mine: myEntry(slug: "a") { ref } } } }',
  ])('%s needs one', async (query) => {
    const { ask, invocations } = await openFrontDoor({ workers: campaign });
    const { status, errors, headers } = await ask({ query }, { token: null });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(errors?.[0]?.extensions.code).toBe('TOKEN_INVALID');
    expect(invocations).toEqual([]);
  });

  test('a token that does not hold is refused even where none is needed', async () => {
    const { ask, sign, clock } = await openFrontDoor({ workers: campaign });
    const query = '{ campaign(slug: "summer-tour") { name } }';
    const expired = await sign({ kind: 'fan', globalUserId: 'fan-1', ttlSeconds: 60 });
    clock.advance(121_000);
    for (const token of [expired, 'nonsense']) expect((await ask({ query }, { token })).status).toBe(401);
    expect((await ask({ query }, { token: null, headers: { authorization: 'Basic YTpi' } })).status).toBe(401);
  });
});

describe('what goes wrong in a worker', () => {
  const failing = (error: unknown) => openFrontDoor({ workers: { withdrawEntry: () => Promise.reject(error) } });
  const query = 'mutation { withdrawEntry(slug: "a") { isWithdrawn } }';

  test.each([
    [new RegError('SCOPE_MISSING', 'Withdrawing needs the scope entries:write.'), 403, 'SCOPE_MISSING'],
    [new RegError('CONFLICT', 'The entry was changed at the same moment.'), 409, 'CONFLICT'],
    [new RegError('STORAGE_FULL', 'The disk is full.'), 503, 'STORAGE_FULL'],
    [new RegError('SECRET_MISSING', 'There is no secret called x in /srv/data.'), 500, 'INTERNAL'],
    [new TypeError("Cannot read properties of undefined (reading 'secret-thing')"), 500, 'INTERNAL'],
  ] as const)('%s is answered with %i and %s', async (error, status, code) => {
    const { ask } = await failing(error);
    const answer = await ask({ query }, { headers: { 'x-correlation-id': 'abcd-1234' } });
    expect(answer.status).toBe(status);
    expect(answer.errors?.[0]).toMatchObject({ message: expect.any(String), extensions: { code, correlationId: 'abcd-1234' }, path: ['withdrawEntry'] });
  });

  test('storage that is full says when to come again', async () => {
    const { ask } = await failing(new RegError('STORAGE_FULL', 'The disk is full.'));
    expect(Number((await ask({ query })).headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('stack traces, paths and inner words stay inside', async () => {
    for (const error of [new TypeError("reading 'secret-thing'"), new RegError('SECRET_MISSING', 'There is no secret called x in /srv/data.')]) {
      const { text } = await (await failing(error)).ask({ query });
      expect(text).not.toMatch(/secret|\/srv|\.ts|at /);
    }
  });

  test('what another field gave is answered all the same', async () => {
    const { ask } = await openFrontDoor({
      workers: { readCampaign: () => ({ name: 'Summer Tour' }), readEntry: () => Promise.reject(new RegError('SCOPE_MISSING', 'No.')) },
    });
    const { status, data, errors } = await ask({ query: '{ campaign(slug: "a") { name } myEntry(slug: "a") { ref } }' });
    expect([status, data]).toEqual([200, { campaign: { name: 'Summer Tour' }, myEntry: null }]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SCOPE_MISSING']);
  });

  test('mutations of one request run one after the other', async () => {
    const seen: string[] = [];
    const { ask } = await openFrontDoor({
      workers: {
        withdrawEntry: async ({ arguments: { slug } }) => {
          seen.push(`${slug} begins`);
          await new Promise((resolve) => setImmediate(resolve));
          seen.push(`${slug} ends`);
          return { isWithdrawn: true };
        },
      },
    });
    const { data } = await ask({ query: 'mutation { a: withdrawEntry(slug: "a") { isWithdrawn } b: withdrawEntry(slug: "b") { isWithdrawn } }' });
    expect(data).toEqual({ a: { isWithdrawn: true }, b: { isWithdrawn: true } });
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});

describe('correlation ids', () => {
  const query = '{ campaign(slug: "a") { name } }';

  test('a usable one is kept and answered', async () => {
    const { ask } = await openFrontDoor();
    expect((await ask({ query }, { headers: { 'x-correlation-id': 'my-own-id-1' } })).headers.get('x-correlation-id')).toBe('my-own-id-1');
  });

  test.each(['short', 'a'.repeat(65), 'has space in it', '<script>alert(1)</script>'])('%j is replaced', async (given) => {
    const { ask } = await openFrontDoor();
    const answered = (await ask({ query }, { headers: { 'x-correlation-id': given } })).headers.get('x-correlation-id');
    expect(answered).not.toBe(given);
    expect(answered).toMatch(/^[A-Za-z0-9-]{8,64}$/);
  });
});
