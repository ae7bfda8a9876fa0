import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installServer, serverFolder } from './install.ts';
import { freePort, type RunningServer, startServer } from './process.ts';

export interface FerretdbOptions {
  /** Default: one that is free. */
  readonly port?: number;
  /** Where it keeps its data, to be started on again; it has to be there. Default: one that goes when the server stops. */
  readonly folder?: string;
  /** The password of its one user, `reg`, who may do everything. It stays with the folder. Default: one made up. */
  readonly password?: string;
}

/** Memory that looks like a disk, where a machine has it. */
const SHARED_MEMORY = '/dev/shm';
const USER = 'reg';

/**
 * FerretDB, which speaks MongoDB's protocol and keeps everything in SQLite. It listens on 127.0.0.1 alone. It writes
 * without waiting for the disk: what was acknowledged survives the end of the process, not the loss of power.
 */
export const startFerretdb = async ({ port, folder, password = randomBytes(12).toString('hex') }: FerretdbOptions = {}): Promise<RunningServer> => {
  installServer('ferretdb');
  const listenOn = port ?? (await freePort());
  const data = folder ?? mkdtempSync(join(existsSync(SHARED_MEMORY) ? SHARED_MEMORY : tmpdir(), 'reg-ferretdb-'));
  const clean = (): void => {
    if (folder === undefined) rmSync(data, { recursive: true, force: true });
  };
  process.once('exit', clean);
  try {
    const server = await startServer({
      name: 'FerretDB',
      command: join(serverFolder('ferretdb'), 'ferretdb'),
      args: [`127.0.0.1:${listenOn}`, `file:${data}/?_pragma=synchronous(off)`],
      env: { MONGO_USER: USER, MONGO_PASSWORD: password },
      url: `mongodb://${USER}:${password}@127.0.0.1:${listenOn}/?authSource=admin`,
      isReady: async () => {
        const socket = connect(listenOn, '127.0.0.1');
        await once(socket, 'connect');
        socket.destroy();
        return true;
      },
    });
    return { ...server, stop: () => server.stop().finally(clean) };
  } catch (error) {
    clean();
    throw error;
  }
};
