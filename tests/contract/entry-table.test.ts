import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { describeEntryTableContract, type EntryTableSubject } from './entry-table.contract.ts';

const subjects: Registry<'entry-table', () => Promise<EntryTableSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const clock = createSetClock();
    const open = async (): Promise<EntryTableSubject> => ({ table: createSqliteEntryTable({ engine: await folder.open(), clock }), restart: open });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeEntryTableContract(name, create);
