import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorContract } from '../../src/server/operator-contract.ts';
import type { Contract } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { withBlock } from './flow-pages.ts';
import type { GenerateStep } from './steps.ts';

const PAGE = 'docs/interfaces.md';

const operations = [...Object.values<Contract>(contracts), operatorContract].flatMap(({ service, operations: rows }) =>
  Object.entries(rows).map(([name, { scope }]) => ({ scope: scope === 'operator' ? "an operator's token" : `\`${scope}\``, service, name })),
);

const rowOf = ([scope, opened]: readonly [string, readonly (typeof operations)[number][]]): string => {
  const services = [...Map.groupBy(opened, ({ service }) => service)].map(([service, of]) => `${service}: ${of.map(({ name }) => `\`${name}\``).join(', ')}`);
  return `| ${scope} | ${services.join('; ')} |`;
};

/** Which operations each scope opens. */
export const scopesTable: GenerateStep = {
  name: 'scopes',
  files: () => {
    const written = readFileSync(join(import.meta.dirname, '../..', PAGE), 'utf8');
    const table = ['| needs | operations |', '| --- | --- |', ...[...Map.groupBy(operations, ({ scope }) => scope)].map(rowOf)].join('\n');
    return [{ path: PAGE, text: withBlock(PAGE, written, 'scopes', table) }];
  },
};
