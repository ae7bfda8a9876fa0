import type { Campaign, Market } from '../domain/campaign.ts';
import { type CampaignFile, explainCampaignError } from './campaign-file.ts';
import type { Connection } from './connection.ts';

/** Creates or changes a campaign as its file says. Throws `CAMPAIGN_INVALID` in the terms of the file. */
export const applyCampaign = async (
  { campaign }: Connection,
  file: CampaignFile,
): Promise<{ readonly campaign: Campaign; readonly markets: readonly Market[] }> => {
  try {
    return await campaign.putCampaign({ params: { campaignId: file.id }, body: { file: { ...file.content } } });
  } catch (error) {
    throw explainCampaignError(error, file);
  }
};
