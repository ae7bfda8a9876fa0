import { reportVerdicts } from '../../../workers/selection/report-verdicts.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { entryService } from '../ports/entry-service.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('reportVerdicts', reportVerdicts, { campaignService, entryService, queues, deadLetters });
