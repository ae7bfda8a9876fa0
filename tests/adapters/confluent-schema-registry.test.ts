import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createConfluentSchemaRegistry } from '../../src/adapters/confluent/confluent-schema-registry.ts';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';

const registryThat = async (answer: RequestListener) => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connections = createUndiciConnections({ connections: 1, maxAnswerBytes: 1024 });
  onTestFinished(async () => {
    await connections.close();
    server.close();
  });
  return createConfluentSchemaRegistry({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry`, connections });
};

test('a redirect is not followed', async () => {
  const paths: (string | undefined)[] = [];
  const registry = await registryThat((request, response) => {
    paths.push(request.url);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  await expect(registry.idOf('markets-value', '{}')).rejects.toMatchObject({ code: 'SERVICE_REFUSED', message: expect.stringContaining('not followed') });
  expect(paths).toEqual(['/registry/subjects/markets-value']);
});

test.each([
  ['no JSON', 200, 'hello', 'SERVICE_REFUSED'],
  ['no id', 200, '{}', 'SERVICE_UNAVAILABLE'],
  ['an id that no frame can hold', 200, '{"id":4294967296}', 'SERVICE_UNAVAILABLE'],
  ['a failure of its own', 500, '{"error_code":50001,"message":"Error in the backend data store"}', 'SERVICE_UNAVAILABLE'],
  ['a refusal', 401, '{"error_code":40101,"message":"Unauthorized"}', 'SERVICE_REFUSED'],
  ['more than a schema', 200, `{"id":1,"x":"${'x'.repeat(2000)}"}`, 'SERVICE_UNAVAILABLE'],
])('an answer with %s is an error, and nothing that is known from then on', async (_, status, body, code) => {
  let answers = 0;
  const registry = await registryThat((_request, response) => {
    answers += 1;
    if (answers === 1) response.writeHead(status).end(body);
    else response.end('{"id":7}');
  });
  await expect(registry.idOf('markets-value', '{}')).rejects.toMatchObject({ code });
  expect(await registry.idOf('markets-value', '{}')).toBe(7);
});

test('many who ask at once ask once', async () => {
  let answers = 0;
  const registry = await registryThat((_request, response) => {
    answers += 1;
    response.end('{"id":7}');
  });
  expect(await Promise.all([1, 2, 3].map(() => registry.idOf('markets-value', '{}')))).toEqual([7, 7, 7]);
  expect(answers).toBe(1);
});
