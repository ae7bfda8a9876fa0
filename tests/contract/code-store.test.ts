import { createSqliteCodeStore } from '../../src/adapters/sqlite/sqlite-code-store.ts';
import { openTemporaryEngine } from '../support/temporary-engine.ts';
import { codeStoreContract } from './code-store.contract.ts';

codeStoreContract('sqlite', async () => {
  const opened = openTemporaryEngine();
  return { store: createSqliteCodeStore(opened.engine), restarted: async () => createSqliteCodeStore((await opened.reopen()).engine) };
});
