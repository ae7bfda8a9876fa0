import { readCampaign } from '../../../workers/registration/read-campaign.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignStore } from '../ports/campaign-store.ts';

export const handler = lambdaHandler('readCampaign', readCampaign, { campaignCache, campaignStore });
