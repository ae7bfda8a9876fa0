import { RegError } from '../errors.ts';
import type { ResolverIdentity } from '../middleware/lambda.ts';
import type { Caller } from '../ports/tokens.ts';

/** What a caller without a token may send: AppSync, the cloud's front door, takes no request without the header. */
export const ANONYMOUS = 'anonymous';

/** The bearer token of an `authorization` header (RFC 6750, 2.1); null where there is no header, or `anonymous`. */
export const bearerToken = (authorization: string | undefined): string | null => {
  if (authorization === undefined || authorization === ANONYMOUS) return null;
  if (authorization.length > 7 && authorization.slice(0, 7).toLowerCase() === 'bearer ') return authorization.slice(7).trim();
  throw new RegError('TOKEN_INVALID', 'The authorization header has to be `Bearer`, a space and a token.');
};

/** The caller as AppSync passes an OpenID Connect identity on; `callerOf` in the middleware reads it back. */
export const identityOf = (caller: Caller, issuer: string): ResolverIdentity => {
  if (caller.kind === 'operator') return { sub: caller.name, issuer, claims: { token_use: 'operator' } };
  if (caller.kind === 'app') return { sub: caller.name, issuer, claims: { token_use: 'app', scope: [...caller.scopes].join(' ') } };
  const { firstName, lastName, phoneNumber, memberId } = caller.claims;
  return {
    sub: caller.globalUserId,
    issuer,
    claims: {
      token_use: 'fan',
      email: caller.email,
      given_name: firstName,
      family_name: lastName,
      phone_number: phoneNumber,
      member_id: memberId,
    },
  };
};
