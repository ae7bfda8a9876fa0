import { createDynamoDBDrawStore } from '../../../src/adapters/aws/dynamodb-draw-store.ts';
import { createMongoDrawStore } from '../../../src/adapters/mongo/mongo-draw-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { type DrawStoreSubject, describeDrawStoreContract } from '../../contract/draw-store.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';
import { createMongoSubject } from '../mongo-subject.ts';

const subjects: ServerRegistry<'draw-store', () => Promise<DrawStoreSubject>> = {
  dynamodb: async () => {
    const table = await createDynamoDBSubject('campaigns');
    const clock = createSystemClock();
    const open = async () => createDynamoDBDrawStore({ ...table, clock, random: createSystemRandom(clock) });
    return { store: await open(), restart: open };
  },
  mongo: async () => {
    const { connect } = await createMongoSubject();
    const clock = createSystemClock();
    const open = async () => createMongoDrawStore({ mongo: connect(), clock, random: createSystemRandom(clock) });
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeDrawStoreContract(name, create);
