import { errors, type JWTHeaderParameters, type JWTPayload, type JWTVerifyOptions, type JWTVerifyResult, jwtVerify } from 'jose';
import type { Clock } from '../../ports/clock.ts';
import type { HttpConnections } from '../../ports/http.ts';
import type { Caller, FanIssuer } from '../../ports/tokens.ts';
import { fanCaller } from './fan-caller.ts';
import { createRemoteKeys, type KeyFinder } from './remote-keys.ts';

/** What OpenID Connect providers sign with (RFC 7518, RFC 8037, RFC 9864); nothing symmetric, and never `none`. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

export interface FanIssuerCheckOptions extends FanIssuer {
  readonly connections: HttpConnections;
  readonly clock: Clock;
  readonly skewSeconds: number;
}

/**
 * Checks ID tokens and JWT access tokens of a company's own sign-in: signature by its published keys, issuer, audience,
 * type, expiry. Rejects for any that does not hold.
 */
export const createFanIssuerCheck = (options: FanIssuerCheckOptions): ((token: string) => Promise<Caller>) => {
  const { issuer, audiences, types, clock, skewSeconds } = options;
  const keys = createRemoteKeys(options);
  return async (token) => {
    const rules = {
      issuer,
      algorithms: ALGORITHMS,
      clockTolerance: skewSeconds,
      currentDate: new Date(clock.now()),
      requiredClaims: ['sub', 'exp', 'iat'],
    };
    const { payload, protectedHeader } = await verifyWithAny(token, keys, rules);
    if (!types.includes(typeOf(protectedHeader))) throw new errors.JWTClaimValidationFailed('unexpected "typ" header', payload, 'typ');
    if (!audienceOf(payload).some((audience) => audiences.includes(audience)))
      throw new errors.JWTClaimValidationFailed('unexpected "aud" claim value', payload, 'aud');
    checkUse(payload);
    return fanCaller(payload);
  };
};

/** A token that names no key may fit several (RFC 7515, 4.1.4), so each is tried. */
const verifyWithAny = async (token: string, keys: KeyFinder, rules: JWTVerifyOptions): Promise<JWTVerifyResult> => {
  try {
    return await jwtVerify(token, keys, rules);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return await jwtVerify(token, key, rules);
      } catch (failure) {
        if (!(failure instanceof errors.JWSSignatureVerificationFailed)) throw failure;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
};

const typeOf = ({ typ }: JWTHeaderParameters): string => (typ === undefined ? 'none' : typ.toLowerCase().replace(/^application\//, ''));

/** Some issuers' access tokens have no audience and name the client alone (Amazon Cognito, "Understanding the access token"). */
const audienceOf = ({ aud, client_id }: JWTPayload): readonly string[] => {
  if (aud !== undefined) return typeof aud === 'string' ? [aud] : aud;
  return typeof client_id === 'string' ? [client_id] : [];
};

/**
 * Logout tokens have issuer, audience and subject like an ID token, and `events` (OpenID Connect Back-Channel Logout, 2.4).
 * A token that is bound to a key (`cnf`, RFC 7800) is no bearer token: whoever shows it would have to prove the key.
 */
const checkUse = (payload: JWTPayload): void => {
  for (const claim of ['events', 'cnf']) {
    if (payload[claim] !== undefined) throw new errors.JWTClaimValidationFailed(`unexpected "${claim}" claim`, payload, claim);
  }
};
