import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';

/** A key of a sign-in, with what it signs. */
export interface SignInKey {
  readonly published: JWK;
  /** The public half (SPKI). */
  readonly pem: string;
  sign(claims: JWTPayload, header?: Readonly<Record<string, string>>): Promise<string>;
}

export const createSignInKey = async (algorithm = 'ES256'): Promise<SignInKey> => {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    pem: await exportSPKI(publicKey),
    published: { ...jwk, kid, alg: algorithm, use: 'sig' },
    sign: (claims, header = { typ: 'JWT' }) => new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid, ...header }).sign(privateKey),
  };
};

/** A sign-in that publishes keys, as an OpenID Connect issuer does; counts how often they are fetched. */
export interface KeyServer {
  /** Describes itself below it, at `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly jwksUri: string;
  readonly fetches: () => number;
  /** Resolves when its keys are fetched the next time. */
  nextFetch(): Promise<void>;
  /** Answered from now on; a number is a status without keys. */
  publish(keys: readonly SignInKey[] | number): void;
  /** What it says of itself from now on; a number is a status without a description. */
  describe(description: object | number): void;
  /** Nothing is answered until what this gives is called. */
  hold(): () => void;
}

/** `atEnd`: by default it is closed when the test is over. */
export const createKeyServer = async (keys: readonly SignInKey[], atEnd: (end: () => void) => void = onTestFinished): Promise<KeyServer> => {
  let published: readonly SignInKey[] | number = keys;
  let description: object | number = 404;
  let fetches = 0;
  const waiting: (() => void)[] = [];
  let free: Promise<void> = Promise.resolve();
  const answer = (url: string | undefined): object | number => {
    if (url === '/.well-known/openid-configuration') return description;
    fetches += 1;
    for (const tell of waiting.splice(0)) tell();
    return typeof published === 'number' ? published : { keys: published.map((key) => key.published) };
  };
  const server = createServer(async (request, response) => {
    const body = answer(request.url);
    await free;
    if (typeof body === 'number') response.writeHead(body, { location: '/elsewhere' }).end('{}');
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  description = { issuer, jwks_uri: `${issuer}/keys` };
  return {
    issuer,
    jwksUri: `${issuer}/keys`,
    fetches: () => fetches,
    nextFetch: () => new Promise((resolve) => waiting.push(resolve)),
    publish: (next) => {
      published = next;
    },
    describe: (next) => {
      description = next;
    },
    hold: () => {
      const held = Promise.withResolvers<void>();
      free = held.promise;
      return held.resolve;
    },
  };
};
