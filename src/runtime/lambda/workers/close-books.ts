import { closeBooks } from '../../../workers/selection/close-books.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';
import { entryService } from '../ports/entry-service.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('closeBooks', closeBooks, { campaignService, entryService, queues });
