import { createSqliteScheduleMemory } from '../../src/adapters/sqlite/sqlite-schedule-memory.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { describeScheduleMemoryContract, type ScheduleMemorySubject } from './schedule-memory.contract.ts';

const subjects: Registry<'schedule-memory', () => Promise<ScheduleMemorySubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const open = async (): Promise<ScheduleMemorySubject> => ({ memory: createSqliteScheduleMemory({ engine: await folder.open() }), restart: open });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeScheduleMemoryContract(name, create);
