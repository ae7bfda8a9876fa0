import { enqueueMarketSelections } from '../../../workers/selection/enqueue-market-selections.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';
import { codeService } from '../ports/code-service.ts';
import { queues } from '../ports/queues.ts';

export const handler = lambdaHandler('enqueueMarketSelections', enqueueMarketSelections, { campaignService, codeService, queues });
