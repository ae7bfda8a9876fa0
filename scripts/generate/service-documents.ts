import { stringify } from 'yaml';
import { contracts } from '../../src/services/contracts.ts';
import { openApiOf } from '../../src/services/openapi.ts';
import type { GenerateStep } from './steps.ts';

/** The OpenAPI document of each service. */
export const serviceDocuments: GenerateStep = {
  name: 'OpenAPI documents',
  files: () =>
    Object.values(contracts).map((contract) => ({
      path: `schemas/services/${contract.service}.openapi.yaml`,
      text: stringify(openApiOf(contract), { aliasDuplicateObjects: false, lineWidth: 160 }),
    })),
};
