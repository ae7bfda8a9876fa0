import { stringify } from 'yaml';
import { campaignContract } from '../../src/services/campaign/contract.ts';
import { codeContract } from '../../src/services/code/contract.ts';
import { entryContract } from '../../src/services/entry/contract.ts';
import { exportContract } from '../../src/services/export/contract.ts';
import { openApiOf } from '../../src/services/openapi.ts';
import { userContract } from '../../src/services/user/contract.ts';
import type { GenerateStep } from './steps.ts';

/** The OpenAPI document of each service. */
export const serviceDocuments: GenerateStep = {
  name: 'OpenAPI documents',
  files: () =>
    [campaignContract, entryContract, userContract, codeContract, exportContract].map((contract) => ({
      path: `schemas/services/${contract.service}.openapi.yaml`,
      text: stringify(openApiOf(contract), { aliasDuplicateObjects: false, lineWidth: 160 }),
    })),
};
