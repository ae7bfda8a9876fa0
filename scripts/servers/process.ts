import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A server that answers on the loopback address. */
export interface RunningServer {
  readonly url: string;
  /** Ends it. Rejects where it had ended by itself, with the end of its log. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would; `stop` is not called after. */
  kill(): Promise<void>;
  /** It keeps its connections and answers nothing until it is resumed. */
  pause(): void;
  resume(): void;
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
  /** How long it may take to end when asked to, before it is killed. Default 5,000. */
  readonly graceMs?: number;
}

const POLL_MS = 50;
const LOG_LINES = 40;
/** Ended by itself when asked to, by SIGTERM, by SIGKILL. */
const STOPPED: readonly (number | null)[] = [0, 143, 137];

/** Runs a server and kills it once our end of its standard input is closed, so that a run which is killed leaves no server behind. */
const GUARD = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
echo "guards pid $server" >&2
(cat <&3; kill -KILL $server) >/dev/null 2>&1 &
guard=$!
trap 'kill -TERM $server' TERM
wait $server
status=$?
while kill -0 $server 2>/dev/null; do wait $server; status=$?; done
kill $guard
exit $status`;

/** The server's process, in the line that the guard prints first; null in any other line. */
const guarded = (line: string): number | null => {
  const found = /^guards pid (\d+)$/.exec(line);
  return found === null ? null : Number(found[1]);
};

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
export const startServer = async ({ name, command, args, env, url, isReady, timeoutMs = 60_000, graceMs = 5_000 }: ServerProcess): Promise<RunningServer> => {
  // In a group of its own, so that a Ctrl-C for us lets us end it in its turn.
  const child = spawn('/bin/sh', ['-c', GUARD, 'sh', command, ...args], { env: { ...env }, detached: true });
  let log: readonly string[] = [];
  let pid: number | null = null;
  const remember = (line: string): void => {
    const guards = guarded(line);
    if (guards !== null) pid ??= guards;
    else if (line.trim() !== '') log = [...log, line].slice(-LOG_LINES);
  };
  const signal = (name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void => {
    if (pid !== null && ended === null) process.kill(pid, name);
  };
  // By line, as a line may come in two pieces.
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', remember);
  const complaint = (what: string): Error => new Error(`${name} ${what}${log.length === 0 ? '' : `; the end of its log:\n${log.join('\n')}`}`);

  let ended: string | null = null;
  let orderly = false;
  const end = new Promise<void>((resolve) => {
    const note = (how: string): void => {
      ended ??= how;
      resolve();
    };
    child.once('error', (error) => note(`could not be started: ${error.message}`));
    child.once('close', (status) => {
      orderly = STOPPED.includes(status);
      note(`ended with status ${status}`);
    });
  });
  child.stdin.on('error', () => undefined);

  const terminate = async (): Promise<void> => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.stdin.end(), graceMs);
    await end;
    clearTimeout(impatience);
    child.stdin.destroy();
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
    kill: async () => {
      signal('SIGKILL');
      await end;
      child.stdin.destroy();
    },
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  };
};
