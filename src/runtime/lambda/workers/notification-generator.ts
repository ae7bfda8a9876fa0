import { notificationGenerator } from '../../../workers/notification/notification-generator.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';
import { entryService } from '../ports/entry-service.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('notificationGenerator', notificationGenerator, { campaignService, entryService, queues });
