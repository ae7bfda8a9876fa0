import { generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, type JWK, jwtVerify } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createJoseTokens, type JoseTokens } from '../../src/adapters/jose/jose-tokens.ts';
import { LONGEST_TTL_SECONDS } from '../../src/adapters/jose/key-ring.ts';
import { listSigningKeys, rotateSigningKey } from '../../src/adapters/jose/rotate-signing-key.ts';
import type { Secrets } from '../../src/ports/secrets.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';

const MINUTE = 60_000;
const LEAD = 30 * MINUTE;
const refused = { code: 'TOKEN_INVALID' };

/** A system whose operator can rotate its keys, and other processes of it. */
const createWorld = async () => {
  const clock = createSetClock();
  const stored = createMemorySecrets();
  const store = { isAway: false };
  const secrets: Secrets = { ...stored, latest: (name) => (store.isAway ? Promise.reject(new Error('away')) : stored.latest(name)) };
  const open = async (ownThread = false): Promise<JoseTokens> => {
    const opened = await createJoseTokens({ secrets, clock, random: createSeededRandom(1), issuer: 'reg-workers', fanIssuer: null, ownThread });
    onTestFinished(opened.close);
    return opened;
  };
  const tokens = await open();
  const rotate = (changes: { readonly leadMs?: number; readonly leaked?: boolean } = {}) =>
    rotateSigningKey({ secrets: stored, clock, leadMs: LEAD, leaked: false, ...changes });
  const states = async () => (await listSigningKeys(stored, clock)).map(({ state }) => state);
  /** A token of an app, as a worker asks for one before it calls a service. */
  const signed = (by: JoseTokens, ttlSeconds = 300) =>
    by.sign({ kind: 'app', name: 'upsertEntry', scopes: ['entries:write'], audience: 'service:entry', ttlSeconds });
  const kids = async (of: JoseTokens) => (await of.jwks()).keys.map(({ kid }) => kid);
  return { clock, stored, store, open, tokens, rotate, states, signed, kids };
};

const kidOf = (token: string): string | undefined => decodeProtectedHeader(token).kid;

describe('a rotation', () => {
  test('publishes the new key before it signs, and honours the old one until its longest token has expired', async () => {
    const { clock, tokens, rotate, states, signed, kids } = await createWorld();
    const first = kidOf(await signed(tokens));
    const longest = await signed(tokens, LONGEST_TTL_SECONDS);
    const [, next] = await rotate();
    expect(await states()).toEqual(['signs', 'next']);

    clock.advance(5 * MINUTE);
    expect(kidOf(await signed(tokens))).toBe(first);
    expect(await kids(tokens)).toEqual([first, next?.kid]);

    clock.advance(25 * MINUTE - 1);
    const last = await signed(tokens, LONGEST_TTL_SECONDS);
    expect(kidOf(last)).toBe(first);
    clock.advance(1);
    expect(kidOf(await signed(tokens))).toBe(next?.kid);
    expect(await states()).toEqual(['honoured', 'signs']);
    for (const token of [longest, last]) expect(await tokens.verify(token, 'service:entry')).toMatchObject({ name: 'upsertEntry' });

    clock.advance(LONGEST_TTL_SECONDS * 1000 - 1000);
    await tokens.verify(last, 'service:entry');
    expect(await kids(tokens)).toEqual([first, next?.kid]);
    clock.advance(2 * 3_600_000);
    await expect(tokens.verify(last, 'service:entry')).rejects.toMatchObject(refused);
    expect(await kids(tokens)).toEqual([next?.kid]);
    expect(await states()).toEqual(['signs']);
  });

  test('goes unnoticed by calls between processes: each token holds everywhere, whichever process has looked', async () => {
    const { clock, open, rotate, signed } = await createWorld();
    const processes = [await open(), await open(true), await open()];
    await rotate();
    const used = new Set<string | undefined>();
    let turn = 0;
    // Every 70 seconds one process signs for all; none looks at the same time as another.
    for (let at = 0; at < 2 * LEAD; at += 70_000) {
      clock.advance(70_000);
      const signer = processes[turn % processes.length] ?? expect.fail('no process');
      turn += 1;
      const token = await signed(signer);
      used.add(kidOf(token));
      for (const process of processes) expect(await process.verify(token, 'service:entry')).toMatchObject({ name: 'upsertEntry' });
    }
    expect(used.size).toBe(2);
  });

  test('is seen by those who check with the published keys before its first token comes', async () => {
    const { clock, tokens, rotate, signed } = await createWorld();
    await rotate();
    clock.advance(5 * MINUTE);
    await tokens.jwks();
    await signed(tokens);
    const published = (await tokens.jwks()) as unknown as JSONWebKeySet;
    clock.advance(LEAD);
    const { payload } = await jwtVerify(await signed(tokens), createLocalJWKSet(published), { currentDate: new Date(clock.now()) });
    expect(payload).toMatchObject({ sub: 'upsertEntry', aud: 'service:entry' });
  });

  test('waits for the one before it', async () => {
    const { clock, rotate, states } = await createWorld();
    await rotate();
    await expect(rotate()).rejects.toMatchObject({ code: 'STATE_INVALID', message: expect.stringContaining('signs from 2027-02-01T10:30:00.000Z') });
    clock.advance(LEAD);
    await rotate();
    expect(await states()).toEqual(['honoured', 'signs', 'next']);
  });

  test('leaves no private half of a key that signs no more', async () => {
    const { clock, stored, rotate } = await createWorld();
    for (let times = 0; times < 3; times += 1) {
      await rotate();
      clock.advance(LEAD);
    }
    const { keys } = JSON.parse(new TextDecoder().decode(await stored.get('signing-key'))) as { readonly keys: readonly { readonly jwk: JWK }[] };
    // The key before the last still signs while the last one is published.
    expect(keys.map(({ jwk }) => jwk.d !== undefined)).toEqual([false, false, true, true]);
  });

  test('stays over restarts, also of a key that people gave', async () => {
    const { clock, open, rotate, tokens, signed, kids } = await createWorld();
    const old = await signed(tokens, 3600);
    await rotate();
    clock.advance(LEAD);
    const restarted = await open();
    await restarted.verify(old, 'service:entry');
    expect(kidOf(await signed(restarted))).toBe((await kids(restarted)).at(-1));
  });
});

