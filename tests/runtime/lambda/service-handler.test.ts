import fastify from 'fastify';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { compileContract } from '../../../scripts/generate/compile-contract.ts';
import { RegError } from '../../../src/errors.ts';
import { type ServiceHandler, wireService } from '../../../src/runtime/lambda/service-handler.ts';
import type { Contract } from '../../../src/services/contract.ts';
import { registerService } from '../../../src/services/routes.ts';
import { createService } from '../../../src/services/service.ts';
import { cloudWith, context } from './cloud.ts';

const contract = {
  service: 'code',
  operations: {
    getThing: {
      method: 'GET',
      path: '/things/:thing',
      summary: '',
      scope: 'code:read',
      params: Type.Object({ thing: Type.String() }),
      query: Type.Object({ after: Type.Optional(Type.String()), limit: Type.Optional(Type.Integer()) }),
      answer: Type.Object({ thing: Type.String(), after: Type.Optional(Type.String()), limit: Type.Optional(Type.Integer()) }),
    },
    putThing: {
      method: 'PUT',
      path: '/things',
      summary: '',
      scope: 'code:write',
      body: Type.Object({ name: Type.String() }),
      answer: Type.Object({ name: Type.String() }),
    },
  },
} as const satisfies Contract;

const tokens = {
  verify: async (token: string) => {
    if (token !== 'good') throw new RegError('TOKEN_INVALID', 'no');
    return { kind: 'operator' as const, name: 'olga' };
  },
  jwks: async () => ({ keys: [] }),
};

const handlers = {
  getThing: async ({ params, query }: { params: { thing: string }; query: { after?: string; limit?: number } }) => ({ ...params, ...query }),
  putThing: async ({ body }: { body: { name: string } }) => body,
};

const wire = (): ServiceHandler => {
  const { random, log } = cloudWith();
  return wireService(createService({ served: compileContract(contract), handlers, tokens, log }), { random });
};

/** As an HTTP API and a function URL send it (Amazon API Gateway developer guide, payload format 2.0). */
const event = (method: string, rawPath: string, changes: object = {}) => ({
  version: '2.0',
  rawPath,
  rawQueryString: '',
  headers: { authorization: 'Bearer good', 'content-type': 'application/json', 'x-correlation-id': 'correlation-1' },
  requestContext: { http: { method, path: rawPath, sourceIp: '203.0.113.1' }, stage: '$default', requestId: 'r' },
  isBase64Encoded: false,
  ...changes,
});

const ask = async (sent: object): Promise<{ readonly statusCode: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }> => {
  const handler = wire();
  const answer = (await handler(sent as never, context as never)) as { statusCode: number; headers: Record<string, string>; body: string };
  return { ...answer, body: answer.body === '' ? '' : JSON.parse(answer.body) };
};

describe('a service as a function', () => {
  test('answers at the whole path, with a query whose commas stay', async () => {
    const sent = event('GET', '/services/code/v1/things/a%2Fb', { queryStringParameters: { after: 'x,y', limit: '7' } });
    expect(await ask(sent)).toMatchObject({
      statusCode: 200,
      headers: { 'x-correlation-id': 'correlation-1' },
      body: { thing: 'a/b', after: 'x,y', limit: 7 },
    });
  });

  test.each([
    ['as text', { body: '{"name":"ä"}' }],
    ['in base64', { body: Buffer.from('{"name":"ä"}').toString('base64'), isBase64Encoded: true }],
  ])('reads a body that comes %s', async (_, body) => {
    expect(await ask(event('PUT', '/services/code/v1/things', body))).toMatchObject({ statusCode: 200, body: { name: 'ä' } });
  });

  test.each([
    ['a bad token', event('GET', '/services/code/v1/things/a', { headers: { authorization: 'Bearer bad' } }), 401, 'TOKEN_INVALID'],
    ['a bad body', event('PUT', '/services/code/v1/things', { body: '{"name":7}' }), 400, 'INPUT_INVALID'],
    ['no such path of the service', event('GET', '/services/code/v1/nothing'), 404, 'NOT_FOUND'],
  ])('refuses %s as it does in one process', async (_, sent, statusCode, code) => {
    expect(await ask(sent)).toMatchObject({ statusCode, body: { code } });
  });

  test('answers a path that is nobody’s', async () => {
    expect(await ask(event('GET', '/elsewhere'))).toMatchObject({ statusCode: 404, body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  });
});

describe('one process and a function answer the same', () => {
  const log = cloudWith().log;
  const service = createService({ served: compileContract(contract), handlers, tokens, log });
  const app = fastify({ genReqId: () => 'correlation-0' });
  registerService(app, service);
  const asFunction = wireService(service, cloudWith());
  const known = { authorization: 'Bearer good', 'x-correlation-id': 'correlation-1' };
  const json = { ...known, 'content-type': 'application/json' };

  test.each([
    ['GET', '/things/a%2Fb?after=x%20y,z+1&limit=7', known, undefined],
    ['GET', '/things/a?limit=1&limit=2', known, undefined],
    ['GET', '/things/a?after=%zz', known, undefined],
    ['GET', '/th%69ngs/a', known, undefined],
    ['GET', '/things/', known, undefined],
    ['GET', '/things/a/', known, undefined],
    ['GET', '//things/a', known, undefined],
    ['GET', '/THINGS/a', known, undefined],
    ['HEAD', '/things/a', known, undefined],
    ['OPTIONS', '/things/a', known, undefined],
    ['GET', '/things/a', { ...known, authorization: 'Bearer bad' }, undefined],
    ['GET', '/things/a', { 'x-correlation-id': 'correlation-1' }, undefined],
    ['PUT', '/things', json, '{"name":"ä","more":1}'],
    ['PUT', '/things', json, '\uFEFF{"name":"ä"}'],
    ['PUT', '/things', { ...json, 'content-type': 'Application/JSON; charset=utf-8' }, '{"name":"a"}'],
    ['PUT', '/things', json, ''],
    ['PUT', '/things', json, '{'],
    ['PUT', '/things', json, '{"__proto__":{"name":"a"}}'],
    ['PUT', '/things', json, '{"name":{"constructor":{"prototype":{}}}}'],
    ['PUT', '/things', json, '{"name":7}'],
    ['PUT', '/things', known, '{"name":"a"}'],
    ['PUT', '/things', known, undefined],
    ['PUT', '/things', { ...known, 'content-type': 'text/plain' }, '{"name":"a"}'],
    ['PUT', '/things', json, `{"name":"${'x'.repeat(9 * 1024 * 1024)}"}`],
  ] as const)('%s %s', async (method, path, headers, body) => {
    const url = `/services/code/v1${path}`;
    const inProcess = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
    const [rawPath = '', rawQueryString = ''] = url.split('?');
    const sent = event(method, rawPath, { rawQueryString, headers, ...(body === undefined ? {} : { body }) });
    const answer = (await asFunction(sent as never, context as never)) as { statusCode: number; headers: Record<string, string>; body: string };
    const { 'content-length': _length, date: _date, connection: _connection, ...sentHeaders } = inProcess.headers;
    expect(answer).toMatchObject({ statusCode: inProcess.statusCode, body: inProcess.body });
    expect(answer.headers).toEqual(sentHeaders);
  });
});
