import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface SystemProcess {
  readonly url: string;
  readonly dataFolder: string;
  /** What it logged is in there. */
  readonly logFile: string;
  stop(): Promise<void>;
}

export interface SystemProcessOptions {
  readonly dataFolder: string;
  /** What its clock begins with, UTC milliseconds. */
  readonly startAt: number;
  /** Which servers it uses. */
  readonly env: Readonly<Record<string, string>>;
}

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));

/** The whole system in a process of its own, as `reg serve` runs it. Rejects where it does not start, with its last line. */
export const startSystem = async ({ dataFolder, startAt, env }: SystemProcessOptions): Promise<SystemProcess> => {
  await mkdir(dataFolder, { recursive: true });
  const logFile = join(dataFolder, 'log.jsonl');
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [SERVE, String(startAt)], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', REG_DATA: dataFolder, REG_ADDRESS_RATE: 'off', REG_FAN_RATE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.pipe(log);
  const ended = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    ended.then(() => reject(new Error(`the system did not start: see ${logFile}`)));
  });
  return {
    url,
    dataFolder,
    logFile,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