describe('a key that has leaked', () => {
  test('is gone at once, and its tokens with it, also those that were taken before', async () => {
    const { clock, tokens, rotate, signed, kids } = await createWorld();
    const stolen = await signed(tokens, 3600);
    await tokens.verify(stolen, 'service:entry');
    const [fresh] = await rotate({ leaked: true });
    clock.advance(5 * MINUTE);
    await signed(tokens);
    await expect(tokens.verify(stolen, 'service:entry')).rejects.toMatchObject(refused);
    expect(await kids(tokens)).toEqual([fresh?.kid]);
  });

  test('gives way to one whose tokens are known wherever they come, within a minute', async () => {
    const { clock, tokens, open, rotate, signed } = await createWorld();
    await rotate({ leaked: true });
    const token = await signed(await open());
    clock.advance(MINUTE);
    expect(await tokens.verify(token, 'service:entry')).toMatchObject({ name: 'upsertEntry' });
  });

  test('may also be one that has yet to sign', async () => {
    const { rotate, states } = await createWorld();
    await rotate();
    await rotate({ leaked: true });
    expect(await states()).toEqual(['signs']);
  });
});

describe('the secret', () => {
  test('is looked at once in five minutes, and once a minute at most for tokens with unknown keys', async () => {
    const { clock, stored, tokens, signed } = await createWorld();
    let looks = 0;
    const counted = await createJoseTokens({
      secrets: {
        ...stored,
        latest: (name) => {
          looks += 1;
          return stored.latest(name);
        },
      },
      clock,
      random: createSeededRandom(1),
      issuer: 'reg-workers',
      fanIssuer: null,
    });
    const stranger = await signed((await createWorld()).tokens);
    const flood = () => Promise.all(Array.from({ length: 20 }, () => expect(counted.verify(stranger, 'service:entry')).rejects.toMatchObject(refused)));
    await flood();
    expect(looks).toBe(0);
    clock.advance(MINUTE);
    await flood();
    await flood();
    expect(looks).toBe(1);
    const known = await signed(tokens, 3600);
    for (let minute = 0; minute < 10; minute += 1) {
      clock.advance(MINUTE);
      await counted.verify(known, 'service:entry');
    }
    expect(looks).toBe(3);
  });

  test('that cannot be read does no harm to keys that are known', async () => {
    const { clock, store, tokens, signed } = await createWorld();
    store.isAway = true;
    clock.advance(60 * MINUTE);
    expect(await tokens.verify(await signed(tokens), 'service:entry')).toMatchObject({ name: 'upsertEntry' });
  });

  test('that is no key by now is not believed', async () => {
    const { clock, stored, tokens, signed } = await createWorld();
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await stored.replace('signing-key', () => Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })));
    clock.advance(60 * MINUTE);
    expect(await tokens.verify(await signed(tokens), 'service:entry')).toMatchObject({ name: 'upsertEntry' });
  });
});

test('no token is signed for longer than an old key is honoured', async () => {
  const { tokens, signed } = await createWorld();
  await expect(signed(tokens, LONGEST_TTL_SECONDS + 1)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('90 days') });
});
