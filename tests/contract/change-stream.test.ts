import { createSqliteChangeStream } from '../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { type ChangeStreamSubject, CONTRACT_CONSUMERS, describeChangeStreamContract } from './change-stream.contract.ts';

const subjects: Registry<'change-stream', () => Promise<ChangeStreamSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const clock = createSetClock();
    const open = async (): Promise<ChangeStreamSubject> => {
      const engine = await folder.open();
      const table = createSqliteEntryTable({ engine, clock });
      return { table, stream: createSqliteChangeStream({ engine, clock, consumers: CONTRACT_CONSUMERS }), clock, restart: open };
    };
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeChangeStreamContract(name, create);
