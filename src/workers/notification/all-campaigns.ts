import type { Campaign } from '../../domain/campaign.ts';
import { pagesOf } from '../../services/contract.ts';
import type { ServicesOf } from '../../topology.ts';

/** Every campaign, newest first, however many pages that takes. */
export const allCampaigns = async (
  { listCampaigns }: Pick<ServicesOf<'getMarketsToNotify'>['campaignService'], 'listCampaigns'>,
  correlationId: string,
): Promise<readonly Campaign[]> => {
  const all: Campaign[] = [];
  for await (const { campaigns } of pagesOf(listCampaigns, { query: {} }, { correlationId })) all.push(...campaigns);
  return all;
};
