import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openSqliteEngine } from '../../src/adapters/sqlite/sqlite-engine.ts';
import { createSqliteEntryStore } from '../../src/adapters/sqlite/sqlite-entry-store.ts';
import { entryStoreContract } from '../contract/entry-store.contract.ts';

describe('the entry store on SQLite', () => {
  entryStoreContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reg-entry-store-'));
    const engine = openSqliteEngine(folder);
    const close = async () => {
      await engine.close();
      await rm(folder, { recursive: true });
    };
    return { store: createSqliteEntryStore({ engine }), close };
  });
});
