import { campaignRoutes } from '../../generated/service-routes/campaign.ts';
import { codeRoutes } from '../../generated/service-routes/code.ts';
import { entryRoutes } from '../../generated/service-routes/entry.ts';
import { exportRoutes } from '../../generated/service-routes/export.ts';
import { userRoutes } from '../../generated/service-routes/user.ts';
import type { ServiceName } from '../../ports/tokens.ts';
import type { Routes } from '../../services/contract.ts';

/** The operations of all services, with the checks of their answers: any of them may run elsewhere. */
export const serviceRoutes: Readonly<Record<ServiceName, Routes>> = {
  campaign: campaignRoutes,
  entry: entryRoutes,
  user: userRoutes,
  code: codeRoutes,
  export: exportRoutes,
};
