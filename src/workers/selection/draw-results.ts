import { RegError } from '../../errors.ts';
import type { campaignContract } from '../../services/campaign/contract.ts';
import type { DrawResult } from '../../services/campaign/draw-contract.ts';
import { type CallOptions, type ClientOf, pagesOf } from '../../services/contract.ts';

type CampaignClient = ClientOf<typeof campaignContract>;

/** What the service answers at most. */
const RESULTS_A_PAGE = 5000;

/** Campaign and number of a draw's id, `<campaignId>/<draw>`. Throws `INPUT_INVALID`. */
export const parseDrawId = (drawId: string): { readonly campaignId: string; readonly draw: number } => {
  const [, campaignId, draw] = /^([a-z0-9-]{1,64})\/([1-9][0-9]{0,8})$/.exec(drawId) ?? [];
  if (campaignId === undefined) throw new RegError('INPUT_INVALID', 'A drawId is `<campaignId>/<draw>`.', { detail: { drawId } });
  return { campaignId, draw: Number(draw) };
};

/** A draw that is drawn. */
export interface DrawnDraw {
  readonly drawId: string;
  readonly marketIds: readonly string[];
}

/** The draws of a campaign that are drawn, in their order. Throws `STATE_INVALID` where none of them holds the market. */
export const drawnDraws = async (
  campaigns: Pick<CampaignClient, 'listDraws'>,
  { campaignId, marketId }: { readonly campaignId: string; readonly marketId: string },
  options: CallOptions,
): Promise<readonly DrawnDraw[]> => {
  const drawn: DrawnDraw[] = [];
  for await (const page of pagesOf(campaigns.listDraws, { params: { campaignId }, query: {} }, options)) {
    for (const { state, drawId, markets } of page.draws) if (state === 'DRAWN') drawn.push({ drawId, marketIds: markets.map(({ id }) => id) });
  }
  if (!drawn.some(({ marketIds }) => marketIds.includes(marketId)))
    throw new RegError('STATE_INVALID', `The market ${marketId} is in no draw that is drawn: freeze and reveal one first, or start a selection.`);
  return drawn;
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
  for await (const { results } of pagesOf(campaigns.getDrawResults, { params, query: { ...filter, limit: RESULTS_A_PAGE } }, options))
    if (results.length > 0) yield results;
}
