import type { JWTPayload } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import { createJoseTokens } from '../../src/adapters/jose/jose-tokens.ts';
import type { FanIssuer } from '../../src/ports/tokens.ts';
import { createKeyServer, createSignInKey } from '../support/key-server.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';

const ISSUER = 'reg-workers';
const connections = createUndiciConnections({ connections: 4, maxAnswerBytes: 1_000_000 });
const secrets = createMemorySecrets();
const refused = { code: 'TOKEN_INVALID' };

/** A sign-in with one key, and a system that takes its tokens. */
const createSignIn = async (settings: Partial<FanIssuer> = {}) => {
  const key = await createSignInKey();
  const server = await createKeyServer([key]);
  const clock = createSetClock();
  const fanIssuer: FanIssuer = {
    issuer: 'https://sign-in.example/',
    jwksUri: server.jwksUri,
    audiences: ['reg-workers'],
    types: ['jwt', 'at+jwt', 'none'],
    ...settings,
  };
  const open = async (changes: Partial<FanIssuer> = {}) => {
    const opened = await createJoseTokens({
      secrets,
      clock,
      random: createSeededRandom(1),
      issuer: ISSUER,
      fanIssuer: { ...fanIssuer, ...changes, connections },
    });
    onTestFinished(opened.close);
    return opened;
  };
  const now = clock.now() / 1000;
  const claims = (changes: JWTPayload = {}): JWTPayload => ({
    iss: fanIssuer.issuer,
    aud: 'reg-workers',
    sub: 'fan-1',
    iat: now,
    exp: now + 600,
    ...changes,
  });
  return { key, server, clock, open, tokens: await open(), claims };
};

