import type { Draw } from '../services/campaign/draw-contract.ts';
import type { Connection } from './connection.ts';

/** Every draw of a campaign, in order, however many pages that takes. */
export const allDraws = async ({ campaign }: Pick<Connection, 'campaign'>, campaignId: string): Promise<readonly Draw[]> => {
  const all: Draw[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof campaign.listDraws>> = await campaign.listDraws({ params: { campaignId }, query: { after } });
    all.push(...page.draws);
    after = page.next;
  }
  return all;
};
