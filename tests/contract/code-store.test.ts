import { createSqliteCodeStore } from '../../src/adapters/sqlite/sqlite-code-store.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { type CodeStoreSubject, describeCodeStoreContract } from './code-store.contract.ts';

const subjects: Registry<'code-store', () => Promise<CodeStoreSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const open = async () => createSqliteCodeStore(await folder.open());
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeCodeStoreContract(name, create);