describe("a company's own sign-in", () => {
  test('gives fans with their claims, and no apps or operators', async () => {
    const { tokens, key, claims } = await createSignIn();
    const token = await key.sign(
      claims({ email: 'ann@example.org', given_name: 'Ann', family_name: 'Lee', phone_number: '+442071838750', member_id: 'M1', token_use: 'operator' }),
    );
    expect(await tokens.verify(token, 'reg-workers')).toEqual({
      kind: 'fan',
      globalUserId: 'fan-1',
      email: 'ann@example.org',
      claims: { firstName: 'Ann', lastName: 'Lee', phoneNumber: '+442071838750', memberId: 'M1' },
    });
    const forService = await key.sign(claims({ aud: ['reg-workers', 'service:entry'] }));
    await expect(tokens.verify(forService, 'service:entry')).rejects.toMatchObject(refused);
    await expect(tokens.verify(await key.sign(claims(), { typ: 'operator+jwt' }), 'reg-workers')).rejects.toMatchObject(refused);
  });

  test.each([false, 'false', 'False'])('an address that it has not verified (%j) is not taken', async (verified) => {
    const { tokens, key, claims } = await createSignIn();
    const token = await key.sign(claims({ email: 'somebody-else@example.org', email_verified: verified }));
    expect(await tokens.verify(token, 'reg-workers')).toMatchObject({ email: null });
  });

  test('stands beside the built-in one, and neither can sign for the other', async () => {
    const { tokens, key, claims } = await createSignIn();
    expect(await tokens.verify(await tokens.sign({ kind: 'fan', globalUserId: 'fan-2', ttlSeconds: 60 }), 'reg-workers')).toMatchObject({
      globalUserId: 'fan-2',
    });
    await expect(tokens.verify(await key.sign(claims({ iss: ISSUER, token_use: 'fan' }), { typ: 'fan+jwt' }), 'reg-workers')).rejects.toMatchObject(refused);
  });

  test('a new key is found when its first token comes, and the old one holds as long as it is published', async () => {
    const { tokens, key, claims, server, clock } = await createSignIn();
    await tokens.verify(await key.sign(claims()), 'reg-workers');
    const next = await createSignInKey('RS256');
    server.publish([key, next]);
    clock.advance(60_000);
    const token = await next.sign(claims({ exp: clock.now() / 1000 + 600 }));
    expect(await tokens.verify(token, 'reg-workers')).toMatchObject({ globalUserId: 'fan-1' });
    await tokens.verify(await key.sign(claims()), 'reg-workers');
    server.publish([next]);
    clock.advance(600_000);
    await expect(tokens.verify(await key.sign(claims({ exp: clock.now() / 1000 + 600 })), 'reg-workers')).rejects.toMatchObject(refused);
  });

  test('a flood of made-up keys has its own fetched once a minute', async () => {
    const { tokens, key, claims, server, clock } = await createSignIn();
    await tokens.verify(await key.sign(claims()), 'reg-workers');
    const stranger = await createSignInKey();
    const flood = await Promise.all(Array.from({ length: 20 }, () => stranger.sign(claims())));
    for (const token of flood) await expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject(refused);
    clock.advance(59_999);
    await Promise.all(flood.map((token) => expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject(refused)));
    expect(server.fetches()).toBe(1);
    clock.advance(1);
    await Promise.all(flood.map((token) => expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject(refused)));
    expect(server.fetches()).toBe(2);
  });

  test('that does not answer is a failure that may pass, and is asked again after a minute', async () => {
    const { tokens, key, claims, server, clock } = await createSignIn();
    const token = await key.sign(claims({ exp: clock.now() / 1000 + 7200 }));
    server.publish(503);
    await expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
    server.publish([key]);
    await expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    clock.advance(60_000);
    expect(await tokens.verify(token, 'reg-workers')).toMatchObject({ globalUserId: 'fan-1' });
    expect(server.fetches()).toBe(2);
  });

  test.each([503, 302])('that answers %i for hours does no harm to keys that are known', async (status) => {
    const { tokens, key, claims, server, clock } = await createSignIn();
    const token = await key.sign(claims({ exp: clock.now() / 1000 + 90_000 }));
    await tokens.verify(token, 'reg-workers');
    server.publish(status);
    for (let minutes = 0; minutes < 120; minutes += 4) {
      clock.advance(240_000);
      await tokens.verify(token, 'reg-workers');
    }
    expect(server.fetches()).toBeGreaterThan(1);
    expect(server.fetches()).toBeLessThanOrEqual(120);
  });

  test('nobody whose key is known waits while it is slow, nor while unknown keys are looked for', async () => {
    const { tokens, key, claims, server, clock } = await createSignIn();
    const token = await key.sign(claims({ exp: clock.now() / 1000 + 7200 }));
    await tokens.verify(token, 'reg-workers');
    const release = server.hold();
    clock.advance(300_000);
    const unknown = tokens.verify(await (await createSignInKey()).sign(claims({ exp: clock.now() / 1000 + 600 })), 'reg-workers');
    await tokens.verify(token, 'reg-workers');
    release();
    await expect(unknown).rejects.toMatchObject(refused);
    await tokens.verify(token, 'reg-workers');
    expect(server.fetches()).toBe(2);
  });

  test('nobody waits while it is away and slow to say so', async () => {
    const { tokens, key, claims, server, clock } = await createSignIn();
    const token = await key.sign(claims({ exp: clock.now() / 1000 + 7200 }));
    await tokens.verify(token, 'reg-workers');
    server.publish(503);
    clock.advance(60_000);
    const unknown = await (await createSignInKey()).sign(claims());
    await expect(tokens.verify(unknown, 'reg-workers')).rejects.toMatchObject(refused);
    const release = server.hold();
    clock.advance(3_600_000);
    await tokens.verify(token, 'reg-workers');
    release();
  });

  test('its keys are fetched again after five minutes of use, before anybody has to wait for them', async () => {
    const { tokens, key, claims, server, clock } = await createSignIn();
    const token = await key.sign(claims({ exp: clock.now() / 1000 + 7200 }));
    await tokens.verify(token, 'reg-workers');
    clock.advance(299_999);
    await tokens.verify(token, 'reg-workers');
    expect(server.fetches()).toBe(1);
    const fetched = server.nextFetch();
    clock.advance(1);
    await tokens.verify(token, 'reg-workers');
    await fetched;
    expect(server.fetches()).toBe(2);
  });

  test.each(['RS256', 'PS256', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'])('may sign with %s', async (algorithm) => {
    const { tokens, claims, server } = await createSignIn();
    const key = await createSignInKey(algorithm);
    server.publish([await createSignInKey('ES256'), key, await createSignInKey('RS256')]);
    expect(await tokens.verify(await key.sign(claims()), 'reg-workers')).toMatchObject({ globalUserId: 'fan-1' });
  });

  test('may leave out which of its keys signed', async () => {
    const { tokens, key, claims, server } = await createSignIn();
    const other = await createSignInKey();
    const unnamed = { typ: 'JWT', kid: undefined } as unknown as Readonly<Record<string, string>>;
    server.publish([other, key]);
    expect(await tokens.verify(await key.sign(claims(), unnamed), 'reg-workers')).toMatchObject({ globalUserId: 'fan-1' });
    const stranger = await createSignInKey();
    await expect(tokens.verify(await stranger.sign(claims(), unnamed), 'reg-workers')).rejects.toMatchObject(refused);
  });
});

