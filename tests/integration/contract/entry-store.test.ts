import { describe } from 'vitest';
import { createDynamoDBEntryStore } from '../../../src/adapters/aws/dynamodb-entry-store.ts';
import { createMongoEntryStore } from '../../../src/adapters/mongo/mongo-entry-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { EntryStore } from '../../../src/ports/entry-store.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { entryStoreContract } from '../../contract/entry-store.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';
import { createMongoSubject } from '../mongo-subject.ts';

const clock = createSystemClock();
const random = createSystemRandom(clock);

const subjects: ServerRegistry<'entry-store', () => Promise<{ readonly store: EntryStore; readonly close: () => Promise<void> }>> = {
  dynamodb: async () => {
    const { client, tableName } = await createDynamoDBSubject('entries');
    return { store: createDynamoDBEntryStore({ client, tableName, clock, random }), close: async () => client.destroy() };
  },
  mongo: async () => {
    const { mongo } = await createMongoSubject();
    return { store: createMongoEntryStore({ mongo, random }), close: () => mongo.close() };
  },
};

for (const [name, open] of Object.entries(subjects)) describe(`the entry store on ${name}`, () => entryStoreContract(open, { lives: 20, worlds: 40 }));
