import type { Campaign, Market } from '../domain/campaign.ts';
import { RegError } from '../errors.ts';
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

/**
 * Fans keep a market that they ranked when it goes, and take part in no draw by it; a mistyped id of a market is the same.
 * Throws `STATE_INVALID` where a file leaves out markets of the campaign that fans have ranked.
 */
export const refuseDroppedMarkets = async ({ campaign, entry }: Pick<Connection, 'campaign' | 'entry'>, file: CampaignFile): Promise<void> => {
  const params = { campaignId: file.id };
  const kept = new Set(marketIdsIn(file.content));
  const there = await campaign.getCampaign({ params }).catch(nothingThere);
  const gone = (there?.markets ?? []).map(({ id }) => id).filter((id) => !kept.has(id));
  if (gone.length === 0) return;
  const { byMarket } = await entry.countEntries({ params });
  const ranked = gone.filter((id) => (byMarket[id]?.entrants ?? 0) > 0);
  if (ranked.length === 0) return;
  const names = ranked.map((id) => `${id} (${byMarket[id]?.entrants} entries rank it)`).join(', ');
  throw new RegError(
    'STATE_INVALID',
    `${file.name}: leaves out ${names}. A market's id cannot be changed; to take a market out all the same, say --drop-markets: fans who ranked no other take part in no draw.`,
    { detail: { markets: ranked } },
  );
};

const marketIdsIn = ({ markets }: CampaignFile['content']): readonly unknown[] =>
  Array.isArray(markets) ? markets.map((market: unknown) => (typeof market === 'object' && market !== null && 'id' in market ? market.id : null)) : [];

const nothingThere = (error: unknown): null => {
  if (error instanceof RegError && error.code === 'NOT_FOUND') return null;
  throw error;
};
