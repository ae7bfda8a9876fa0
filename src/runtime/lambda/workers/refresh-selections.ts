import { refreshSelections } from '../../../workers/selection/refresh-selections.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';
import { codeService } from '../ports/code-service.ts';
import { deadLetters } from '../ports/dead-letters.ts';
import { entryService } from '../ports/entry-service.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('refreshSelections', refreshSelections, { campaignService, entryService, codeService, queues, deadLetters });
