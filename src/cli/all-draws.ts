import type { Draw } from '../services/campaign/draw-contract.ts';
import { pagesOf } from '../services/contract.ts';
import type { Connection } from './connection.ts';

/** Every draw of a campaign, in order, however many pages that takes. */
export const allDraws = async ({ campaign }: Pick<Connection, 'campaign'>, campaignId: string): Promise<readonly Draw[]> => {
  const all: Draw[] = [];
  for await (const { draws } of pagesOf(campaign.listDraws, { params: { campaignId }, query: {} })) all.push(...draws);
  return all;
};
