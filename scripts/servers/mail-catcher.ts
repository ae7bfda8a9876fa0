import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { freePort, type RunningServer, startServer } from './process.ts';

/** A mail server on 127.0.0.1 that keeps each mail as an `.eml` file in a folder, and sends none on. */
export const startMailCatcher = async (folder: string): Promise<RunningServer> => {
  const port = await freePort();
  return startServer({
    name: 'The mail server',
    command: process.execPath,
    args: [import.meta.filename, String(port), folder],
    env: { PATH: process.env.PATH ?? '' },
    url: `smtp://127.0.0.1:${port}`,
    isReady: async () => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.destroy();
      return true;
    },
  });
};

if (import.meta.main) {
  const [port, folder = '.'] = process.argv.slice(2);
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        count += 1;
        writeFileSync(join(folder, `${String(count).padStart(6, '0')}.eml`), Buffer.concat(pieces));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(Number(port), '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));
}
