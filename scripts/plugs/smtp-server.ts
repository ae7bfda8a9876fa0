import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server for one run, in a process of its own: port and folder are its arguments. In the folder, `password` holds
 * the one that it takes, `full` is there while it has no room, and `accepted` gets the Message-ID of each mail it took.
 */
const [port, folder = '.'] = process.argv.slice(2);

const messageId = (text: string): string => /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? '';
const refused = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  authMethods: ['PLAIN', 'LOGIN'],
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ password }, _session, done) => {
    const isRight = password === readFileSync(join(folder, 'password'), 'utf8');
    done(isRight ? null : refused(535, 'Authentication credentials invalid'), { user: 'reg' });
  },
  onMailFrom: (_address, _session, done) => done(existsSync(join(folder, 'full')) ? refused(452, 'Insufficient system storage') : null),
  onData: (stream, _session, done) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    stream.on('end', () => {
      appendFileSync(join(folder, 'accepted'), `${messageId(text)}\n`);
      done();
    });
  },
});
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
