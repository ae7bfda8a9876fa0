import { createSqliteUserStore } from '../../src/adapters/sqlite/sqlite-user-store.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { describeUserStoreContract, type UserStoreSubject } from './user-store.contract.ts';

const subjects: Registry<'user-store', () => Promise<UserStoreSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const open = async () => createSqliteUserStore(await folder.open());
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeUserStoreContract(name, create);
