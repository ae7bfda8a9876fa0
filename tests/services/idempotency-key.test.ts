import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeContract } from '../../src/services/code/contract.ts';
import type { Contract } from '../../src/services/contract.ts';
import { openApiOf } from '../../src/services/openapi.ts';
import { serve } from '../support/served.ts';

const contract = {
  service: 'code',
  operations: {
    makeThing: {
      method: 'POST',
      path: '/things',
      summary: '',
      scope: 'code:write',
      body: Type.Object({ count: Type.Integer(), idempotencyKey: Type.String({ minLength: 1, maxLength: 20 }) }),
      answer: Type.Object({ key: Type.String() }),
    },
    keepThing: { method: 'POST', path: '/things/keep', summary: '', scope: 'code:write', body: Type.Object({}), answer: Type.Object({ key: Type.String() }) },
  },
} as const satisfies Contract;

let url: string;
let close: () => Promise<void>;
beforeAll(async () => {
  const served = await serve(contract, {
    makeThing: async ({ body }) => ({ key: body.idempotencyKey }),
    keepThing: async ({ body }) => ({ key: JSON.stringify(body) }),
  });
  url = `${served.url}/services/code/v1`;
  close = () => served.app.close();
});
afterAll(() => close());

const send = async (path: string, header: string | null, body: object) => {
  const key: Readonly<Record<string, string>> = header === null ? {} : { 'Idempotency-Key': header };
  const headers = { authorization: 'Bearer service:code|code:write', 'content-type': 'application/json', ...key };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
};

describe('the header idempotency-key', () => {
  test.each([
    ['in quotes', '"8e03978e-40d5"', '8e03978e-40d5'],
    ['without quotes', '8e03978e-40d5', '8e03978e-40d5'],
    ['with escapes', '"a \\"b\\" \\\\"', 'a "b" \\'],
  ])('%s stands in for the key of the body', async (_, header, key) => {
    expect(await send('/things', header, { count: 1 })).toEqual({ status: 200, body: { key } });
  });

  test('may say what the body says, and nothing else', async () => {
    expect((await send('/things', '"one"', { count: 1, idempotencyKey: 'one' })).status).toBe(200);
    const refused = await send('/things', '"one"', { count: 1, idempotencyKey: 'two' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'INPUT_INVALID', context: { part: 'header', field: 'idempotency-key', rule: 'same' } } });
  });

  test.each(['"half', '"a" "b"', 'two words', '""'])('%s is refused', async (header) => {
    expect(await send('/things', header, { count: 1 })).toMatchObject({ status: 400, body: { code: 'INPUT_INVALID' } });
  });

  test('keeps to the rules of the key', async () => {
    expect(await send('/things', 'x'.repeat(21), { count: 1 })).toMatchObject({
      status: 400,
      body: { context: { field: 'idempotencyKey', rule: 'maxLength' } },
    });
    expect(await send('/things', null, { count: 1 })).toMatchObject({ status: 400, body: { context: { field: 'idempotencyKey', rule: 'required' } } });
  });

  test('means nothing where sending again does no harm without it', async () => {
    expect(await send('/things/keep', '"one"', {})).toEqual({ status: 200, body: { key: '{}' } });
  });
});

test('is documented where it is taken', () => {
  const { paths, components } = openApiOf(codeContract) as unknown as {
    paths: Record<string, { post?: { operationId: string; parameters?: readonly { name: string; in: string }[] } }>;
    components: { schemas: Record<string, { required: readonly string[] }> };
  };
  const taking = Object.values(paths).flatMap(({ post }) => (post?.parameters?.some(({ name }) => name === 'Idempotency-Key') ? [post.operationId] : []));
  expect(taking.sort()).toEqual(['generateCodes', 'reserveCodes']);
  expect(components.schemas.GenerateCodesRequest?.required).toEqual(['count']);
});
