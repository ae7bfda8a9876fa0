import { createPublicKey, type KeyObject } from 'node:crypto';
import { compactVerify, type JWTHeaderParameters } from 'jose';
import type { ProofClaims } from '../../domain/identity-proof.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpConnections } from '../../ports/http.ts';
import type { IdentityProofs } from '../../ports/identity-proofs.ts';
import { createRemoteKeys, type KeyFinder } from './remote-keys.ts';

export interface JoseIdentityProofsOptions {
  readonly connections: HttpConnections;
  readonly clock: Clock;
  /** Hosts, as `id.example` or `id.example:8443`, that keys may be fetched from: a campaign's file must not make the system call anybody. */
  readonly allowedHosts: readonly string[];
}

const MAX_TOKEN_LENGTH = 8192;
/** Issuers and keys in use at a time are a few; a campaign file that is put again and again must not fill the memory. */
const MAX_KNOWN = 100;
/** RFC 7518 and RFC 8037; nothing symmetric, as the key is public, and never `none`. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** A token of another kind, one to sign in with for instance, is no proof (RFC 8725, 3.11). */
const TYPES: ReadonlySet<string> = new Set(['jwt', 'idv+jwt']);

/** Checks proofs of identity with jose. The keys of one issuer are fetched once for all campaigns that name it. */
export const createJoseIdentityProofs = ({ connections, clock, allowedHosts }: JoseIdentityProofsOptions): IdentityProofs => {
  const allowed = new Set(allowedHosts);
  const issuers = new Map<string, KeyFinder>();
  const keys = new Map<string, KeyObject | null>();

  const issuerAt = (uri: string): KeyFinder => {
    const { host } = new URL(uri);
    if (!allowed.has(host)) throw new RegError('CONFIG_INVALID', `A campaign's gate has its keys at ${host}, which is not named in REG_IDV_HOSTS.`);
    return remembered(issuers, uri, () =>
      createRemoteKeys({ issuer: host, jwksUri: uri, connections, clock, unreachable: `The keys of identity proofs cannot be fetched from ${host}.` }),
    );
  };

  const verified = async (token: string, { jwksUri, publicKey }: Parameters<IdentityProofs['read']>[1]) => {
    const options = { algorithms: ALGORITHMS };
    if (jwksUri !== undefined) return compactVerify(token, issuerAt(jwksUri), options);
    const key = publicKey === undefined ? null : remembered(keys, publicKey, () => keyOf(publicKey));
    return key === null ? null : compactVerify(token, key, options);
  };

  return {
    read: async (token, gate) => {
      if (token.length > MAX_TOKEN_LENGTH) return null;
      try {
        const proof = await verified(token, gate);
        return proof === null || !isProof(proof.protectedHeader) ? null : claimsIn(proof.payload);
      } catch (error) {
        if (error instanceof RegError) throw error;
        // Whatever jose has against a token is said to nobody: to the fan it proves nothing.
        return null;
      }
    },
  };
};

const isProof = ({ typ }: JWTHeaderParameters): boolean => typ === undefined || TYPES.has(typ.toLowerCase());

const claimsIn = (payload: Uint8Array): ProofClaims | null => {
  const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
  return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? (claims as ProofClaims) : null;
};

const keyOf = (pem: string): KeyObject | null => {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
};

/** The value of a key, made once; the one that was made first goes when there are too many. */
const remembered = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  const there = known.get(key);
  if (there !== undefined) return there;
  const [oldest] = known.size >= MAX_KNOWN ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
  const made = make();
  known.set(key, made);
  return made;
};
