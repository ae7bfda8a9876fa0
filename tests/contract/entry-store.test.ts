import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openSqliteEngine } from '../../src/adapters/sqlite/sqlite-engine.ts';
import { createSqliteEntryStore } from '../../src/adapters/sqlite/sqlite-entry-store.ts';
import type { EntryStore } from '../../src/ports/entry-store.ts';
import type { Registry } from './adapters.ts';
import { entryStoreContract } from './entry-store.contract.ts';

const subjects: Registry<'entry-store', () => Promise<{ readonly store: EntryStore; readonly close: () => Promise<void> }>> = {
  sqlite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reg-entry-store-'));
    const engine = openSqliteEngine(folder);
    const close = async () => {
      await engine.close();
      await rm(folder, { recursive: true });
    };
    return { store: createSqliteEntryStore({ engine }), close };
  },
};

for (const [name, open] of Object.entries(subjects)) describe(`the entry store on ${name}`, () => entryStoreContract(open));
