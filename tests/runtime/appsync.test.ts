import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Context } from './appsync-context.ts';

interface ResolverCode {
  request(ctx: Context): Readonly<Record<string, unknown>>;
  response(ctx: Context): unknown;
}

const folder = '../../src/runtime/appsync';
const field: ResolverCode = await import(`${folder}/field.js`);
const worker: ResolverCode = await import(`${folder}/worker.js`);

const contextOf = (changes: Partial<Context> = {}): Context => ({
  arguments: {},
  identity: null,
  request: { headers: {} },
  stash: { correlationId: 'correlation-1' },
  prev: { result: {} },
  info: { parentTypeName: 'Query', fieldName: 'campaign' },
  result: null,
  error: null,
  ...changes,
});

describe('what a worker is sent', () => {
  test('is the event that the embedded front door makes', () => {
    const ctx = contextOf({
      arguments: { input: { slug: 'summer-tour' } },
      identity: { resolverContext: { sub: 'fan-1', issuer: 'reg-workers', claims: '{"token_use":"fan"}' } },
      request: { headers: { authorization: 'Bearer secret', 'x-forwarded-for': '203.0.113.1' } },
      prev: { result: { isEligible: true } },
      info: { parentTypeName: 'Mutation', fieldName: 'upsertEntry' },
    });
    expect(worker.request(ctx)).toEqual({
      operation: 'Invoke',
      payload: {
        arguments: { input: { slug: 'summer-tour' } },
        identity: { sub: 'fan-1', issuer: 'reg-workers', claims: { token_use: 'fan' } },
        request: { headers: { 'x-correlation-id': 'correlation-1' } },
        prev: { result: { isEligible: true } },
        info: { parentTypeName: 'Mutation', fieldName: 'upsertEntry' },
      },
    });
  });

  test.each([null, { resolverContext: {} }, { resolverContext: null }])('has nobody behind %j', (identity) => {
    expect(worker.request(contextOf({ identity }))).toMatchObject({ payload: { identity: null } });
  });

  test("carries the caller's correlation id where it is usable, one for all workers of a field", () => {
    const given = contextOf({ request: { headers: { 'x-correlation-id': 'from-the-caller' } } });
    field.request(given);
    expect(given.stash.correlationId).toBe('from-the-caller');
    const unusable = contextOf({ request: { headers: { 'x-correlation-id': 'a b' } }, stash: {} });
    field.request(unusable);
    expect(unusable.stash.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('what a worker answers', () => {
  test('is taken out of its envelope, nothing too', () => {
    expect(worker.response(contextOf({ result: { data: { id: 'c' } } }))).toEqual({ id: 'c' });
    expect(worker.response(contextOf({ result: { data: null } }))).toBeNull();
  });

  test('a refusal is an error with its code', () => {
    const error = { message: 'No such field.', code: 'INPUT_INVALID', correlationId: 'x', detail: { field: 'slug' } };
    expect(() => worker.response(contextOf({ result: { error } }))).toThrow(
      expect.objectContaining({
        message: 'No such field.',
        errorType: 'INPUT_INVALID',
        errorInfo: { code: 'INPUT_INVALID', correlationId: 'correlation-1', detail: { field: 'slug' } },
      }),
    );
  });

  test.each([
    ['STORAGE_FAILED: This cannot be taken.', 'STORAGE_FAILED', 'This cannot be taken.'],
    ['INTERNAL: Something failed on our side.', 'INTERNAL', 'Something failed on our side.'],
    ['2027-02-01 Task timed out after 10.00 seconds', 'SERVICE_UNAVAILABLE', 'This cannot be taken just now. Try again in a moment.'],
    [undefined, 'SERVICE_UNAVAILABLE', 'This cannot be taken just now. Try again in a moment.'],
  ])('a failure %j is the error %s', (message, errorType, words) => {
    expect(() => worker.response(contextOf({ error: { type: 'Lambda:Unhandled', message } }))).toThrow(expect.objectContaining({ message: words, errorType }));
  });
});

describe('what a field answers', () => {
  const answered = (fieldName: string, result: unknown) => field.response(contextOf({ prev: { result }, info: { parentTypeName: 'Query', fieldName } }));

  test('has its AWSJSON members as JSON text', () => {
    expect(answered('checkEligibility', { isEligible: false, detail: { zip: 'too long' } })).toEqual({ isEligible: false, detail: '{"zip":"too long"}' });
    expect(answered('checkEligibility', { isEligible: true, fields: { tickets: 2 } })).toEqual({ isEligible: true, fields: '{"tickets":2}' });
    expect(answered('myEntry', { entry: { tickets: 2 }, version: 1 })).toEqual({ entry: '{"tickets":2}', version: 1 });
    expect(answered('myEntry', null)).toBeNull();
  });

  test("a campaign's labels and randomness too, also a label that is a text", () => {
    const campaign = {
      id: 'c',
      selection: { method: 'random', publicRandomness: null },
      preferences: [
        { key: 'a', label: 'Markets' },
        { key: 'b', items: [{ id: 'x', label: { en: 'X' } }] },
      ],
    };
    expect(answered('campaign', campaign)).toEqual({
      id: 'c',
      selection: { method: 'random', publicRandomness: null },
      preferences: [
        { key: 'a', label: '"Markets"' },
        { key: 'b', items: [{ id: 'x', label: '{"en":"X"}' }] },
      ],
    });
  });
});

/** AWS AppSync developer guide, "JavaScript runtime features for resolvers and functions overview". */
test.each(['field.js', 'worker.js'])('%s keeps to what APPSYNC_JS knows', (name) => {
  const code = readFileSync(`src/runtime/appsync/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const unknown = /\b(async|await|try|catch|throw|class|this|new|while|continue|require|Promise|RegExp)\b|for \(let|\+\+|--|=> \{|[=(,] *\/[^/]/;
  expect(code.split('\n').filter((line) => unknown.test(line))).toEqual([]);
});
