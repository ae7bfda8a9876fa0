import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { RegError } from '../../errors.ts';
import type { Connection } from '../connection.ts';
import type { LaterDraw } from './later-draws-file.ts';
import { awaitInstant, sendDueMails } from './presale.ts';
import { makeDraw, selectWinners } from './selection.ts';
import type { RunContext } from './stage.ts';
import type { Stopwatch } from './stopwatch.ts';
import { refreshMarkets, withdrawFans } from './withdrawals.ts';

export interface DrawsOptions {
  /** The words drawn in public, where the campaign's rules ask for some. */
  readonly publicRandomness: string | null;
  readonly watch: Stopwatch<'draw' | 'select' | 'mail'>;
  /** Fans who were registered. */
  readonly accepted: ReadonlyMap<string, unknown>;
}

/** What came of all draws. */
export interface Drawn {
  /** With the places that it has by now. */
  readonly campaign: CampaignWithMarkets;
  readonly withdrawn: number;
}

/**
 * All draws of the run, one after the other; after each, fans withdraw and the waitlists move up. What an earlier run has
 * done stays as it is: places that came for a later draw are not given to the waitlists of those before.
 */
export const makeDraws = async (context: RunContext, opened: CampaignWithMarkets, options: DrawsOptions): Promise<Drawn> => {
  const { input, note, journal } = context;
  const { publicRandomness, watch, accepted } = options;
  let campaign = opened;
  let withdrawn = 0;
  for (const later of [null, ...input.laterDraws]) {
    const draw = later?.draw ?? 1;
    if (later !== null) campaign = await openLaterDraw(context, campaign, later);
    note(draw === 1 ? 'Closing and drawing …' : `Drawing again: ${later?.reason} …`);
    await watch.time('draw', () => makeDraw(context, campaign.campaign.id, draw, later?.publicRandomness ?? publicRandomness));
    note('Selecting the winners …');
    await watch.time('select', () => selectWinners(context, campaign.campaign.id, draw));
    await watch.time('mail', () => sendDueMails(context, campaign.campaign.id, Date.parse(campaign.campaign.date.presaleEnd)));
    withdrawn += await withdrawFans(
      context,
      campaign,
      accepted,
      input.withdrawals.filter((withdrawal) => withdrawal.draw === draw).map(({ globalUserId }) => globalUserId),
    );
    if (journal.begun <= draw) await refreshMarkets(context, campaign);
  }
  return { campaign, withdrawn };
};

/** Adds the places of a later draw, asks for it and approves it; whatever of this an earlier run has done is left alone. */
const openLaterDraw = async (context: RunContext, campaign: CampaignWithMarkets, later: LaterDraw): Promise<CampaignWithMarkets> => {
  const { connection, approver, journal, input } = context;
  const { draw, reason, at, markets } = later;
  const params = { campaignId: campaign.campaign.id };
  if (at !== null) await awaitInstant(context, campaign, Date.parse(at));
  await journal.begin(draw);
  await journal.save();
  const { draws } = await connection.campaign.listDraws({ params, query: { after: draw - 1, limit: 1 } });
  if (draws.length > 0) return connection.campaign.getCampaign({ params });
  const added =
    markets === null ? campaign : await connection.campaign.putCampaign({ params, body: { file: withPlaces(input.file.content, campaign, markets) } });
  const request = await askFor(connection, params.campaignId, draw, { reason, ...(markets !== null && { marketIds: markets.map(({ id }) => id) }) });
  if (request.approvedBy === null) await approver.campaign.approveDraw({ params: { ...params, draw }, body: { requestId: request.requestId } });
  return added;
};

/** The campaign's file with the places that its markets have now, and those that some get. */
const withPlaces = (
  file: Readonly<Record<string, unknown>>,
  { markets }: CampaignWithMarkets,
  added: NonNullable<LaterDraw['markets']>,
): Record<string, unknown> => {
  const places = new Map([...markets, ...added].map(({ id, capacity, waitlistCapacity }) => [id, { capacity, waitlistCapacity }]));
  const inFile: readonly unknown[] = Array.isArray(file.markets) ? file.markets : [];
  return { ...file, markets: inFile.map((market) => (isMarket(market) ? { ...market, ...places.get(market.id) } : market)) };
};

const isMarket = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

const askFor = async ({ campaign }: Connection, campaignId: string, draw: number, body: { readonly reason: string; readonly marketIds?: string[] }) => {
  try {
    return await campaign.getDrawRequest({ params: { campaignId, draw } });
  } catch (error) {
    if (!(error instanceof RegError) || error.code !== 'NOT_FOUND') throw error;
    return campaign.requestDraw({ params: { campaignId }, body });
  }
};
