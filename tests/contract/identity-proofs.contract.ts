import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { IdentityProofs } from '../../src/ports/identity-proofs.ts';
import { createKeyServer, createSignInKey } from '../support/key-server.ts';
import { createSetClock, type SetClock } from '../support/set-clock.ts';

export type CreateIdentityProofs = (options: { readonly clock: SetClock; readonly allowedHosts: readonly string[] }) => IdentityProofs;

const proof = { iss: 'https://id.example', sub: 'fan-1', exp: 1, tier: 2 };

/** What everybody who reads proofs of identity does. */
export const describeIdentityProofsContract = (adapter: string, create: CreateIdentityProofs): void => {
  const createWorld = async () => {
    const key = await createSignInKey();
    const server = await createKeyServer([key]);
    const clock = createSetClock();
    const proofs = create({ clock, allowedHosts: [new URL(server.jwksUri).host] });
    return { key, server, clock, proofs, jwks: { jwksUri: server.jwksUri }, pem: { publicKey: key.pem } };
  };

  describe(`identity proofs: ${adapter}`, () => {
    test.each(['RS256', 'PS384', 'ES256', 'ES512', 'EdDSA'])('what was signed with %s is told, by either kind of key, and not judged', async (algorithm) => {
      const { proofs, clock } = await createWorld();
      const key = await createSignInKey(algorithm);
      const server = await createKeyServer([key]);
      const token = await key.sign(proof);
      expect(await proofs.read(token, { publicKey: key.pem })).toEqual(proof);
      const both = create({ clock, allowedHosts: [new URL(server.jwksUri).host] });
      expect(await both.read(token, { jwksUri: server.jwksUri })).toEqual(proof);
    });

    test('what another key has signed, or was changed since, tells nothing', async () => {
      const { proofs, key, jwks, pem } = await createWorld();
      const stranger = await createSignInKey();
      const [header, , signature] = (await key.sign(proof)).split('.');
      const changed = `${header}.${Buffer.from(JSON.stringify({ ...proof, tier: 3 })).toString('base64url')}.${signature}`;
      for (const gate of [jwks, pem]) {
        expect(await proofs.read(await stranger.sign(proof), gate)).toBeNull();
        expect(await proofs.read(changed, gate)).toBeNull();
      }
    });

    test('no signature, and the public key used as a password, tell nothing', async () => {
      const { proofs, key, jwks, pem } = await createWorld();
      const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const none = `${part({ alg: 'none' })}.${part(proof)}.`;
      const body = `${part({ alg: 'HS256' })}.${part(proof)}`;
      const symmetric = `${body}.${createHmac('sha256', key.pem).update(body).digest('base64url')}`;
      for (const token of [none, symmetric]) for (const gate of [jwks, pem]) expect(await proofs.read(token, gate)).toBeNull();
    });

    test.each([
      ['JWT', true],
      ['idv+jwt', true],
      ['at+jwt', false],
      ['fan+jwt', false],
    ])('a token of the type %s: is it a proof? %s', async (typ, isOne) => {
      const { proofs, key, pem } = await createWorld();
      expect((await proofs.read(await key.sign(proof, { typ }), pem)) !== null).toBe(isOne);
    });

    test.each(['', 'a.b.c', 'x'.repeat(10_000), '..', 'a.b', '\u0000'])('what is no token tells nothing: %j', async (text) => {
      const { proofs, jwks, pem } = await createWorld();
      expect(await proofs.read(text, pem)).toBeNull();
      expect(await proofs.read(text, jwks)).toBeNull();
    });

    test('keys are kept, and found anew once a minute at most when a proof names another', async () => {
      const { proofs, key, jwks, server, clock } = await createWorld();
      const stranger = await createSignInKey();
      const forged = await stranger.sign(proof);
      expect(await proofs.read(await key.sign(proof), jwks)).toEqual(proof);
      for (let round = 0; round < 5; round += 1) expect(await proofs.read(forged, jwks)).toBeNull();
      expect(server.fetches()).toBe(1);
      server.publish([key, stranger]);
      clock.advance(60_000);
      expect(await Promise.all([forged, forged, forged].map((token) => proofs.read(token, jwks)))).toEqual([proof, proof, proof]);
      expect(server.fetches()).toBe(2);
    });

    test('an issuer that does not answer is a failure that may pass, and its last known keys stay', async () => {
      const { proofs, key, jwks, server, clock } = await createWorld();
      const token = await key.sign(proof);
      server.publish(503);
      await expect(proofs.read(token, jwks)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
      server.publish([key]);
      clock.advance(60_000);
      expect(await proofs.read(token, jwks)).toEqual(proof);
      server.publish(302);
      clock.advance(600_000);
      expect(await proofs.read(token, jwks)).toEqual(proof);
    });

    test('nobody is called whose host is not named, whatever a campaign says', async () => {
      const { key, server, clock } = await createWorld();
      const { port } = new URL(server.jwksUri);
      const token = await key.sign(proof);
      for (const allowedHosts of [[], ['id.example'], ['127.0.0.1'], [`localhost:${port}`]]) {
        const proofs = create({ clock, allowedHosts });
        await expect(proofs.read(token, { jwksUri: server.jwksUri })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
        await expect(proofs.read(token, { jwksUri: `http://id.example@127.0.0.1:${port}/keys` })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
      }
      expect(server.fetches()).toBe(0);
    });
  });
};
