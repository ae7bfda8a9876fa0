import type { IdvGate } from '../domain/campaign.ts';
import type { ProofClaims } from '../domain/identity-proof.ts';

/** Reads proofs of identity that fans bring along: signed by somebody whom a campaign trusts, never by us. */
export interface IdentityProofs {
  /**
   * What a proof (a JWS in compact form, RFC 7515) says, if its signature holds by the gate's key; null for anything else,
   * also where its header names no key of the issuer's. The claims are not judged: `provenTier` does that. Keys are kept,
   * and a key id that is not known has them fetched again at most once a minute. Throws `SERVICE_UNAVAILABLE` where the
   * issuer's keys cannot be fetched and none are known, `CONFIG_INVALID` where this system may not fetch from their host.
   */
  read(token: string, gate: Pick<IdvGate, 'jwksUri' | 'publicKey'>): Promise<ProofClaims | null>;
}
