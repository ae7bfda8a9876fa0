import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@redis/client';
import { freePort, type RunningServer } from '../servers/process.ts';
import { startRedis } from '../servers/redis.ts';
import type { Plug } from './plug.ts';
import { openSecuredLink } from './secured-link.ts';

/** The campaign cache. */
export const redis: Plug = {
  name: 'Redis',
  during: 'registration',
  start: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plugs-redis-'));
    const [port, password] = [await freePort(), randomUUID()];
    const start = (): Promise<RunningServer> => startRedis({ port, password });
    let server = await start();
    const { link, trust, slow, expiredCertificate } = await openSecuredLink(port, folder);

    const command = async (withPassword: string, ...commands: readonly (readonly string[])[]): Promise<void> => {
      const client = createClient({ url: `redis://:${withPassword}@127.0.0.1:${port}` });
      client.on('error', () => undefined);
      await client.connect();
      for (const each of commands) await client.sendCommand(each);
      await client.close();
    };
    const other = randomUUID();
    return {
      env: { REG_REDIS_URL: `rediss://:${password}@127.0.0.1:${link.port}`, ...trust },
      prepare: async () => undefined,
      received: null,
      faults: {
        killed: {
          how: 'SIGKILL, started again empty',
          pull: () => server.kill(),
          mend: async () => {
            server = await start();
          },
        },
        paused: { how: 'SIGSTOP, SIGCONT', pull: async () => server.pause(), mend: async () => server.resume() },
        slow,
        full: {
          how: 'maxmemory 1, no eviction',
          pull: () => command(password, ['CONFIG', 'SET', 'maxmemory', '1']),
          mend: () => command(password, ['CONFIG', 'SET', 'maxmemory', '0']),
        },
        'wrong password': {
          how: 'requirepass changed, connections ended',
          pull: async () => {
            await command(password, ['CONFIG', 'SET', 'requirepass', other]);
            link.drop();
          },
          mend: () => command(other, ['CONFIG', 'SET', 'requirepass', password]),
        },
        'expired certificate': expiredCertificate,
      },
      stop: async () => {
        await link.close();
        await server.stop();
        await rm(folder, { recursive: true });
      },
    };
  },
};
