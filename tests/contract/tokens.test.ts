import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, importPKCS8, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createJoseTokens } from '../../src/adapters/jose/jose-tokens.ts';
import type { TokenSigner, TokenVerifier } from '../../src/ports/tokens.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import type { Registry } from './adapters.ts';
import { describeTokensContract, type TokensSubject } from './tokens.contract.ts';

const ISSUER = 'reg-workers';
const refused = { code: 'TOKEN_INVALID' };

const createWorld = async ({ ownThread = false }: { readonly ownThread?: boolean } = {}) => {
  const clock = createSetClock();
  const secrets = createMemorySecrets();
  const open = async () => {
    const opened = await createJoseTokens({
      secrets,
      clock,
      random: createSeededRandom(1),
      issuer: ISSUER,
      fanIssuer: null,
      ownThread,
    });
    onTestFinished(opened.close);
    return opened;
  };
  const tokens = await open();
  const pem = new TextDecoder().decode(await secrets.get('signing-key'));
  const now = clock.now() / 1000;
  const claims = (changes: JWTPayload = {}): JWTPayload => ({
    iss: ISSUER,
    aud: 'reg-workers',
    sub: 'fan-1',
    iat: now,
    exp: now + 600,
    token_use: 'fan',
    ...changes,
  });
  return { clock, secrets, open, tokens, pem, now, claims };
};

const subjects: Registry<'tokens', () => Promise<TokensSubject>> = {
  jose: async () => {
    const { clock, tokens } = await createWorld();
    return { clock, tokens, foreign: (await createWorld()).tokens };
  },
};

for (const [name, create] of Object.entries(subjects)) describeTokensContract(name, create);
describeTokensContract('jose with a thread', async () => {
  const { clock, tokens } = await createWorld({ ownThread: true });
  return { clock, tokens, foreign: (await createWorld()).tokens };
});

describe('with a thread for signatures', () => {
  const fanToken = (tokens: TokenSigner, n: number) => tokens.sign({ kind: 'fan', globalUserId: `fan-${n}`, ttlSeconds: 600 });
  const forged = (token: string): string => `${token.slice(0, token.lastIndexOf('.'))}.${Buffer.alloc(256, 7).toString('base64url')}`;
  const outcomes = async (tokens: TokenVerifier, given: readonly string[]) =>
    (await Promise.allSettled(given.map((token) => tokens.verify(token, 'reg-workers')))).map((outcome) =>
      outcome.status === 'fulfilled' && outcome.value.kind === 'fan' ? outcome.value.globalUserId : 'refused',
    );
  const someForged = async (tokens: TokenSigner) =>
    Promise.all(Array.from({ length: 40 }, async (_, n) => (n % 3 === 0 ? forged(await fanToken(tokens, n)) : fanToken(tokens, n))));
  const expected = Array.from({ length: 40 }, (_, n) => (n % 3 === 0 ? 'refused' : `fan-${n}`));

  test('each of many tokens at once gets its own answer', async () => {
    const { tokens } = await createWorld({ ownThread: true });
    expect(await outcomes(tokens, await someForged(tokens))).toEqual(expected);
  });

  test('tokens that wait when it ends, and later ones, are checked without it', async () => {
    const { tokens } = await createWorld({ ownThread: true });
    const given = await someForged(tokens);
    const waiting = outcomes(tokens, given);
    await tokens.close();
    expect(await waiting).toEqual(expected);
    expect(await outcomes(tokens, given)).toEqual(expected);
  });
});

