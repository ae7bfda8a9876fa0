import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteEngine, type SqliteEngine } from '../../src/adapters/sqlite/sqlite-engine.ts';

/** An embedded engine in a folder of its own, gone when the test is over; `reopen` is what a restart sees. */
export interface TemporaryEngine {
  readonly folder: string;
  readonly engine: SqliteEngine;
  reopen(): Promise<TemporaryEngine>;
  remove(): Promise<void>;
}

/** `cleanUp`: removes it when the test is over; default true. Inside a property test call `remove` instead. */
export const openTemporaryEngine = (cleanUp = true): TemporaryEngine => {
  const folder = mkdtempSync(join(tmpdir(), 'reg-engine-'));
  const open = (): TemporaryEngine => {
    const engine = openSqliteEngine(folder);
    return {
      folder,
      engine,
      reopen: async () => {
        await engine.close();
        return open();
      },
      remove: async () => {
        await engine.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  const opened = open();
  if (cleanUp) onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return opened;
};
