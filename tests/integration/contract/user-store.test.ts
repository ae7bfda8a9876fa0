import { createDynamoDBUserStore } from '../../../src/adapters/aws/dynamodb-user-store.ts';
import { createMongoUserStore } from '../../../src/adapters/mongo/mongo-user-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeUserStoreContract, type UserStoreSubject } from '../../contract/user-store.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';
import { createMongoSubject } from '../mongo-subject.ts';

const subjects: ServerRegistry<'user-store', () => Promise<UserStoreSubject>> = {
  dynamodb: async () => {
    const { client, tableName } = await createDynamoDBSubject('users');
    const clock = createSystemClock();
    const open = async () => createDynamoDBUserStore({ client, tableName, clock, random: createSystemRandom(clock) });
    return { store: await open(), restart: open };
  },
  mongo: async () => {
    const { connect } = await createMongoSubject();
    const clock = createSystemClock();
    const open = async () => createMongoUserStore({ mongo: connect(), clock, random: createSystemRandom(clock) });
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeUserStoreContract(name, create);
