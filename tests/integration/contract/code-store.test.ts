import { createDynamoDBCodeStore } from '../../../src/adapters/aws/dynamodb-code-store.ts';
import { createMongoCodeStore } from '../../../src/adapters/mongo/mongo-code-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { type CodeStoreSubject, describeCodeStoreContract } from '../../contract/code-store.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';
import { createMongoSubject } from '../mongo-subject.ts';

const clock = createSystemClock();
const random = createSystemRandom(clock);

const subjects: ServerRegistry<'code-store', () => Promise<CodeStoreSubject>> = {
  dynamodb: async () => {
    const { client, tableName } = await createDynamoDBSubject('codes');
    const open = async () => createDynamoDBCodeStore({ client, tableName, clock, random });
    return { store: await open(), restart: open };
  },
  mongo: async () => {
    const { mongo, connect } = await createMongoSubject();
    return { store: createMongoCodeStore({ mongo, clock, random }), restart: async () => createMongoCodeStore({ mongo: connect(), clock, random }) };
  },
};

for (const [name, create] of Object.entries(subjects)) describeCodeStoreContract(name, create, { runs: 12, steps: 40 });
