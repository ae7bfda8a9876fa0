import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { RegError } from '../../../src/errors.ts';
import { type ServiceHandler, wireService } from '../../../src/runtime/lambda/service-handler.ts';
import type { Contract } from '../../../src/services/contract.ts';
import { registerService } from '../../../src/services/routes.ts';
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

const wire = (): Promise<ServiceHandler> =>
  wireService((app) => {
    const handlers = {
      getThing: async ({ params, query }: { params: { thing: string }; query: { after?: string; limit?: number } }) => ({ ...params, ...query }),
      putThing: async ({ body }: { body: { name: string } }) => body,
    };
    registerService(app, { contract, handlers, tokens });
  }, cloudWith());

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
  const handler = await wire();
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
