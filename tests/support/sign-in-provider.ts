import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type JWK } from 'oidc-provider';
import { expect, onTestFinished } from 'vitest';

/** A real OpenID Connect provider on a port of this machine, with a public client that fans sign in through. */
export interface SignInProvider {
  readonly issuer: string;
  /** Authorization code flow with PKCE, as a page or an app in the fan's hands does it. The fan's address is `<sub>@example.org`. */
  signIn(sub: string): Promise<{ readonly idToken: string; readonly accessToken: string }>;
  /** Publishes these keys from now on; the first of them signs. */
  publish(keys: readonly JWK[]): void;
  /** Whether it answers anybody. */
  setAway(isAway: boolean): void;
  /** How often its keys were asked for, and its description. */
  readonly asked: { keys: number; description: number };
}

export const CLIENT_ID = 'tickets-web';
export const API = 'https://api.tickets.example';
const REDIRECT_URI = 'http://127.0.0.1/callback';
const DAY = 86_400;

export const createProviderKey = (kid: string, algorithm: 'ES256' | 'RS256'): JWK => {
  const { privateKey } = algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid, alg: algorithm, use: 'sig' };
};

const configurationOf = (keys: readonly JWK[]): Configuration => ({
  jwks: { keys },
  clients: [
    {
      client_id: CLIENT_ID,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [REDIRECT_URI],
      id_token_signed_response_alg: keys[0]?.alg as 'ES256',
    },
  ],
  cookies: { keys: ['only for tests'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
  conformIdTokenClaims: false,
  ttl: { AccessToken: DAY, IdToken: DAY, AuthorizationCode: 60, Grant: DAY, Interaction: 3600, Session: DAY },
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: () => ({ sub, email: `${sub}@example.org`, email_verified: !sub.startsWith('unverified'), given_name: 'Ann', family_name: 'Lee' }),
  }),
  extraTokenClaims: (_, token) => ('accountId' in token ? { email: `${token.accountId}@example.org`, email_verified: true } : undefined),
  features: {
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => API,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'registrations',
        audience: API,
        accessTokenFormat: 'jwt',
        accessTokenTTL: DAY,
        jwt: { sign: { alg: keys[0]?.alg as 'ES256' } },
      }),
    },
  },
});

export const createSignInProvider = async (keys: readonly JWK[]): Promise<SignInProvider> => {
  let answer: ReturnType<Provider['callback']> | null = null;
  let isAway = false;
  const asked = { keys: 0, description: 0 };
  const server = createServer((request, response) => {
    if (request.url === '/jwks') asked.keys += 1;
    if (request.url === '/.well-known/openid-configuration') asked.description += 1;
    if (isAway || answer === null) response.destroy();
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publish = (published: readonly JWK[]): void => {
    answer = quietly(() => new Provider(issuer, configurationOf(published))).callback();
  };
  publish(keys);
  return {
    issuer,
    publish,
    asked,
    setAway: (away) => {
      isAway = away;
    },
    signIn: (sub) => signIn(issuer, sub),
  };
};

/** It warns on the console of what it is for: development. */
const quietly = <T>(make: () => T): T => {
  const { warn } = console;
  console.warn = () => {};
  try {
    return make();
  } finally {
    console.warn = warn;
  }
};

const signIn = async (issuer: string, sub: string): Promise<{ readonly idToken: string; readonly accessToken: string }> => {
  const browse = createBrowser(issuer);
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: 'openid email profile registrations',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'a-state',
    nonce: 'a-nonce',
  });
  let place = await browse(`/auth?${query}`);
  for (const form of [{ prompt: 'login', login: sub, password: 'any' }, { prompt: 'consent' }]) {
    place = await browse(await browse(place, form));
  }
  const back = new URL(place).searchParams;
  expect(back.get('state')).toBe('a-state');
  const answered = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      code: back.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
    }),
  });
  const { id_token: idToken, access_token: accessToken } = (await answered.json()) as { readonly id_token: string; readonly access_token: string };
  return { idToken, accessToken };
};

/** Asks for pages and sends forms as a browser does, keeping cookies; gives where the answer leads. */
const createBrowser = (issuer: string): ((place: string, form?: Readonly<Record<string, string>>) => Promise<string>) => {
  const cookies = new Map<string, string>();
  return async (place, form) => {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(new URL(place, issuer), {
      redirect: 'manual',
      headers,
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const next = response.headers.get('location');
    expect(next, `${response.status} at ${place}: ${await response.text()}`).not.toBeNull();
    return next ?? '';
  };
};
