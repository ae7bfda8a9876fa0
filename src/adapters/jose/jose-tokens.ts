import { KeyObject } from 'node:crypto';
import {
  base64url,
  type CryptoKey,
  calculateJwkThumbprint,
  decodeJwt,
  errors,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importJWK,
  importPKCS8,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpConnections } from '../../ports/http.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { Audience, Caller, FanClaims, TokenRequest, TokenSigner, TokenVerifier } from '../../ports/tokens.ts';
import { createKnownHeaderCheck, type TokenKind } from './known-header.ts';
import { createRemoteKeys } from './remote-keys.ts';
import { checkInPool, createSignatureThread } from './signatures.ts';

export interface JoseTokensOptions {
  /** Holds the local key under `signing-key`: PKCS#8 PEM, or a private JWK. Made at the first start. */
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Makes each token's id (`jti`). */
  readonly random: Random;
  /** The `iss` of what is signed here. */
  readonly issuer: string;
  /** A further issuer of fans' tokens; null: none. */
  readonly fanIssuer: { readonly issuer: string; readonly jwksUri: string; readonly connections: HttpConnections } | null;
  /** Whether our own tokens are checked in a thread of its own, for a server with many fans at once. Default: in libuv's pool. */
  readonly ownThread?: boolean;
}

export interface JoseTokens extends TokenSigner, TokenVerifier {
  /** Ends the thread, if there is one. Tokens are still signed and checked afterwards. */
  close(): Promise<void>;
}

const ALGORITHM = 'RS256';
const KEY_BITS = 2048;
const SKEW_SECONDS = 60;
const MAX_TOKEN_LENGTH = 8192;
/** App tokens come with the same bytes again and again; a few hundred are in use at a time. */
const MAX_CACHED = 1000;
const OPERATOR_AUDIENCES: readonly Audience[] = ['reg-workers', 'service:campaign', 'service:entry', 'service:user', 'service:code', 'service:export'];
/** What OpenID Connect providers sign with (RFC 7518); nothing symmetric, and never `none`. */
const EXTERNAL_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const EXTERNAL_TYPES: ReadonlySet<string> = new Set(['jwt', 'at+jwt', 'application/at+jwt', 'fan+jwt']);

/**
 * Signs and checks tokens with jose (docs/decisions/0020-rs256-for-tokens.md). The header's `typ` tells a fan's,
 * an app's and an operator's token apart, so that none passes for another. A fan's token is checked each time; an
 * app's is remembered by its text until it expires.
 */
export const createJoseTokens = async ({ secrets, clock, random, issuer, fanIssuer, ownThread = false }: JoseTokensOptions): Promise<JoseTokens> => {
  const key = await readSigningKey(await secrets.getOrCreate('signing-key', makeSigningKey));
  const remoteKeys = fanIssuer === null ? null : createRemoteKeys({ uri: fanIssuer.jwksUri, connections: fanIssuer.connections, clock });
  const publicKey = KeyObject.from(key.publicKey);
  const thread = ownThread ? createSignatureThread(publicKey) : null;
  const isSigned = thread?.check ?? checkInPool(publicKey);
  const ownTokens = createKnownHeaderCheck({ isSigned, headers: key.headers, issuer, skewSeconds: SKEW_SECONDS });
  const checked = new Map<string, CheckedToken>();
  let latest: CheckedToken | null = null;
  const claimRules = () => ({ clockTolerance: SKEW_SECONDS, currentDate: new Date(clock.now()), requiredClaims: ['sub', 'exp', 'iat'] });

  const verifyLocal = async (token: string, audience: Audience): Promise<Caller> => {
    const kind = ownTokens.kindOf(token);
    if (kind !== null) return accept(token, kind, await ownTokens.check(token, kind, audience, Math.floor(clock.now() / 1000)));
    const { payload, protectedHeader } = await jwtVerify(token, key.publicKey, { ...claimRules(), algorithms: [ALGORITHM], issuer, audience });
    return accept(token, kindOf(protectedHeader), payload);
  };

  const accept = (token: string, kind: TokenKind, payload: JWTPayload): Caller => {
    const caller = localCaller(payload, kind);
    if (kind === 'app') remember(token, caller, payload);
    return caller;
  };

  const remember = (token: string, caller: Caller, { aud, exp }: JWTPayload): void => {
    const [oldest] = checked.size >= MAX_CACHED ? checked.keys() : [];
    if (oldest !== undefined) checked.delete(oldest);
    checked.set(token, { token, caller, audiences: typeof aud === 'string' ? [aud] : (aud ?? []), endsAt: ((exp ?? 0) + SKEW_SECONDS) * 1000 });
  };

  /** Comparing a long text with the one seen last takes a tenth of the time of hashing it. */
  const remembered = (token: string, audience: Audience): Caller | null => {
    const known = latest?.token === token ? latest : checked.get(token);
    if (known === undefined || !known.audiences.includes(audience)) return null;
    if (clock.now() >= known.endsAt) {
      checked.delete(token);
      latest = null;
      return null;
    }
    latest = known;
    return known.caller;
  };

  const verify = async (token: string, audience: Audience): Promise<Caller> => {
    if (token.length > MAX_TOKEN_LENGTH) throw new errors.JWTInvalid('too long');
    if (fanIssuer !== null && remoteKeys !== null && audience === 'reg-workers' && decodeJwt(token).iss === fanIssuer.issuer) {
      const rules = { ...claimRules(), algorithms: EXTERNAL_ALGORITHMS, issuer: fanIssuer.issuer, audience };
      const { payload, protectedHeader } = await jwtVerify(token, remoteKeys, rules);
      if (protectedHeader.typ !== undefined && !EXTERNAL_TYPES.has(protectedHeader.typ.toLowerCase())) throw new errors.JWTInvalid('type');
      return fanCaller(payload);
    }
    return verifyLocal(token, audience);
  };

  return {
    sign: (request) => {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT({ token_use: request.kind, ...claimsOf(request) })
        .setProtectedHeader(headerOf(request.kind, key.kid))
        .setIssuer(issuer)
        .setAudience(audienceOf(request))
        .setSubject(request.kind === 'fan' ? request.globalUserId : request.name)
        .setIssuedAt(now)
        .setExpirationTime(now + request.ttlSeconds)
        .setJti(random.id())
        .sign(key.privateKey);
    },
    verify: async (token, audience) => {
      const known = remembered(token, audience);
      if (known !== null) return known;
      try {
        return await verify(token, audience);
      } catch (error) {
        if (error instanceof RegError) throw error;
        throw new RegError('TOKEN_INVALID', 'The token is not valid here: sign in again, or ask for a new one.', { cause: error });
      }
    },
    jwks: async () => ({ keys: [key.published] }),
    close: async () => thread?.close(),
  };
};

