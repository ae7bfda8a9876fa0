import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import { createJoseIdentityProofs } from '../../src/adapters/jose/jose-identity-proofs.ts';
import type { Registry } from './adapters.ts';
import { type CreateIdentityProofs, describeIdentityProofsContract } from './identity-proofs.contract.ts';

const connections = createUndiciConnections({ connections: 1, maxAnswerBytes: 1_000_000 });

const subjects: Registry<'identity-proofs', CreateIdentityProofs> = {
  jose: (options) => createJoseIdentityProofs({ ...options, connections }),
};

for (const [name, create] of Object.entries(subjects)) describeIdentityProofsContract(name, create);
