import { revealDraw } from '../../../workers/selection/reveal-draw.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';

export const handler = lambdaHandler('revealDraw', revealDraw, { campaignService });
