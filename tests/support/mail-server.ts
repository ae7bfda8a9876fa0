import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface ArrivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

/** A real mail server on 127.0.0.1 that takes every mail, and what it took. */
export const startMailServer = async (options: SMTPServerOptions = {}) => {
  const arrived: ArrivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      buffer(stream).then((bytes) => {
        arrived.push({ from: envelope.mailFrom === false ? '' : envelope.mailFrom.address, to: envelope.rcptTo.map(({ address }) => address), bytes });
        done();
      }, done);
    },
    ...options,
  });
  // A client that lets go of a connection is nothing to report.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { arrived, port, url: `smtp://127.0.0.1:${port}` };
};

/** `END` is the lone dot after the content. */
type Step = 'CONNECT' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'END';

const USUAL: Readonly<Record<Step, string>> = {
  CONNECT: '220 mail.example',
  EHLO: '250 mail.example',
  MAIL: '250 go on',
  RCPT: '250 go on',
  DATA: '354 go on',
  END: '250 taken',
};

/**
 * A mail server that answers as a test says: at each step with the next line of its list, then as usual. `cut` ends the
 * connection, `silence` says nothing.
 */
export const startScriptedMailServer = async (script: Readonly<Partial<Record<Step, readonly string[]>>>) => {
  const said = new Map<Step, number>();
  const nextAnswer = (step: Step): string => {
    const times = said.get(step) ?? 0;
    said.set(step, times + 1);
    return script[step]?.[times] ?? USUAL[step];
  };
  const sockets = new Set<Socket>();
  let connections = 0;
  let mails = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    connections += 1;
    let inData = false;
    let rest = '';
    const say = (step: Step): void => {
      const answer = nextAnswer(step);
      if (answer === 'cut') socket.destroy();
      else if (answer !== 'silence') socket.write(`${answer}\r\n`);
      inData = step === 'DATA' && answer.startsWith('354');
    };
    const take = (line: string): void => {
      if (inData && line !== '.') return;
      if (inData) mails += 1;
      const command = inData ? 'END' : (line.slice(0, 4).toUpperCase() as Step);
      if (command in USUAL) say(command);
      else socket.write('250 fine\r\n');
    };
    socket.setEncoding('latin1').on('error', () => undefined);
    socket.on('data', (text: string) => {
      const lines = (rest + text).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    say('CONNECT');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  /** Whole mails that it was given, and connections to it. */
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails: () => mails, connections: () => connections };
};
