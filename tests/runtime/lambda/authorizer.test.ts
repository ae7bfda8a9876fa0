import { describe, expect, test } from 'vitest';
import { createJoseTokens } from '../../../src/adapters/jose/jose-tokens.ts';
import { RegError } from '../../../src/errors.ts';
import type { TokenRequest } from '../../../src/ports/tokens.ts';
import { appSyncAuthorizer } from '../../../src/runtime/lambda/app-sync-authorizer.ts';
import { createMemorySecrets } from '../../support/memory-secrets.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { silentLog } from '../../support/silent-log.ts';

const ISSUER = 'reg-workers';
const clock = createSetClock();
const tokens = await createJoseTokens({ secrets: createMemorySecrets(), clock, random: createSeededRandom(1), issuer: ISSUER, fanIssuer: null });
const authorize = appSyncAuthorizer({ tokens, clock, issuer: ISSUER, log: silentLog });
const answerTo = async (request: TokenRequest, prefix = 'Bearer ') => authorize({ authorizationToken: `${prefix}${await tokens.sign(request)}` });

describe('the authorizer of AppSync', () => {
  test('lets a fan through, with the claims as text', async () => {
    const answer = await answerTo({ kind: 'fan', globalUserId: 'fan-1', email: 'fan@example.org', ttlSeconds: 3600 });
    expect(answer).toMatchObject({ isAuthorized: true, resolverContext: { sub: 'fan-1', issuer: ISSUER }, ttlOverride: 300 });
    expect(JSON.parse(answer.resolverContext?.claims ?? '')).toEqual({ token_use: 'fan', email: 'fan@example.org' });
    expect(Object.values(answer.resolverContext ?? {}).every((value) => typeof value === 'string')).toBe(true);
  });

  test('lets an app through, and takes a token without `Bearer`', async () => {
    const app: TokenRequest = { kind: 'app', name: 'importer', scopes: ['entries:write'], audience: 'reg-workers', ttlSeconds: 600 };
    const answer = await answerTo(app, '');
    expect(JSON.parse(answer.resolverContext?.claims ?? '')).toEqual({ token_use: 'app', scope: 'entries:write' });
  });

  test('is not gone by for longer than the token lives', async () => {
    expect(await answerTo({ kind: 'fan', globalUserId: 'fan-1', ttlSeconds: 40 })).toMatchObject({ ttlOverride: 40 });
  });

  test('lets `anonymous` through as nobody', async () => {
    expect(await authorize({ authorizationToken: 'anonymous' })).toEqual({ isAuthorized: true, resolverContext: {}, ttlOverride: 300 });
  });

  test.each([undefined, '', 'Bearer ', 'Bearer a.b.c', 'Basic b2xnYTpodW50ZXIy', 'Bearer anonymous2'])('refuses %j', async (authorizationToken) => {
    const event = authorizationToken === undefined ? {} : { authorizationToken };
    expect(await authorize(event)).toEqual({ isAuthorized: false, ttlOverride: 60 });
  });

  test("refuses a token for a service, and fails where the sign-in's keys cannot be had", async () => {
    const forService: TokenRequest = { kind: 'app', name: 'saveEntries', scopes: ['entry:write'], audience: 'service:entry', ttlSeconds: 600 };
    expect(await answerTo(forService)).toMatchObject({ isAuthorized: false });
    const away = { ...tokens, verify: () => Promise.reject(new RegError('SERVICE_UNAVAILABLE', 'away')) };
    await expect(appSyncAuthorizer({ tokens: away, clock, issuer: ISSUER, log: silentLog })({ authorizationToken: 'x' })).rejects.toThrow('away');
  });
});
