import { getMarketsToNotify } from '../../../workers/notification/get-markets-to-notify.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignService } from '../ports/campaign-service.ts';

export const handler = lambdaHandler('getMarketsToNotify', getMarketsToNotify, { campaignService });
