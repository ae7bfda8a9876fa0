import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { functionEntries } from '../../../scripts/bundle/functions.ts';
import type { GivenPorts } from '../../../src/runtime/lambda/given-ports.ts';
import { entryTable } from '../../../src/runtime/lambda/ports/entry-table.ts';
import { queues } from '../../../src/runtime/lambda/ports/queues.ts';
import { secrets } from '../../../src/runtime/lambda/ports/secrets.ts';
import { type WorkerName, workers } from '../../../src/topology.ts';
import { kebab } from '../../support/kebab.ts';

const names = Object.keys(workers) as WorkerName[];
const entries = functionEntries();

test('each worker has an entry of its own, each service too, and the authorizer', () => {
  expect(entries.filter(({ kind }) => kind === 'worker').map(({ name }) => name)).toEqual(names.map(kebab).sort());
  expect(entries.filter(({ kind }) => kind !== 'worker').map(({ name }) => name)).toEqual([
    'campaign-service',
    'code-service',
    'entry-service',
    'export-service',
    'front',
    'user-service',
    'authorizer',
  ]);
});

test.each(names)('%s: its entry runs the worker of its name', (name) => {
  const file = entries.find((entry) => entry.name === kebab(name))?.file ?? '';
  expect(readFileSync(file, 'utf8')).toContain(`lambdaHandler('${name}', ${name}, {`);
});

describe('the compiler holds what an entry gives against its row', () => {
  test('all and nothing else', () => {
    const exact: GivenPorts<'upsertEntry'> = { entryTable, secrets };
    // @ts-expect-error: the row names secrets as well
    const tooFew: GivenPorts<'upsertEntry'> = { entryTable };
    // @ts-expect-error: the row sends to no queue
    const tooMany: GivenPorts<'upsertEntry'> = { entryTable, secrets, queues };
    // @ts-expect-error: whoever is given batches needs somewhere to put dead letters
    const noDeadLetters: GivenPorts<'enqueueEntries'> = { queues };
    expect([exact, tooFew, tooMany, noDeadLetters].map((given) => Object.keys(given).length)).toEqual([2, 1, 3, 1]);
  });
});
