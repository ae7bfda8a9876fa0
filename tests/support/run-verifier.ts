import { execFile } from 'node:child_process';
import { join } from 'node:path';

const VERIFIER = join(import.meta.dirname, '../../verify/verify.py');

/** Runs the second implementation; it exits with 1 where anything differs. */
export const runPython = (folder: string): Promise<{ readonly status: number; readonly output: string }> =>
  new Promise((resolve) => {
    execFile('python3', [VERIFIER, folder], (error, stdout) => resolve({ status: error === null ? 0 : Number(error.code), output: stdout }));
  });
