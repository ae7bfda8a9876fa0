import { createSqliteExecutionStore } from '../../src/adapters/sqlite/sqlite-execution-store.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { describeExecutionStoreContract, type ExecutionStoreSubject } from './execution-store.contract.ts';

const subjects: Registry<'execution-store', () => Promise<ExecutionStoreSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const open = async (): Promise<ExecutionStoreSubject> => ({ store: createSqliteExecutionStore({ engine: await folder.open() }), restart: open });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeExecutionStoreContract(name, create);