/** An app's token that held when it was first seen. */
interface CheckedToken {
  readonly token: string;
  readonly caller: Caller;
  readonly audiences: readonly string[];
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly kid: string;
  /** Headers by kind, encoded as they begin a token. */
  readonly headers: Readonly<Record<TokenKind, string>>;
  readonly published: Readonly<Record<string, unknown>>;
}

const makeSigningKey = async (): Promise<Uint8Array> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: KEY_BITS, extractable: true });
  return new TextEncoder().encode(await exportPKCS8(privateKey));
};

const readSigningKey = async (secret: Uint8Array): Promise<SigningKey> => {
  try {
    const text = new TextDecoder().decode(secret).trim();
    const extractable = { extractable: true };
    const privateKey = text.startsWith('{') ? await importJWK(JSON.parse(text), ALGORITHM, extractable) : await importPKCS8(text, ALGORITHM, extractable);
    if (privateKey instanceof Uint8Array || privateKey.type !== 'private') throw new TypeError('not a private key');
    const { kty = '', n = '', e = '' } = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint({ kty, n, e });
    const publicKey = await importJWK({ kty, n, e }, ALGORITHM, { extractable: true });
    if (publicKey instanceof Uint8Array) throw new TypeError('not a public key');
    const encoded = (kind: TokenKind): string => base64url.encode(JSON.stringify(headerOf(kind, kid)));
    const headers = { fan: encoded('fan'), app: encoded('app'), operator: encoded('operator') };
    return { privateKey, publicKey, kid, headers, published: { kty, n, e, kid, alg: ALGORITHM, use: 'sig' } };
  } catch (cause) {
    // The cause may quote the key, so it stays out.
    const kind = cause instanceof Error ? cause.name : 'unknown error';
    throw new RegError('CONFIG_INVALID', `The secret signing-key has to be an RSA private key for RS256, as PKCS#8 PEM or JWK (${kind}).`);
  }
};

const audienceOf = (request: TokenRequest): string | string[] =>
  request.kind === 'fan' ? 'reg-workers' : request.kind === 'app' ? request.audience : [...OPERATOR_AUDIENCES];

const claimsOf = (request: TokenRequest): Readonly<Record<string, string>> => {
  if (request.kind === 'app') return { scope: request.scopes.join(' ') };
  return request.kind === 'fan' && request.email !== undefined ? { email: request.email } : {};
};

const headerOf = (kind: TokenKind, kid: string) => ({ alg: ALGORITHM, typ: `${kind}+jwt`, kid });

const kindOf = ({ typ }: JWTHeaderParameters): TokenKind => {
  const kind = TOKEN_KINDS.find((candidate) => typ === `${candidate}+jwt`);
  if (kind === undefined) throw new errors.JWTInvalid('type');
  return kind;
};

const TOKEN_KINDS: readonly TokenKind[] = ['fan', 'app', 'operator'];

const localCaller = (payload: JWTPayload, kind: TokenKind): Caller => {
  if (payload.token_use !== kind) throw new errors.JWTInvalid('type');
  if (kind === 'fan') return fanCaller(payload);
  if (kind === 'app') return { kind, name: subjectOf(payload), scopes: new Set(typeof payload.scope === 'string' ? payload.scope.split(' ') : []) };
  return { kind, name: subjectOf(payload) };
};

/** Claim names of OpenID Connect Core, 5.1. */
const fanCaller = (payload: JWTPayload): Caller => ({
  kind: 'fan',
  globalUserId: subjectOf(payload),
  // An address that the issuer says is unverified may be somebody else's.
  email: typeof payload.email === 'string' && payload.email !== '' && payload.email_verified !== false ? payload.email : null,
  claims: fanClaims(payload),
});

const fanClaims = (payload: JWTPayload): FanClaims => ({
  ...text('firstName', payload.given_name),
  ...text('lastName', payload.family_name),
  ...text('phoneNumber', payload.phone_number),
  ...text('memberId', payload.member_id),
});

const text = <K extends keyof FanClaims>(key: K, value: unknown): FanClaims => (typeof value === 'string' && value !== '' ? { [key]: value } : {});

/** The rule for a fan's id (services/schemas.ts): it becomes part of keys. */
const SUBJECT = /^[^#\s\p{Cc}]{1,128}$/u;

const subjectOf = ({ sub }: JWTPayload): string => {
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new errors.JWTInvalid('subject');
  return sub;
};
