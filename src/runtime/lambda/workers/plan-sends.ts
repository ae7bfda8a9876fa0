import { planSends } from '../../../workers/notification/plan-sends.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';
import { entryService } from '../ports/entry-service.ts';
import { invokedWorkers } from '../ports/invoked-workers.ts';
import { userService } from '../ports/user-service.ts';

export const handler = lambdaHandler('planSends', planSends, { campaignService, entryService, userService, workers: invokedWorkers });
