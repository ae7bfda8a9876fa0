import { freezeDraw } from '../../../workers/selection/freeze-draw.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';

export const handler = lambdaHandler('freezeDraw', freezeDraw, { campaignService });
