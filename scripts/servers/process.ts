import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A server that answers on the loopback address. */
export interface RunningServer {
  readonly url: string;
  /** Ends it. Rejects where it had ended by itself, with the end of its log. */
  stop(): Promise<void>;
}

export interface ServerProcess {
  /** How errors name it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** All that it sees of the environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** Whether it answers as it should; a rejection counts as no. */
  readonly isReady: (url: string) => Promise<boolean>;
  /** How long it may take until it is ready. Default 60,000. */
  readonly timeoutMs?: number;
}

const POLL_MS = 50;
const GRACE_MS = 5_000;
const LOG_LINES = 40;
const STOPPING: readonly string[] = ['SIGTERM', 'SIGKILL'];
/** What Java ends with on SIGTERM. */
const SIGTERM_STATUS = 143;

/** A port of 127.0.0.1 that nothing listens on now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
};

/** Starts a server and resolves once it answers; rejects with the end of its log where it ends or takes too long. */
export const startServer = async ({ name, command, args, env, url, isReady, timeoutMs = 60_000 }: ServerProcess): Promise<RunningServer> => {
  const child = spawn(command, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log: readonly string[] = [];
  const remember = (text: string): void => {
    log = [...log, ...text.split('\n').filter((line) => line.trim() !== '')].slice(-LOG_LINES);
  };
  child.stdout.setEncoding('utf8').on('data', remember);
  child.stderr.setEncoding('utf8').on('data', remember);
  const complaint = (what: string): Error => new Error(`${name} ${what}${log.length === 0 ? '' : `; the end of its log:\n${log.join('\n')}`}`);

  let ended: string | null = null;
  let orderly = false;
  const end = new Promise<void>((resolve) => {
    const note = (how: string): void => {
      ended ??= how;
      resolve();
    };
    child.once('error', (error) => note(`could not be started: ${error.message}`));
    child.once('close', (status, signal) => {
      orderly = signal !== null ? STOPPING.includes(signal) : status === 0 || status === SIGTERM_STATUS;
      note(`ended with ${signal ?? `status ${status}`}`);
    });
  });
  // A run that is cut short leaves no server behind.
  const killWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithUs);

  const terminate = async (): Promise<void> => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await end;
    clearTimeout(impatience);
    process.off('exit', killWithUs);
  };

  const deadline = Date.now() + timeoutMs;
  while (!(await isReady(url).catch(() => false))) {
    if (ended !== null) throw complaint(ended);
    if (Date.now() > deadline) {
      await terminate();
      throw complaint(`did not answer within ${timeoutMs / 1000} s`);
    }
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, POLL_MS))]);
  }
  return {
    url,
    stop: async () => {
      const early = ended !== null;
      await terminate();
      if (early || !orderly) throw complaint(`${ended}`);
    },
  };
};
