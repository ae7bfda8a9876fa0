import { describe, expect, test } from 'vitest';
import { operatorContract } from '../../src/server/operator-contract.ts';
import { campaignContract } from '../../src/services/campaign/contract.ts';
import { codeContract } from '../../src/services/code/contract.ts';
import type { Contract, Operation } from '../../src/services/contract.ts';
import { entryContract } from '../../src/services/entry/contract.ts';
import { exportContract } from '../../src/services/export/contract.ts';
import { openApiOf } from '../../src/services/openapi.ts';
import { userContract } from '../../src/services/user/contract.ts';

const contracts: readonly Contract[] = [campaignContract, entryContract, userContract, codeContract, exportContract, operatorContract];
const operations = contracts.flatMap((contract) =>
  Object.entries(contract.operations).map(([name, operation]) => [`${contract.service}.${name}`, operation] as const),
);

describe('every operation', () => {
  test.each(operations)('%s: its path names exactly its parameters', (_, operation: Operation) => {
    const named = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const described = operation.params !== undefined && 'properties' in operation.params ? Object.keys(operation.params.properties as object) : [];
    expect(described.sort()).toEqual(named.sort());
  });
});

interface Documented {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } } };
  readonly responses: Readonly<Record<string, unknown>>;
}

const documentOf = (contract: Contract) =>
  openApiOf(contract) as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  };

describe('a POST', () => {
  test.each(operations.filter(([, { method }]) => method === 'POST'))('%s says why sending it again does no harm', (_, { again }: Operation) => {
    expect(again).toMatch(/\w/);
  });
});

describe('the document', () => {
  test.each(contracts.map((contract) => [contract.service, contract] as const))('of %s has each operation with all that its route takes', (_, contract) => {
    const { paths, components } = documentOf(contract);
    const found = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
    expect(found.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(contract.operations).sort());
    for (const { path, method, operation } of found) {
      const route: Operation = contract.operations[operation.operationId] ?? expect.fail(operation.operationId);
      expect([path, method]).toEqual([route.path.replaceAll(/:(\w+)/g, '{$1}'), route.method.toLowerCase()]);
      expect(operation.security).toEqual(route.scope === 'operator' ? [{ operator: [] }] : [{ app: [route.scope] }, { operator: [] }]);
      const named = (part: object | undefined) => (part !== undefined && 'properties' in part ? Object.keys(part.properties as object) : []);
      const header = named(route.body).includes('idempotencyKey') ? ['Idempotency-Key'] : [];
      expect(operation.parameters?.map(({ name }) => name) ?? []).toEqual([...named(route.params), ...named(route.query), ...header]);
      expect(operation.requestBody !== undefined).toBe(route.body !== undefined);
      expect(operation.description).toContain(route.scope === 'operator' ? 'For operators.' : `\`${route.scope}\``);
      expect(Object.keys(operation.responses)).toEqual(['200', '400', '401', '403', 'default']);
      const references = [...JSON.stringify(operation).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name);
      expect(references).toHaveLength(route.body === undefined ? 1 : 2);
      for (const name of references) expect(components.schemas).toHaveProperty(name);
    }
  });

  test('reads a path as OpenAPI writes it', () => {
    expect(documentOf(entryContract).paths['/campaigns/{campaignId}/entries/{globalUserId}']?.get).toMatchObject({
      operationId: 'getEntry',
      security: [{ app: ['entry:read'] }, { operator: [] }],
      parameters: [
        { name: 'campaignId', in: 'path', required: true },
        { name: 'globalUserId', in: 'path', required: true },
      ],
    });
  });
});

describe('a list', () => {
  test.each(operations.filter(([, { answer }]) => 'properties' in answer && 'next' in (answer.properties as object)))(
    '%s that is a page at a time takes `after` and `limit`, and no page is longer than 5,000',
    (_, { query }: Operation) => {
      expect(query).toMatchObject({ properties: { after: {}, limit: { minimum: 1, maximum: expect.any(Number), default: expect.any(Number) } } });
      expect((query as unknown as { properties: { limit: { maximum: number } } }).properties.limit.maximum).toBeLessThanOrEqual(5000);
    },
  );

  /** Lists that are as long as the request asked, or as the campaign file or the topology has it. */
  const BOUNDED: Readonly<Record<string, string>> = {
    'campaign.getCampaign': 'markets of one campaign file',
    'campaign.getCampaignBySlug': 'markets of one campaign file',
    'campaign.putCampaign': 'markets of one campaign file',
    'campaign.requestDraw': 'markets of one campaign file',
    'campaign.getDrawRequest': 'markets of one campaign file',
    'campaign.approveDraw': 'markets of one campaign file',
    'campaign.freezeDraw': 'markets of one campaign file',
    'campaign.revealDraw': 'markets of one campaign file',
    'campaign.findEntrants': 'one for each that was asked',
    'entry.upsertEntries': 'one for each that was asked',
    'entry.deleteEntries': 'one for each that was asked',
    'entry.getEntries': 'one for each that was asked',
    'entry.assignCodes': 'one for each that was asked',
    'entry.refreshScores': 'one for each that was asked',
    'entry.listEntryParts': 'fixed by the store',
    'code.importCodes': 'one for each that was asked',
    'code.reserveCodes': 'one for each that was asked',
    'code.markAssigned': 'one for each that was asked',
    'code.redeemCodes': 'one for each that was asked',
    'operator.flow': 'fixed by the topology',
  };
  const holdsList = ({ answer }: Operation): boolean => Object.values((answer as { properties?: object }).properties ?? {}).some((member) => isList(member));
  const isList = (schema: unknown): boolean => {
    const { type, anyOf = [] } = schema as { readonly type?: unknown; readonly anyOf?: readonly unknown[] };
    return type === 'array' || anyOf.some(isList);
  };

  test('is a page at a time, unless something else bounds it', () => {
    const lists = operations.filter(([, operation]) => holdsList(operation));
    const paged = (operation: Operation) => 'next' in (operation.answer as unknown as { properties: object }).properties;
    expect(
      lists
        .filter(([, operation]) => !paged(operation))
        .map(([name]) => name)
        .sort(),
    ).toEqual(Object.keys(BOUNDED).sort());
  });
});
