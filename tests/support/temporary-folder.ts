import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, by default removed with the test. */
export const createTemporaryFolder = (atEnd: (end: () => void) => void = onTestFinished): string => {
  const path = mkdtempSync(join(tmpdir(), 'reg-'));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
