import { createSqliteEventLog } from '../../src/adapters/sqlite/sqlite-event-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { describeEventLogContract, type EventLogSubject } from './event-log.contract.ts';

const subjects: Registry<'event-log', () => Promise<EventLogSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const open = async (): Promise<EventLogSubject> => ({ log: createSqliteEventLog({ engine: await folder.open() }), restart: open });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeEventLogContract(name, create);
