import { campaignRoutes } from '../../../generated/service-routes/campaign.ts';
import { codeRoutes } from '../../../generated/service-routes/code.ts';
import { entryRoutes } from '../../../generated/service-routes/entry.ts';
import { userRoutes } from '../../../generated/service-routes/user.ts';
import { exportService } from '../../services/export.ts';
import { serviceHandler, serviceParts } from '../service-handler.ts';

export const handler = await serviceHandler((cloud) =>
  exportService(serviceParts(cloud, { campaign: campaignRoutes, entry: entryRoutes, user: userRoutes, code: codeRoutes })),
);
