import { RegError } from '../../errors.ts';
import type { campaignContract, DrawResult } from '../../services/campaign/contract.ts';
import type { CallOptions, ClientOf } from '../../services/contract.ts';

type CampaignClient = ClientOf<typeof campaignContract>;

/** What the service answers at most. */
const RESULTS_A_PAGE = 5000;

/** Campaign and number of a draw's id, `<campaignId>/<draw>`. Throws `INPUT_INVALID`. */
export const parseDrawId = (drawId: string): { readonly campaignId: string; readonly draw: number } => {
  const [, campaignId, draw] = /^([a-z0-9-]{1,64})\/([1-9][0-9]{0,8})$/.exec(drawId) ?? [];
  if (campaignId === undefined) throw new RegError('INPUT_INVALID', 'A drawId is `<campaignId>/<draw>`.', { detail: { drawId } });
  return { campaignId, draw: Number(draw) };
};

/** The last draw of a campaign that is drawn. Throws `STATE_INVALID` where there is none. */
export const lastDrawn = async (campaigns: Pick<CampaignClient, 'listDraws'>, campaignId: string, options: CallOptions): Promise<string> => {
  const { draws } = await campaigns.listDraws({ params: { campaignId } }, options);
  const drawn = draws.findLast(({ state }) => state === 'DRAWN');
  if (drawn === undefined)
    throw new RegError('STATE_INVALID', `The campaign ${campaignId} has no draw that is drawn: freeze and reveal one first, or start its selection.`);
  return drawn.drawId;
};

export interface ResultsFilter {
  readonly marketId?: string;
  readonly verdict: DrawResult['verdict'];
}

/** Results of a draw in drawn order, a page at a time. */
export async function* pagesOfResults(
  campaigns: Pick<CampaignClient, 'getDrawResults'>,
  drawId: string,
  filter: ResultsFilter,
  options: CallOptions,
): AsyncGenerator<readonly DrawResult[]> {
  const params = parseDrawId(drawId);
  for (let after = 0; ; ) {
    const { results, next } = await campaigns.getDrawResults({ params, query: { ...filter, after, limit: RESULTS_A_PAGE } }, options);
    if (results.length > 0) yield results;
    if (next === null) return;
    after = next;
  }
}
