import { createSqliteAuditLog } from '../../src/adapters/sqlite/sqlite-audit-log.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { type AuditLogSubject, describeAuditLogContract } from './audit-log.contract.ts';

const subjects: Registry<'audit-log', () => Promise<AuditLogSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const clock = createSetClock();
    const open = async (): Promise<AuditLogSubject> => ({ log: createSqliteAuditLog({ engine: await folder.open(), clock }), restart: open });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeAuditLogContract(name, create);
