import { operatorContract } from '../../src/server/operator-contract.ts';
import type { Contract, Operation } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { bannerOf } from './printed-check.ts';
import type { GenerateStep } from './steps.ts';

const rowOf = (name: string, { method, path, scope, query, body, longSeconds }: Operation): string => {
  const facts = [
    ['method', method],
    ['path', path],
    ['scope', scope],
    ...(query === undefined ? [] : [['query', true]]),
    ...(body === undefined ? [] : [['body', true]]),
    ...(longSeconds === undefined ? [] : [['longSeconds', longSeconds]]),
  ].map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `    ${name}: { ${[...facts, `checkAnswer: answer.${name}`].join(', ')} },\n`;
};

const textOf = (contract: Contract): string => {
  const { service, operations } = contract;
  return `${bannerOf(contract)}import type { Routes } from '../../services/contract.ts';
import * as answer from '../answer-checks/${service}.ts';

export const ${service}Routes: Routes = {
  service: '${service}',
  operations: {
${Object.entries(operations)
  .map(([name, operation]) => rowOf(name, operation))
  .join('')}  },
};
`;
};

/** The operations of each service without their schemas, but with the checks of their answers: what clients are made from. */
export const serviceRoutes: GenerateStep = {
  name: 'service routes',
  files: () =>
    [...Object.values(contracts), operatorContract].map((contract) => ({
      path: `src/generated/service-routes/${contract.service}.ts`,
      text: textOf(contract),
    })),
};
