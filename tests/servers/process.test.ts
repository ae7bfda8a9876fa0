import { expect, onTestFinished, test } from 'vitest';
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
  expect(await (await fetch(server.url)).json()).toEqual({ GIVEN: 'yes' });
});

test('a server that ends before it is ready says what its log ended with', async () => {
  await expect(start("console.error('no disk'); process.exit(3)")).rejects.toThrow(/^Example ended with status 3; the end of its log:\nno disk$/);
});

test('a command that is not there is named', async () => {
  await expect(start('', { command: 'no-such-command' })).rejects.toThrow(/^Example could not be started: .*no-such-command/);
});

test('a server that never answers is stopped', async () => {
  await expect(start('setInterval(() => {}, 1000)', { timeoutMs: 400 })).rejects.toThrow('Example did not answer within 0.4 s');
});

test('a server that ended while it was in use makes the stop fail', async () => {
  const server = await start(SERVES.replace('response.end', "request.url === '/end' ? process.exit(7) : response.end"));
  await expect(fetch(`${server.url}/end`)).rejects.toThrow('fetch failed');
  await expect(server.stop()).rejects.toThrow('Example ended with status 7');
});