describe("which of a sign-in's tokens are taken is pinned", () => {
  test.each([
    ['another audience', { aud: 'another-app' }],
    ['other audiences', { aud: ['a', 'b'] }],
    ['no audience', { aud: undefined }],
    ['no audience, of another client', { aud: undefined, client_id: 'another-app' }],
    ['another audience, of our client', { aud: 'another-app', client_id: 'reg-workers' }],
    ['another issuer', { iss: 'https://sign-in.example' }],
    ['no expiry', { exp: undefined }],
    ['no time of issue', { iat: undefined }],
    ['no subject', { sub: undefined }],
    ['the event of a logout token', { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }],
    ['a key that it is bound to', { cnf: { jkt: 'abc' } }],
  ] as const)('one with %s is refused', async (_, changes) => {
    const { tokens, key, claims } = await createSignIn();
    await tokens.verify(await key.sign(claims()), 'reg-workers');
    await expect(tokens.verify(await key.sign(claims(changes as unknown as JWTPayload)), 'reg-workers')).rejects.toMatchObject(refused);
  });

  test('each of several audiences is taken, and the client where there is no audience', async () => {
    const { tokens, key, claims } = await createSignIn({ audiences: ['tickets-web', 'https://api.example'] });
    for (const changes of [{ aud: 'tickets-web' }, { aud: ['other', 'https://api.example'] }, { aud: undefined, client_id: 'tickets-web' }]) {
      expect(await tokens.verify(await key.sign(claims(changes as unknown as JWTPayload)), 'reg-workers')).toMatchObject({ kind: 'fan' });
    }
    await expect(tokens.verify(await key.sign(claims()), 'reg-workers')).rejects.toMatchObject(refused);
  });

  const typed = (typ: string | undefined) => ({ typ }) as Readonly<Record<string, string>>;
  test.each(['JWT', 'at+jwt', 'AT+JWT', 'application/at+jwt', undefined])('by default the type may be %s', async (typ) => {
    const { tokens, key, claims } = await createSignIn();
    expect(await tokens.verify(await key.sign(claims(), typed(typ)), 'reg-workers')).toMatchObject({ kind: 'fan' });
  });

  test.each(['logout+jwt', 'dpop+jwt', 'fan+jwt', 'operator+jwt', 'secevent+jwt', ''])('and may not be %j', async (typ) => {
    const { tokens, key, claims } = await createSignIn();
    await expect(tokens.verify(await key.sign(claims(), typed(typ)), 'reg-workers')).rejects.toMatchObject(refused);
  });

  test('a type that is not named is refused, also if it is none', async () => {
    const { key, claims, open } = await createSignIn();
    const tokens = await open({ types: ['at+jwt'] });
    await tokens.verify(await key.sign(claims(), typed('at+jwt')), 'reg-workers');
    for (const typ of ['JWT', undefined]) await expect(tokens.verify(await key.sign(claims(), typed(typ)), 'reg-workers')).rejects.toMatchObject(refused);
  });
});

describe('where the keys are', () => {
  const described = async () => {
    const { key, server, clock, open, claims } = await createSignIn();
    const tokens = await open({ issuer: server.issuer, jwksUri: null });
    const token = await key.sign(claims({ iss: server.issuer, exp: clock.now() / 1000 + 7200 }));
    return { key, server, clock, tokens, open, token, claims };
  };

  test('is what the issuer says of itself', async () => {
    const { tokens, token } = await described();
    expect(await tokens.verify(token, 'reg-workers')).toMatchObject({ globalUserId: 'fan-1' });
  });

  test("is asked again with the keys, and stays what it was while the issuer doesn't say", async () => {
    const { tokens, token, server, clock, claims } = await described();
    await tokens.verify(token, 'reg-workers');
    server.describe(503);
    clock.advance(600_000);
    await tokens.verify(token, 'reg-workers');
    expect(server.fetches()).toBe(2);
    const moved = await createSignInKey();
    const elsewhere = await createKeyServer([moved]);
    server.describe({ issuer: server.issuer, jwks_uri: elsewhere.jwksUri });
    clock.advance(60_000);
    await tokens.verify(await moved.sign(claims({ iss: server.issuer, exp: clock.now() / 1000 + 60 })), 'reg-workers');
    expect([server.fetches(), elsewhere.fetches()]).toEqual([2, 1]);
  });

  test.each([
    ['another issuer', { issuer: 'https://elsewhere.example', jwks_uri: 'http://127.0.0.1:9/keys' }],
    ['no place', {}],
    ['a place that is none', { jwks_uri: 'keys' }],
    ['a file', { jwks_uri: 'file:///etc/passwd' }],
    ['nothing', []],
    ['a status', 500],
  ] as const)('is not believed of a description with %s', async (_, description) => {
    const { tokens, token, server } = await described();
    server.describe(typeof description === 'object' && !Array.isArray(description) ? { issuer: server.issuer, ...description } : (description as number));
    await expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(server.fetches()).toBe(0);
  });

  test('an issuer that ends in a slash is described below it, and named with it', async () => {
    const { server, open, key, claims } = await described();
    const issuer = `${server.issuer}/`;
    server.describe({ issuer, jwks_uri: server.jwksUri });
    const tokens = await open({ issuer, jwksUri: null });
    expect(await tokens.verify(await key.sign(claims({ iss: issuer })), 'reg-workers')).toMatchObject({ kind: 'fan' });
  });
});
