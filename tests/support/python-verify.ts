import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../verify/verify.py', import.meta.url));

/** Checks a pack by the second implementation; it exits with 1 where anything differs. */
export const verifyByPython = (folder: string): Promise<{ readonly status: number; readonly output: string }> =>
  new Promise((resolve) => {
    execFile('python3', [SCRIPT, folder], (error, stdout) => resolve({ status: error === null ? 0 : Number(error.code), output: stdout }));
  });
