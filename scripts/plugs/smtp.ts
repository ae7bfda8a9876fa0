import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, type RunningServer, startServer } from '../servers/process.ts';
import type { Plug } from './plug.ts';
import { openSecuredLink } from './secured-link.ts';

const SERVER = fileURLToPath(new URL('smtp-server.ts', import.meta.url));

/** The company's mail server. */
export const smtp: Plug = {
  name: 'SMTP',
  during: 'mail',
  start: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plugs-smtp-'));
    const [port, password] = [await freePort(), randomUUID()];
    const at = (file: string): string => join(folder, file);
    await writeFile(at('password'), password);
    await writeFile(at('accepted'), '');
    const start = (): Promise<RunningServer> =>
      startServer({
        name: 'The mail server',
        command: process.execPath,
        args: [SERVER, String(port), folder],
        env: { PATH: process.env.PATH ?? '' },
        url: `smtp://127.0.0.1:${port}`,
        isReady: async () => {
          const socket = connect(port, '127.0.0.1');
          await once(socket, 'connect');
          socket.destroy();
          return true;
        },
      });
    let server = await start();
    const { link, trust, slow, expiredCertificate } = await openSecuredLink(port, folder);
    return {
      env: { REG_SMTP_URL: `smtps://reg:${password}@127.0.0.1:${link.port}`, REG_MAIL_DOMAIN: 'mail.example.com', ...trust },
      prepare: async () => undefined,
      received: async () => (await readFile(at('accepted'), 'utf8')).split('\n').filter((line) => line !== ''),
      faults: {
        killed: {
          how: 'SIGKILL, started again',
          pull: () => server.kill(),
          mend: async () => {
            server = await start();
          },
        },
        paused: { how: 'SIGSTOP, SIGCONT', pull: async () => server.pause(), mend: async () => server.resume() },
        slow,
        full: { how: '452 Insufficient system storage', pull: () => writeFile(at('full'), ''), mend: () => rm(at('full')) },
        'wrong password': {
          how: 'password changed, connections ended',
          pull: async () => {
            await writeFile(at('password'), randomUUID());
            link.drop();
          },
          mend: () => writeFile(at('password'), password),
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
