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

describe('the document', () => {
  test('names each operation once, with its scope, and reads its path as OpenAPI writes it', () => {
    const document = openApiOf(entryContract);
    const paths = document.paths as Readonly<Record<string, Readonly<Record<string, { readonly operationId: string; readonly security: readonly object[] }>>>>;
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(ids.sort()).toEqual(Object.keys(entryContract.operations).sort());
    expect(paths['/campaigns/{campaignId}/entries/{globalUserId}']?.get).toMatchObject({
      operationId: 'getEntry',
      security: [{ app: ['entry:read'] }, { operator: [] }],
      parameters: [
        { name: 'campaignId', in: 'path', required: true },
        { name: 'globalUserId', in: 'path', required: true },
      ],
    });
    expect(paths['/fans/{globalUserId}']?.delete?.security).toEqual([{ operator: [] }]);
  });
});
