import { createJoseIdentityProofs } from '../../../adapters/jose/jose-identity-proofs.ts';
import type { IdentityProofs } from '../../../ports/identity-proofs.ts';
import { httpConnections } from '../clients/http.ts';
import type { Make } from '../cloud.ts';

/** Proofs of identity, with each issuer's keys kept in the container. */
export const identityProofs: Make<IdentityProofs> = ({ config, clock }) =>
  createJoseIdentityProofs({ connections: httpConnections(), clock, allowedHosts: config.idvHosts });
