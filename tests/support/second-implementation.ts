import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackText } from './draw-pack.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

const SCRIPT = join(import.meta.dirname, '../../verify/verify.py');

/** Runs the second implementation on a pack's folder; it exits with 1 where anything differs. */
export const runPython = (folder: string): Promise<{ readonly status: number; readonly output: string }> =>
  new Promise((resolve) => {
    execFile('python3', [SCRIPT, folder], (error, stdout) => resolve({ status: error === null ? 0 : Number(error.code), output: stdout }));
  });

/** Writes a pack into a folder of its own. */
export const folderOf = async (pack: PackText): Promise<string> => {
  const folder = createTemporaryFolder();
  for (const [name, text] of [
    ['rules.json', pack.rules],
    ['entrants.csv', pack.entrants],
    ['results.csv', pack.results],
    ['draw.json', pack.draw],
  ] as const)
    await writeFile(join(folder, name), text);
  return folder;
};
