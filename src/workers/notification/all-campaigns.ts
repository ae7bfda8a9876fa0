import type { Campaign } from '../../domain/campaign.ts';
import type { ServicesOf } from '../../topology.ts';

/** Every campaign, newest first, however many pages that takes. */
export const allCampaigns = async (
  { listCampaigns }: Pick<ServicesOf<'getMarketsToNotify'>['campaignService'], 'listCampaigns'>,
  correlationId: string,
): Promise<readonly Campaign[]> => {
  const all: Campaign[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listCampaigns({ query: after === undefined ? {} : { after } }, { correlationId });
    all.push(...page.campaigns);
    after = page.next;
  }
  return all;
};