describe('a token signed with our own key', () => {
  const signed = async (pem: string, claims: JWTPayload, header: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'fan+jwt', ...header }).sign(await importPKCS8(pem, 'RS256'));

  test.each([
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['no issuer', { iss: undefined }],
    ['no expiry', { exp: undefined }],
    ['no subject', { sub: undefined }],
    ['no time of issue', { iat: undefined }],
    ['another use than its type says', { token_use: 'operator' }],
    ['no use', { token_use: undefined }],
    ['a time of issue that is none', { iat: 'then' }],
    ['an expiry that is none', { exp: 'soon' }],
    ['a start in the future', { nbf: 4_000_000_000 }],
    ['a start that is none', { nbf: 'then' }],
    ['another audience', { aud: ['a', 'b'] }],
    ['no audience', { aud: undefined }],
    ['a subject that cannot be part of a key', { sub: 'fan#1' }],
    ['an empty subject', { sub: '' }],
  ] as const)('is refused with %s', async (_, changes) => {
    const { tokens, pem, claims } = await createWorld();
    const [key] = (await tokens.jwks()).keys;
    // With the key's id the header is the one that is written here, so both ways of checking are gone.
    for (const header of [{}, { kid: key?.kid }]) {
      await tokens.verify(await signed(pem, claims(), header), 'reg-workers');
      const token = await signed(pem, { ...claims(), ...changes } as unknown as JWTPayload, header);
      await expect(tokens.verify(token, 'reg-workers'), JSON.stringify(header)).rejects.toMatchObject(refused);
    }
  });

  test.each(['app+jwt', 'operator+jwt', 'JWT', 'at+jwt'])("is refused where a fan's token has the type %s", async (typ) => {
    const { tokens, pem, claims } = await createWorld();
    await expect(tokens.verify(await signed(pem, claims(), { typ }), 'reg-workers')).rejects.toMatchObject(refused);
  });

  test('is refused under another algorithm, the public key as a password, or none', async () => {
    const { tokens, pem, claims } = await createWorld();
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const publicPem = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' });
    const hmacBody = `${part({ alg: 'HS256', typ: 'fan+jwt' })}.${part(claims())}`;
    const hmac = `${hmacBody}.${createHmac('sha256', publicPem).update(hmacBody).digest('base64url')}`;
    const pss = await new SignJWT(claims()).setProtectedHeader({ alg: 'PS256', typ: 'fan+jwt' }).sign(await importPKCS8(pem, 'PS256'));
    for (const token of [hmac, pss, `${part({ alg: 'none', typ: 'fan+jwt' })}.${part(claims())}.`]) {
      await expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject(refused);
    }
  });

  test('is judged the same by the short way and by jose', async () => {
    const { tokens, pem, claims, now } = await createWorld();
    const { keys } = await tokens.jwks();
    const near = fc.integer({ min: -70, max: 70 }).map((offset) => now + offset);
    const changes = fc.record(
      {
        iss: fc.constantFrom<unknown>(ISSUER, 'https://elsewhere.example', undefined, 7),
        aud: fc.constantFrom<unknown>('reg-workers', ['a', 'reg-workers'], ['a'], 'service:entry', undefined, 7),
        sub: fc.constantFrom<unknown>('fan-1', 'fan#1', '', undefined, 7),
        exp: fc.oneof(near, fc.constantFrom<unknown>(undefined, 'soon', now + 600.5)),
        iat: fc.oneof(near, fc.constantFrom<unknown>(undefined, 'then')),
        nbf: fc.oneof(near, fc.constantFrom<unknown>(undefined, 'then')),
        token_use: fc.constantFrom<unknown>('fan', 'app', 'operator', undefined),
      },
      { requiredKeys: [] },
    );
    const judge = async (token: string): Promise<unknown> => {
      try {
        return await tokens.verify(token, 'reg-workers');
      } catch (error) {
        expect(error).toMatchObject(refused);
        return null;
      }
    };
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const payload = { ...claims(), ...changed } as JWTPayload;
        const short = await signed(pem, payload, { kid: keys[0]?.kid });
        // The same members in another order are another text, so they take the long way.
        const long = await new SignJWT(payload)
          .setProtectedHeader({ typ: 'fan+jwt', kid: String(keys[0]?.kid), alg: 'RS256' })
          .sign(await importPKCS8(pem, 'RS256'));
        expect(short.split('.')[0]).not.toBe(long.split('.')[0]);
        expect(await judge(short)).toEqual(await judge(long));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the signing key', () => {
  test('stays over restarts, so that tokens do', async () => {
    const { tokens, open } = await createWorld();
    const token = await tokens.sign({ kind: 'fan', globalUserId: 'fan-1', ttlSeconds: 600 });
    expect(await (await open()).verify(token, 'reg-workers')).toMatchObject({ globalUserId: 'fan-1', email: null });
  });

  test('may be given as a JWK', async () => {
    const secrets = createMemorySecrets();
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    await secrets.getOrCreate('signing-key', () => new TextEncoder().encode(JSON.stringify(jwk)));
    const tokens = await createJoseTokens({ secrets, clock: createSetClock(), random: createSeededRandom(1), issuer: ISSUER, fanIssuer: null });
    const token = await tokens.sign({ kind: 'operator', name: 'olga', ttlSeconds: 60 });
    expect(await tokens.verify(token, 'reg-workers')).toEqual({ kind: 'operator', name: 'olga' });
  });

  test.each([
    ['no key', 'hunter2-hunter2'],
    ['JSON that is no key', '{"hunter2":1}'],
    ['a public key', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' })],
  ])('that is %s stops the start with a line that does not quote it', async (_, text) => {
    const secrets = createMemorySecrets();
    await secrets.getOrCreate('signing-key', () => new TextEncoder().encode(String(text)));
    const opening = createJoseTokens({ secrets, clock: createSetClock(), random: createSeededRandom(1), issuer: ISSUER, fanIssuer: null });
    const error = await opening.catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' });
    expect(JSON.stringify([String(error), error])).not.toContain('hunter2');
  });
});
