import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startFerretdb } from '../servers/ferretdb.ts';
import { freePort } from '../servers/process.ts';
import type { Plug } from './plug.ts';
import { openSecuredLink } from './secured-link.ts';
import { mountSmallDisk } from './small-disk.ts';

const SECRET = 'servers/mongo';
const DISK_MB = 512;

/** All that the five services keep, and what the workers read of campaigns. FerretDB stands in for MongoDB. */
export const mongo: Plug = {
  name: 'MongoDB',
  during: 'registration',
  start: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plugs-mongo-'));
    const certificates = await mkdtemp(join(tmpdir(), 'plugs-mongo-ca-'));
    const disk = mountSmallDisk(folder, DISK_MB);
    const [port, password] = [await freePort(), randomBytes(12).toString('hex')];
    const start = () => startFerretdb({ port, folder, password });
    let server = await start();
    const { link, trust, slow, expiredCertificate } = await openSecuredLink(port, certificates);
    let secretFile = '';
    const show = async (shown: string): Promise<void> => {
      await mkdir(dirname(secretFile), { recursive: true, mode: 0o700 });
      await writeFile(secretFile, `mongodb://reg:${shown}@127.0.0.1:${link.port}/reg?authSource=admin&tls=true`, { mode: 0o600 });
    };
    return {
      env: { REG_MONGO_SECRET: SECRET, ...trust },
      prepare: async (dataFolder) => {
        secretFile = join(dataFolder, 'secrets', SECRET);
        await show(password);
      },
      received: null,
      faults: {
        killed: {
          how: 'SIGKILL, started again on its data',
          pull: () => server.kill(),
          mend: async () => {
            server = await start();
          },
        },
        paused: { how: 'SIGSTOP, SIGCONT', pull: async () => server.pause(), mend: async () => server.resume() },
        slow,
        full:
          disk === null
            ? 'only root may mount a disk that can be filled'
            : { how: 'its disk filled up', pull: async () => disk.fill(), mend: async () => disk.free() },
        'wrong password': {
          how: 'the secret exchanged for one with another password, connections ended',
          pull: async () => {
            await show('another');
            link.drop();
          },
          mend: () => show(password),
        },
        'expired certificate': expiredCertificate,
      },
      stop: async () => {
        await link.close();
        await server.kill();
        disk?.remove();
        await rm(folder, { recursive: true, force: true });
        await rm(certificates, { recursive: true });
      },
    };
  },
};
