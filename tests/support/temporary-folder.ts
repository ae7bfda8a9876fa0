import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, removed with the test. */
export const createTemporaryFolder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'reg-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
