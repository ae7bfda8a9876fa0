import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type LoadResult, runLoad } from './load.ts';

/** What the server under load tells: where it listens, the requests prepared for a round, and nothing else. */
export interface ServerReady {
  readonly port: number;
  /** HTTP requests as text. */
  readonly requests: readonly string[];
}

export interface UnderLoad {
  /** In this folder; it answers with `ServerReady`, and ends on any message. */
  readonly script: string;
  /** The number of requests comes after them. */
  readonly args: readonly string[];
  readonly requests: number;
  /** Requests before those that count. */
  readonly warmUp: number;
}

const CONNECTIONS = 64;

/** A server in a process of its own, under load from this one. */
export const underLoad = async ({ script, args, requests: count, warmUp }: UnderLoad): Promise<LoadResult> => {
  const server = fork(join(import.meta.dirname, script), [...args, String(warmUp + count)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  try {
    const { port, requests } = await readyOf(server);
    const prepared = requests.map((text) => Buffer.from(text));
    // A server runs for days; what its compiler does in the first second is no part of the figure, on either side.
    await runLoad(port, prepared.slice(0, warmUp), CONNECTIONS);
    return await runLoad(port, prepared.slice(warmUp), CONNECTIONS);
  } finally {
    if (server.connected) server.send('stop');
    if (server.exitCode === null) await once(server, 'exit');
  }
};

const readyOf = async (server: ChildProcess): Promise<ServerReady> => {
  const [message] = await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => Promise.reject(new Error('the server under load ended before it was ready'))),
  ]);
  return message as ServerReady;
};
