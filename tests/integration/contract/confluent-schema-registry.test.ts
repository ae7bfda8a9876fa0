import { randomUUID } from 'node:crypto';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeSchemaRegistryContract, type SchemaRegistrySubject } from '../../contract/schema-registry.contract.ts';
import { openTestRegistry } from '../schema-registry-subject.ts';

const subjects: ServerRegistry<'schema-registry', () => Promise<SchemaRegistrySubject>> = {
  confluent: async () => ({ ...openTestRegistry(), subject: `test-${randomUUID()}-value` }),
};

for (const [name, create] of Object.entries(subjects)) describeSchemaRegistryContract(name, create);
