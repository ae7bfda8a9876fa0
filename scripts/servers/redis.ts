import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort, type RunningServer, startServer } from './process.ts';

export interface RedisOptions {
  /** Default: one that is free. */
  readonly port?: number;
  /** Default: one that nobody knows. */
  readonly password?: string;
  /** Where it keeps an append-only file, and when it waits for the disk: with each answer or once a second. Default: it keeps nothing. */
  readonly appendOnly?: { readonly folder: string; readonly fsync: 'always' | 'everysec' };
}

/**
 * The `redis-server` of this machine, on 127.0.0.1 alone, in memory unless told otherwise, with a password. Its URL has the password. It is not
 * installed into `.servers/`, as every distribution has it.
 */
export const startRedis = async ({ port, password = randomUUID(), appendOnly }: RedisOptions = {}): Promise<RunningServer> => {
  if (spawnSync('redis-server', ['--version']).status !== 0)
    throw new Error('Redis is missing: install the command redis-server, 6.2 or newer (Debian: apt-get install redis-server).');
  const listenOn = port ?? (await freePort());
  const durability = appendOnly === undefined ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', appendOnly.fsync, '--dir', appendOnly.folder];
  return startServer({
    name: 'Redis',
    command: 'redis-server',
    args: ['--port', String(listenOn), '--bind', '127.0.0.1', '--save', '', ...durability, '--requirepass', password],
    env: { PATH: process.env.PATH ?? '' },
    url: `redis://:${password}@127.0.0.1:${listenOn}`,
    isReady: () => answersPing(listenOn, password),
  });
};

const answersPing = async (port: number, password: string): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(`AUTH ${password}\r\nPING\r\n`);
    for (let answer = ''; !answer.includes('+PONG'); ) {
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      answer += chunk.toString('latin1');
      if (answer.includes('-')) return false;
    }
    return true;
  } finally {
    socket.destroy();
  }
};
