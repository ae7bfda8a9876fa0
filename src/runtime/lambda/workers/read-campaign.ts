import { readCampaign } from '../../../workers/registration/read-campaign.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { campaignCache } from '../ports/campaign-cache.ts';
import { campaignReader } from '../ports/campaign-reader.ts';

export const handler = lambdaHandler('readCampaign', readCampaign, { campaignCache, campaignStore: campaignReader });
