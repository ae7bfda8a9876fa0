import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort, type RunningServer, type ServerProcess, startServer } from '../../scripts/servers/process.ts';

/** A server that runs a line of JavaScript. */
const start = async (script: string, options: Partial<ServerProcess> = {}): Promise<RunningServer> => {
  const port = await freePort();
  return startServer({
    name: 'Example',
    command: process.execPath,
    args: ['-e', script, String(port)],
    env: {},
    url: `http://127.0.0.1:${port}`,
    isReady: async (url) => (await fetch(url)).ok,
    ...options,
  });
};

const SERVES = "require('node:http').createServer((request, response) => response.end(JSON.stringify(process.env))).listen(process.argv[1], '127.0.0.1')";

test('a server answers once it has started, and no longer once it has stopped', async () => {
  const server = await start(SERVES);
  expect((await fetch(server.url)).status).toBe(200);
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test('a server sees the environment that it is given and none of ours', async () => {
  const server = await start(SERVES, { env: { GIVEN: 'yes' } });
  onTestFinished(() => server.stop());
  const seen: Readonly<Record<string, string>> = JSON.parse(await (await fetch(server.url)).text());
  expect(seen).toMatchObject({ GIVEN: 'yes' });
  expect(Object.keys(seen)).not.toContain('PATH');
});

test('a server that ends before it is ready says what its log ended with', async () => {
  await expect(start("console.error('no disk'); process.exit(3)")).rejects.toThrow(/^Example ended with status 3; the end of its log:\nno disk$/);
});

test('a command that is not there is named', async () => {
  await expect(start('', { command: 'no-such-command' })).rejects.toThrow(/^Example ended with status 127; .*\n.*no-such-command/);
});

test('a server that never answers is stopped', async () => {
  await expect(start('setInterval(() => {}, 1000)', { timeoutMs: 400 })).rejects.toThrow('Example did not answer within 0.4 s');
});

test('a server that takes no notice of being asked to end is killed', async () => {
  const server = await start(`process.on('SIGTERM', () => {}); ${SERVES}`, { graceMs: 100 });
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test('a server ends with the process that started it, however that one ended', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const starting = fork(fileURLToPath(new URL('../support/starts-a-server.ts', import.meta.url)), [SERVES, String(port)]);
  await once(starting, 'message');
  expect((await fetch(url)).status).toBe(200);
  starting.kill('SIGKILL');
  await vi.waitFor(() => expect(fetch(url)).rejects.toThrow('fetch failed'), { timeout: 20_000 });
});

test('a paused server takes connections and answers once it is resumed', async () => {
  const server = await start(SERVES);
  onTestFinished(() => server.stop());
  server.pause();
  let answered = false;
  const asked = fetch(server.url).then(({ status }) => {
    answered = true;
    return status;
  });
  const { port } = new URL(server.url);
  const probe = connect(Number(port), '127.0.0.1');
  await once(probe, 'connect');
  probe.destroy();
  expect(answered).toBe(false);
  server.resume();
  expect(await asked).toBe(200);
});

test('a killed server is gone at once', async () => {
  const server = await start(SERVES);
  await server.kill();
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test('a server that ended while it was in use makes the stop fail', async () => {
  const server = await start(SERVES.replace('response.end', "request.url === '/end' ? process.exit(7) : response.end"));
  await expect(fetch(`${server.url}/end`)).rejects.toThrow('fetch failed');
  await expect(server.stop()).rejects.toThrow('Example ended with status 7');
});
