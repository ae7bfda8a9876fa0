import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** `reg serve` as a process of its own. */
export interface ServingProcess {
  readonly url: string;
  /** All that it has written to stdout and stderr. */
  written(): string;
  /** Ends it as a power cut would: nothing in it gets to run. */
  kill(): Promise<void>;
  /** Asks it to stop; answers the exit status. */
  stop(): Promise<number | null>;
}

const REG = fileURLToPath(new URL('../../src/cli/reg.ts', import.meta.url));

export interface ServeOptions {
  /**
   * Largest file that the process can write, in blocks of the shell's `ulimit -f` (512 or 1024 bytes): a write beyond it
   * fails as on a full disk. Default: no limit.
   */
  readonly fileBlocks?: number;
  /** What it is told besides. Default: nothing. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Resolves once it says where it listens. It ends with the test, unless `atEnd` says otherwise. */
export const serve = async (
  dataFolder: string,
  args: readonly string[] = [],
  { fileBlocks, env = {} }: ServeOptions = {},
  atEnd: (end: () => void) => void = onTestFinished,
): Promise<ServingProcess> => {
  const command = [process.execPath, REG, 'serve', '--data', dataFolder, '--port', '0', ...args];
  const [file = '', ...rest] = fileBlocks === undefined ? command : ['/bin/sh', '-c', `ulimit -f ${fileBlocks} && exec "$@"`, 'sh', ...command];
  const child = spawn(file, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, REG_LOG_LEVEL: 'error', ...env },
  });
  // A test that fails half-way leaves nothing behind.
  atEnd(() => void child.kill('SIGKILL'));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  let answered = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    answered += chunk.toString('utf8');
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = await Promise.race([urlFrom(child), exited.then(() => Promise.reject(new Error(`reg serve ended: ${complaint}`)))]);
  return {
    url,
    written: () => answered + complaint,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
  };
};

const urlFrom = async ({ stdout }: ChildProcess): Promise<string> => {
  if (stdout === null) throw new Error('reg serve has no output');
  const lines = createInterface(stdout);
  for await (const line of lines) {
    const [, url] = /^GraphQL\s+(http\S+)\/graphql$/.exec(line) ?? [];
    if (url !== undefined) {
      // What follows is read away, so that the pipe never fills.
      lines.on('line', () => undefined);
      stdout.resume();
      return url;
    }
  }
  // It ended: the caller waits for the exit too, and says why.
  return new Promise(() => undefined);
};
