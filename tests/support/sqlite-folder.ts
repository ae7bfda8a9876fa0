import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteEngine, type SqliteEngine, type SqliteEngineOptions } from '../../src/adapters/sqlite/sqlite-engine.ts';

/** A data folder of one test, removed with it. */
export interface SqliteFolder {
  readonly path: string;
  /** Opens the folder, after closing it if it is open. */
  open(options?: SqliteEngineOptions): Promise<SqliteEngine>;
}

export const createSqliteFolder = (): SqliteFolder => {
  const path = mkdtempSync(join(tmpdir(), 'reg-'));
  let engine: SqliteEngine | null = null;
  onTestFinished(async () => {
    await engine?.close();
    rmSync(path, { recursive: true });
  });
  return {
    path,
    open: async (options) => {
      await engine?.close();
      engine = openSqliteEngine(path, options);
      return engine;
    },
  };
};
