import { errors, type JWTPayload } from 'jose';
import type { SignatureCheck } from './signatures.ts';

export type TokenKind = 'fan' | 'app' | 'operator';

export interface KnownHeaderOptions {
  readonly isSigned: SignatureCheck;
  /** The header of each kind as it is signed here, letter for letter: it pins algorithm, type and key. */
  readonly headers: Readonly<Record<TokenKind, string>>;
  readonly issuer: string;
  readonly skewSeconds: number;
}

export interface KnownHeaderCheck {
  /** Which kind of token begins as ours do; null for any other, which jose has to look at. */
  kindOf(token: string): TokenKind | null;
  /** The claims of a token that holds; rejects for one that does not. `now`: seconds since the epoch. */
  check(token: string, kind: TokenKind, audience: string, now: number): Promise<JWTPayload>;
}

/**
 * The short way for tokens that were signed here: the header is compared, not read, so what is left is one
 * signature and five claims. jose's reading of each part takes as long as the signature itself
 * (docs/decisions/0020-rs256-for-tokens.md); tests hold both ways to the same answers.
 */
export const createKnownHeaderCheck = ({ isSigned, headers, issuer, skewSeconds }: KnownHeaderOptions): KnownHeaderCheck => {
  const beginnings = (Object.entries(headers) as [TokenKind, string][]).map(([kind, header]) => ({ kind, beginning: `${header}.` }));
  return {
    kindOf: (token) => beginnings.find(({ beginning }) => token.startsWith(beginning))?.kind ?? null,
    check: async (token, kind, audience, now) => {
      const end = token.lastIndexOf('.');
      if (!(await isSigned(token.slice(0, end), token.slice(end + 1)))) throw new errors.JWSSignatureVerificationFailed();
      // Signed here, so it is the object of claims that was written here.
      const payload = JSON.parse(Buffer.from(token.slice(headers[kind].length + 1, end), 'base64url').toString('utf8')) as JWTPayload;
      checkClaims(payload, { issuer, audience, now, skewSeconds });
      return payload;
    },
  };
};

interface ClaimRules {
  readonly issuer: string;
  readonly audience: string;
  readonly now: number;
  readonly skewSeconds: number;
}

/** RFC 7519, 4.1, with `sub`, `exp` and `iat` required. */
const checkClaims = ({ iss, aud, sub, exp, iat, nbf }: JWTPayload, { issuer, audience, now, skewSeconds }: ClaimRules): void => {
  if (iss !== issuer) throw new errors.JWTInvalid('iss');
  if (aud !== audience && !(Array.isArray(aud) && aud.includes(audience))) throw new errors.JWTInvalid('aud');
  if (typeof sub !== 'string' || typeof iat !== 'number') throw new errors.JWTInvalid('sub, iat');
  if (typeof exp !== 'number' || exp <= now - skewSeconds) throw new errors.JWTInvalid('exp');
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf > now + skewSeconds)) throw new errors.JWTInvalid('nbf');
};
