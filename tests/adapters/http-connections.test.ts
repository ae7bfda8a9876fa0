import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createNodeConnections } from '../../src/adapters/http/node-connections.ts';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import type { HttpConnections, HttpRequest } from '../../src/ports/http.ts';

const LIMITS = { connections: 2, maxAnswerBytes: 1000 };

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly body: string;
  readonly header: string | undefined;
}

const serve = async (answer: (response: ServerResponse) => void): Promise<{ readonly origin: string; readonly seen: Seen[] }> => {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    seen.push({ method: request.method, url: request.url, body, header: request.headers['x-test']?.toString() });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
};

const get = (origin: string, changes: Partial<HttpRequest> = {}): HttpRequest => ({
  origin,
  path: '/a?b=c',
  method: 'GET',
  headers: { 'x-test': 'yes' },
  body: null,
  signal: null,
  headersTimeout: 5_000,
  bodyTimeout: 5_000,
  ...changes,
});

const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'code' in error ? error.code : error;
};

const kinds: Readonly<Record<string, () => HttpConnections>> = {
  undici: () => createUndiciConnections(LIMITS),
  node: () => createNodeConnections(LIMITS),
};

describe.each(Object.keys(kinds))('%s connections', (kind) => {
  const connections = kinds[kind]?.() ?? createNodeConnections(LIMITS);

  test('bring a request there and its answer back', async () => {
    const { origin, seen } = await serve((response) => response.writeHead(201, { 'x-back': 'too' }).end('{"ä":1}'));
    const answer = await connections.request(get(origin, { method: 'PUT', body: '{"ü":1}' }));
    expect([answer.statusCode, answer.headers['x-back'], await answer.body.text()]).toEqual([201, 'too', '{"ä":1}']);
    expect(seen).toEqual([{ method: 'PUT', url: '/a?b=c', body: '{"ü":1}', header: 'yes' }]);
  });

  test('follow no redirect', async () => {
    const { origin, seen } = await serve((response) => response.writeHead(302, { location: '/elsewhere' }).end());
    const answer = await connections.request(get(origin));
    expect([answer.statusCode, seen.length]).toEqual([302, 1]);
    await answer.body.text();
  });

  test('say that nobody listens', async () => {
    expect(await codeOf(connections.request(get('http://127.0.0.1:1')))).toBe('ECONNREFUSED');
  });

  test('say that a connection was lost', async () => {
    const { origin } = await serve((response) => response.destroy());
    expect(['ECONNRESET', 'UND_ERR_SOCKET']).toContain(await codeOf(connections.request(get(origin))));
  });

  test('wait no longer than they were told', async () => {
    const { origin } = await serve(() => undefined);
    expect(['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT']).toContain(await codeOf(connections.request(get(origin, { headersTimeout: 50 }))));
  });

  test('end a request whose caller has given up', async () => {
    const caller = new AbortController();
    const { origin } = await serve(() => caller.abort());
    await expect(connections.request(get(origin, { signal: caller.signal }))).rejects.toThrow();
  });

  test('take no answer above their limit', async () => {
    const { origin } = await serve((response) => response.end('x'.repeat(1001)));
    const answer = await connections.request(get(origin));
    await expect(answer.body.text()).rejects.toThrow();
  });
});
