import { createSqliteDrawStore } from '../../src/adapters/sqlite/sqlite-draw-store.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { type DrawStoreSubject, describeDrawStoreContract } from './draw-store.contract.ts';

const subjects: Registry<'draw-store', () => Promise<DrawStoreSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const open = async () => createSqliteDrawStore({ engine: await folder.open() });
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeDrawStoreContract(name, create);
