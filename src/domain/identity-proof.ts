import type { IdvGate } from './campaign.ts';

/** What a signed proof of identity says, once its signature was found to hold; nothing in it is judged yet. */
export type ProofClaims = Readonly<Record<string, unknown>>;

/** The field of an entry that a proof comes in. It is the gate's: looked at there, and not stored. */
export const PROOF_FIELD = 'idvToken';

/** Whom a proof that names its readers has to be for (RFC 7519, 4.1.3). */
const AUDIENCE = 'reg-workers';
const SKEW_MS = 60_000;

/**
 * The tier that a proof gives a fan at an instant (UTC milliseconds); null where it proves nothing about them: it has to be
 * the gate's issuer's (`iss`), about this fan (`sub` is the globalUserId), within its time (`exp` is required, `nbf` is kept,
 * each with 60 s of skew), for us where it says for whom (`aud`), and name a `tier`, a whole number from 0.
 */
export const provenTier = (claims: ProofClaims, { issuer }: Pick<IdvGate, 'issuer'>, globalUserId: string, now: number): number | null => {
  const { iss, sub, aud, exp, nbf, tier } = claims;
  if (iss !== issuer || sub !== globalUserId) return null;
  if (aud !== undefined && aud !== AUDIENCE && !(Array.isArray(aud) && aud.includes(AUDIENCE))) return null;
  if (typeof exp !== 'number' || !(exp * 1000 > now - SKEW_MS)) return null;
  if (nbf !== undefined && (typeof nbf !== 'number' || !(nbf * 1000 <= now + SKEW_MS))) return null;
  return typeof tier === 'number' && Number.isSafeInteger(tier) && tier >= 0 ? tier : null;
};
