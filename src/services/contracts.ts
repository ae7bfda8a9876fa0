import type { ServiceName } from '../ports/tokens.ts';
import { campaignContract } from './campaign/contract.ts';
import { codeContract } from './code/contract.ts';
import type { Contract } from './contract.ts';
import { entryContract } from './entry/contract.ts';
import { exportContract } from './export/contract.ts';
import { userContract } from './user/contract.ts';

/** The contracts of all services, by name. */
export const contracts = {
  campaign: campaignContract,
  entry: entryContract,
  user: userContract,
  code: codeContract,
  export: exportContract,
} as const satisfies Record<ServiceName, Contract>;
