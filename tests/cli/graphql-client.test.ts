import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGraphqlClient, type GraphqlClient } from '../../src/cli/graphql-client.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => {
  return (response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};
const DATA = json(200, { data: { answer: 42 } });

/** A server that gives these answers in turn, and a client whose waits take no time. */
const createPair = async (answers: readonly Answer[]) => {
  const waits: number[] = [];
  const seen: (string | undefined)[] = [];
  let next = 0;
  const server = createServer((request, response) => {
    request.resume();
    seen.push(request.headers.authorization);
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    answer?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client: GraphqlClient = createGraphqlClient({
    url,
    token: async () => 'token',
    connections: 2,
    clock: { now: () => 0, sleep: async (milliseconds) => void waits.push(milliseconds) },
    random: createSeededRandom(1),
  });
  onTestFinished(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });
  return { client, url, waits, seen, requests: () => next };
};

const ask = ({ request }: GraphqlClient) => request<{ answer: number }>('{ answer }', {});

describe('a busy system is waited for', () => {
  test.each([
    ['429', json(429, { code: 'TOO_MANY_REQUESTS', detail: 'slow down' })],
    ['503', json(503, { code: 'STORAGE_FULL', detail: 'full' })],
    ['a lost connection', ((_, request) => request.socket.destroy()) satisfies Answer],
    ['an error that may pass', json(200, { data: null, errors: [{ message: 'again', extensions: { code: 'CONFLICT' } }] })],
  ])('%s', async (_, busy) => {
    const { client, waits, requests } = await createPair([busy, busy, DATA]);
    expect(await ask(client)).toEqual({ answer: 42 });
    expect({ requests: requests(), waits: waits.length }).toEqual({ requests: 3, waits: 2 });
  });

  test('for as long as it asks', async () => {
    const { client, waits } = await createPair([json(429, {}, { 'retry-after': '7' }), DATA]);
    await ask(client);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(7000);
  });

  test('but not for ever', async () => {
    const { client, requests } = await createPair([json(503, {})]);
    await expect(ask(client)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(requests()).toBe(30);
  });
});

describe('a refusal is told at once', () => {
  test.each([
    ['a problem', json(401, { code: 'TOKEN_INVALID', detail: 'no' }), { code: 'TOKEN_INVALID', message: 'no' }],
    ['an error of GraphQL', json(200, { errors: [{ message: 'no', extensions: { code: 'INPUT_INVALID' } }] }), { code: 'INPUT_INVALID', message: 'no' }],
    ['something that is no GraphQL', ((response) => response.end('<html>')) satisfies Answer, { code: 'SERVICE_REFUSED' }],
  ])('%s', async (_, answer, expected) => {
    const { client, requests } = await createPair([answer]);
    await expect(ask(client)).rejects.toMatchObject(expected);
    expect(requests()).toBe(1);
  });

  test('nobody listening', async () => {
    const client = createGraphqlClient({
      url: 'http://127.0.0.1:9',
      token: null,
      connections: 1,
      clock: { now: () => 0, sleep: () => expect.fail('waited for nobody') },
      random: createSeededRandom(1),
    });
    await expect(ask(client)).rejects.toThrow('Nothing answers at http://127.0.0.1:9.');
  });
});

test('each request shows the token', async () => {
  const { client, seen } = await createPair([DATA]);
  await ask(client);
  expect(seen).toEqual(['Bearer token']);
});
