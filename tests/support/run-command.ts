import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How the real command ended, and what it said. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ENTRY = fileURLToPath(new URL('../../src/cli/reg.ts', import.meta.url));

/**
 * Runs `reg` as a process of its own, with no setting of the machine that the tests run on. It is killed, as by a power
 * cut, once `killWhen` holds of what it has written to stderr.
 */
export const runCommand = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  killWhen: (stderr: string) => boolean = () => false,
): Promise<CommandResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (killWhen(stderr)) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
