import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { openLink } from '../../scripts/plugs/link.ts';
import { openAuthority } from '../../scripts/servers/certificates.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** A server that says everything back. */
const startEcho = async (): Promise<number> => {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

/** What comes back, until it is as long as wanted. */
const heard = async (socket: Socket, length: number): Promise<string> => {
  let text = '';
  while (text.length < length) text += String((await once(socket, 'data'))[0]);
  return text;
};

test('a link passes everything on, in order, also while it is made slow and quick again', async () => {
  const link = await openLink({ to: await startEcho(), certificate: null });
  onTestFinished(() => link.close());
  const socket = connect(link.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('one ');
  expect(await heard(socket, 4)).toBe('one ');
  link.slowBy(20);
  socket.write('two ');
  await new Promise((resolve) => setImmediate(resolve));
  link.slowBy(0);
  socket.write('three');
  expect(await heard(socket, 9)).toBe('two three');
});

test('a dropped link ends what is open and takes new connections', async () => {
  const link = await openLink({ to: await startEcho(), certificate: null });
  onTestFinished(() => link.close());
  const socket = connect(link.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('x');
  await heard(socket, 1);
  link.drop();
  await once(socket, 'close');
  const next = connect(link.port, '127.0.0.1');
  next.write('again');
  expect(await heard(next, 5)).toBe('again');
});

test('a link shows the certificate that it has at the moment', async () => {
  const authority = openAuthority(createTemporaryFolder());
  const shown = (name: string, days?: number) => {
    const { ca, certificate, key } = authority.issue(name, days);
    return { ca, pair: { cert: certificate, key } };
  };
  const { ca, pair } = shown('valid');
  const link = await openLink({ to: await startEcho(), certificate: pair });
  onTestFinished(() => link.close());
  const socket = connectTls({ port: link.port, host: '127.0.0.1', ca });
  await once(socket, 'secureConnect');
  socket.write('hello');
  expect(await heard(socket, 5)).toBe('hello');
  link.certify(shown('expired', -1).pair);
  await once(socket, 'close');
  const late = connectTls({ port: link.port, host: '127.0.0.1', ca });
  const [error] = await once(late, 'error');
  expect(error).toMatchObject({ code: 'CERT_HAS_EXPIRED' });
});
