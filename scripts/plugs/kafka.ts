import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Admin } from '@platformatic/kafka';
import { eventTopics } from '../../src/topology.ts';
import { type Credentials, openAuthority } from '../servers/certificates.ts';
import { startKafka } from '../servers/kafka.ts';
import { freePort } from '../servers/process.ts';
import { openLink } from './link.ts';
import type { Plug } from './plug.ts';
import { slowFault } from './secured-link.ts';
import { mountSmallDisk } from './small-disk.ts';

const SECRET = 'servers/kafka';
const DISK_MB = 256;
const NO_ROOM = 'only root may mount a disk that can be filled';

/** The event log, by mutual TLS. */
export const kafka: Plug = {
  name: 'Kafka',
  during: 'registration',
  start: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plugs-kafka-'));
    const disk = mountSmallDisk(folder, DISK_MB);
    const ports = { plain: await freePort(), tls: await freePort(), controller: await freePort() };
    const link = await openLink({ to: ports.tls, certificate: null });
    const start = () => startKafka({ ports, folder, advertisedTls: link.port });
    let server = await start();
    let isUp = true;
    const begin = async (): Promise<void> => {
      server = await start();
      isUp = true;
    };
    const end = async (): Promise<void> => {
      isUp = false;
      await server.kill();
    };

    const admin = new Admin({ clientId: 'plugs', bootstrapBrokers: [server.url] });
    await admin.createTopics({ topics: Object.values(eventTopics).map((topic) => `prd2011.dmnd.${topic}`), partitions: 3, replicas: 1 });
    await admin.close();

    const authority = openAuthority(server.certificates);
    const valid = authority.issue('reg-workers');
    const expired = authority.issue('reg-workers-expired', -1);
    const elsewhere = await mkdtemp(join(tmpdir(), 'plugs-kafka-ca-'));
    const stranger = { ...openAuthority(elsewhere).issue('stranger'), ca: valid.ca };
    let secretFile = '';
    const show = async (credentials: Credentials): Promise<void> => {
      await mkdir(dirname(secretFile), { recursive: true, mode: 0o700 });
      await writeFile(secretFile, JSON.stringify(credentials), { mode: 0o600 });
    };
    const exchanged = (how: string, credentials: Credentials) => ({
      how,
      pull: async () => {
        await show(credentials);
        link.drop();
      },
      mend: () => show(valid),
    });
    return {
      env: { REG_KAFKA_BROKERS: `127.0.0.1:${link.port}`, REG_KAFKA_SECRET: SECRET },
      prepare: async (dataFolder) => {
        secretFile = join(dataFolder, 'secrets', SECRET);
        await show(valid);
      },
      received: null,
      faults: {
        killed: { how: 'SIGKILL, started again on its data', pull: end, mend: begin },
        paused: { how: 'SIGSTOP, SIGCONT', pull: async () => server.pause(), mend: async () => server.resume() },
        slow: slowFault(link),
        full:
          disk === null
            ? NO_ROOM
            : {
                how: 'its disk filled up, which ends the broker; started again once there was room',
                pull: async () => disk.fill(),
                mend: async () => {
                  disk.free();
                  await end();
                  await begin();
                },
              },
        'wrong password': exchanged('our certificate exchanged for one that it does not know, connections ended', stranger),
        'expired certificate': exchanged('our certificate exchanged for one of yesterday, connections ended', expired),
      },
      stop: async () => {
        await link.close();
        if (isUp) await server.kill();
        disk?.remove();
        await rm(folder, { recursive: true, force: true });
        await rm(elsewhere, { recursive: true });
      },
    };
  },
};
