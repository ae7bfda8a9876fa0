import { createDynamoDBCodeStore } from '../../../src/adapters/aws/dynamodb-code-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { type CodeStoreSubject, describeCodeStoreContract } from '../../contract/code-store.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';

const subjects: ServerRegistry<'code-store', () => Promise<CodeStoreSubject>> = {
  dynamodb: async () => {
    const { client, tableName } = await createDynamoDBSubject('codes');
    const clock = createSystemClock();
    const open = async () => createDynamoDBCodeStore({ client, tableName, clock, random: createSystemRandom(clock) });
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeCodeStoreContract(name, create);
