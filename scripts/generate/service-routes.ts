import type { Contract, Operation, Route } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import type { GenerateStep } from './steps.ts';

const routeOf = ({ method, path, scope, query, body, longSeconds }: Operation): Route => ({
  method,
  path,
  scope,
  ...(query === undefined ? {} : { query: true }),
  ...(body === undefined ? {} : { body: true }),
  ...(longSeconds === undefined ? {} : { longSeconds }),
});

const textOf = ({ service, operations }: Contract): string => {
  const routes = Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, routeOf(operation)]));
  return `// Printed from src/services/${service}/contract.ts by \`npm run generate\`. Change that file instead.
import type { Routes } from '../../services/contract.ts';

export const ${service}Routes: Routes = ${JSON.stringify({ service, operations: routes }, null, 2)};
`;
};

/** The operations of each service without their schemas: what a client in a Lambda function is made from. */
export const serviceRoutes: GenerateStep = {
  name: 'service routes',
  files: () => Object.values(contracts).map((contract) => ({ path: `src/generated/service-routes/${contract.service}.ts`, text: textOf(contract) })),
};
