import { createDynamoDBEntryTable } from '../../../src/adapters/aws/dynamodb-entry-table.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeEntryTableContract, type EntryTableSubject } from '../../contract/entry-table.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';

const subjects: ServerRegistry<'entry-table', () => Promise<EntryTableSubject>> = {
  dynamodb: async () => {
    const { client, tableName } = await createDynamoDBSubject('demand-table');
    const clock = createSystemClock();
    const open = async (): Promise<EntryTableSubject> => ({
      table: createDynamoDBEntryTable({ client, tableName, clock, random: createSystemRandom(clock) }),
      restart: open,
    });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeEntryTableContract(name, create);
