import { decodeJwt, errors, type JWTHeaderParameters, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpConnections } from '../../ports/http.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { Audience, Caller, FanIssuer, TokenRequest, TokenSigner, TokenVerifier } from '../../ports/tokens.ts';
import { fanCaller, subjectOf } from './fan-caller.ts';
import { createFanIssuerCheck } from './fan-issuer-check.ts';
import { ALGORITHM, LONGEST_TTL_SECONDS } from './key-ring.ts';
import type { TokenKind } from './known-header.ts';
import { createSignatureThread } from './signatures.ts';
import { createSigningKeys, headerOf } from './signing-keys.ts';

export interface JoseTokensOptions {
  /** Holds the local keys under `signing-key`: PKCS#8 PEM, a private JWK, or the ring of a rotation. Made at the first start. */
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Makes each token's id (`jti`). */
  readonly random: Random;
  /** The `iss` of what is signed here. */
  readonly issuer: string;
  /** A further issuer of fans' tokens; null: none. */
  readonly fanIssuer: (FanIssuer & { readonly connections: HttpConnections }) | null;
  /** Whether our own tokens are checked in a thread of its own, for a server with many fans at once. Default: in libuv's pool. */
  readonly ownThread?: boolean;
}

export interface JoseTokens extends TokenSigner, TokenVerifier {
  /** Ends the thread, if there is one. Tokens are still signed and checked afterwards. */
  close(): Promise<void>;
}

const SKEW_SECONDS = 60;
const MAX_TOKEN_LENGTH = 8192;
/** App tokens come with the same bytes again and again; a few hundred are in use at a time. */
const MAX_CACHED = 1000;
const OPERATOR_AUDIENCES: readonly Audience[] = ['reg-workers', 'service:campaign', 'service:entry', 'service:user', 'service:code', 'service:export'];
/**
 * Signs and checks tokens with jose (docs/decisions/0020-rs256-for-tokens.md). The header's `typ` tells a fan's,
 * an app's and an operator's token apart, so that none passes for another. A fan's token is checked each time; an
 * app's is remembered by its text until it expires.
 */
export const createJoseTokens = async ({ secrets, clock, random, issuer, fanIssuer, ownThread = false }: JoseTokensOptions): Promise<JoseTokens> => {
  const thread = ownThread ? createSignatureThread() : null;
  const checked = new Map<string, CheckedToken>();
  let latest: CheckedToken | null = null;
  const forget = (): void => {
    checked.clear();
    latest = null;
  };
  const keys = await createSigningKeys({ secrets, clock, issuer, skewSeconds: SKEW_SECONDS, thread, changed: forget });
  const checkFan = fanIssuer === null ? null : createFanIssuerCheck({ ...fanIssuer, clock, skewSeconds: SKEW_SECONDS });
  const claimRules = () => ({ clockTolerance: SKEW_SECONDS, currentDate: new Date(clock.now()), requiredClaims: ['sub', 'exp', 'iat'] });

  const verifyLocal = async (token: string, audience: Audience): Promise<Caller> => {
    const known = keys.ofToken(token);
    if (known !== null) return accept(token, known.kind, await known.key.check.check(token, known.kind, audience, Math.floor(clock.now() / 1000)));
    const { payload, protectedHeader } = await jwtVerify(token, keys.ofHeader, { ...claimRules(), algorithms: [ALGORITHM], issuer, audience });
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
    if (checkFan !== null && audience === 'reg-workers' && decodeJwt(token).iss === fanIssuer?.issuer) return checkFan(token);
    return verifyLocal(token, audience);
  };

  return {
    sign: async (request) => {
      if (request.ttlSeconds > LONGEST_TTL_SECONDS) {
        throw new RegError('INPUT_INVALID', `A token holds for ${LONGEST_TTL_SECONDS / 86_400} days at most: ask for a shorter time, and for a new one later.`);
      }
      const { kid, privateKey } = await keys.signing();
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT({ token_use: request.kind, ...claimsOf(request) })
        .setProtectedHeader(headerOf(request.kind, kid))
        .setIssuer(issuer)
        .setAudience(audienceOf(request))
        .setSubject(request.kind === 'fan' ? request.globalUserId : request.name)
        .setIssuedAt(now)
        .setExpirationTime(now + request.ttlSeconds)
        .setJti(random.id())
        .sign(privateKey);
    },
    verify: async (token, audience) => {
      keys.renew();
      const known = remembered(token, audience);
      if (known !== null) return known;
      try {
        return await verify(token, audience);
      } catch (error) {
        if (error instanceof RegError) throw error;
        throw new RegError('TOKEN_INVALID', 'The token is not valid here: sign in again, or ask for a new one.', { cause: error });
      }
    },
    jwks: async () => {
      keys.renew();
      return { keys: keys.published() };
    },
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

const audienceOf = (request: TokenRequest): string | string[] =>
  request.kind === 'fan' ? 'reg-workers' : request.kind === 'app' ? request.audience : [...OPERATOR_AUDIENCES];

const claimsOf = (request: TokenRequest): Readonly<Record<string, string>> => {
  if (request.kind === 'app') return { scope: request.scopes.join(' ') };
  return request.kind === 'fan' && request.email !== undefined ? { email: request.email } : {};
};

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
