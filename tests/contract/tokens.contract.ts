import { describe, expect, test } from 'vitest';
import type { TokenRequest, TokenSigner, TokenVerifier } from '../../src/ports/tokens.ts';
import type { SetClock } from '../support/set-clock.ts';

/** Tokens of one system, those of another with a key of its own, and their clock. */
export interface TokensSubject {
  readonly tokens: TokenSigner & TokenVerifier;
  readonly foreign: TokenSigner;
  readonly clock: SetClock;
}

const fan: TokenRequest = { kind: 'fan', globalUserId: 'fan-1', email: 'ann@example.org', ttlSeconds: 600 };
const app: TokenRequest = { kind: 'app', name: 'box-office', scopes: ['entries:write', 'entries:read'], audience: 'reg-workers', ttlSeconds: 600 };
const operator: TokenRequest = { kind: 'operator', name: 'olga', ttlSeconds: 600 };
const kinds = [
  ['a fan', fan],
  ['an app', app],
  ['an operator', operator],
] as const;
const refused = { code: 'TOKEN_INVALID' };

/** What every signer and verifier of tokens does. */
export const describeTokensContract = (adapter: string, create: () => Promise<TokensSubject>): void => {
  describe(`tokens: ${adapter}`, () => {
    test('a token says who calls', async () => {
      const { tokens } = await create();
      expect(await tokens.verify(await tokens.sign(fan), 'reg-workers')).toEqual({
        kind: 'fan',
        globalUserId: 'fan-1',
        email: 'ann@example.org',
        claims: {},
      });
      expect(await tokens.verify(await tokens.sign(app), 'reg-workers')).toEqual({
        kind: 'app',
        name: 'box-office',
        scopes: new Set(['entries:write', 'entries:read']),
      });
      expect(await tokens.verify(await tokens.sign(operator), 'reg-workers')).toEqual({ kind: 'operator', name: 'olga' });
    });

    test.each(kinds)("%s's token holds until it expires, and a minute more for clocks that differ", async (_, request) => {
      const { tokens, clock } = await create();
      const token = await tokens.sign(request);
      await tokens.verify(token, 'reg-workers');
      clock.advance(659_000);
      await tokens.verify(token, 'reg-workers');
      clock.advance(1000);
      await expect(tokens.verify(token, 'reg-workers')).rejects.toMatchObject(refused);
    });

    test.each(kinds)("%s's token from a key that is not ours is refused", async (_, request) => {
      const { tokens, foreign } = await create();
      await expect(tokens.verify(await foreign.sign(request), 'reg-workers')).rejects.toMatchObject(refused);
    });

    test('a token is for its audience alone; an operator may go everywhere', async () => {
      const { tokens } = await create();
      const forEntries = await tokens.sign({ ...app, audience: 'service:entry' });
      await tokens.verify(forEntries, 'service:entry');
      await expect(tokens.verify(forEntries, 'service:code')).rejects.toMatchObject(refused);
      await expect(tokens.verify(forEntries, 'reg-workers')).rejects.toMatchObject(refused);
      await expect(tokens.verify(await tokens.sign(app), 'service:entry')).rejects.toMatchObject(refused);
      await expect(tokens.verify(await tokens.sign(fan), 'service:entry')).rejects.toMatchObject(refused);
      await tokens.verify(await tokens.sign(operator), 'service:export');
    });

    test.each(kinds)("%s's token with one character changed is refused, wherever it is", async (_, request) => {
      const { tokens } = await create();
      const token = await tokens.sign(request);
      for (let at = 0; at < token.length - 1; at += 7) {
        const other = token[at] === 'A' ? 'B' : 'A';
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        await expect(tokens.verify(changed, 'reg-workers'), `at ${at}`).rejects.toMatchObject(refused);
      }
      await tokens.verify(token, 'reg-workers');
    });

    test.each(['', 'a', 'a.b', 'a.b.c', '..', '...', 'a.b.c.d.e', 'é.ü.ß', `${'a'.repeat(20_000)}.b.c`])('%j is no token', async (text) => {
      const { tokens } = await create();
      await expect(tokens.verify(text, 'reg-workers')).rejects.toMatchObject(refused);
    });

    test('the refusal says the same whatever was wrong', async () => {
      const { tokens, foreign } = await create();
      const attempts = [
        'nonsense',
        await foreign.sign(fan),
        await tokens.sign({ ...fan, ttlSeconds: -3600 }),
        await tokens.sign({ ...app, audience: 'service:code' }),
      ];
      const messages = await Promise.all(
        attempts.map((token) =>
          tokens.verify(token, 'reg-workers').then(
            () => 'held',
            (error: Error) => error.message,
          ),
        ),
      );
      expect(new Set(messages).size).toBe(1);
      expect(messages[0]).not.toBe('held');
    });

    test('the published keys are public, and checking with them is enough', async () => {
      const { tokens } = await create();
      const { keys } = await tokens.jwks();
      expect(keys).toHaveLength(1);
      for (const key of keys) {
        for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(secret);
        expect(key).toMatchObject({ use: 'sig', kid: expect.any(String), alg: expect.any(String) });
      }
    });
  });
};
