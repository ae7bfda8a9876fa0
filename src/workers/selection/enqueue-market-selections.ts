import type { Market } from '../../domain/campaign.ts';
import type { Selection } from '../../domain/message.ts';
import { RegError } from '../../errors.ts';
import type { SelectionStats } from '../../services/campaign/contract.ts';
import type { Worker, WorkerContext } from '../worker.ts';
import { pagesOfResults, parseDrawId } from './draw-results.ts';
import { reserveForDraw } from './reserve-codes.ts';
import { createSelectionSender } from './selection-chunks.ts';

export interface MarketSelectionInput {
  readonly campaignId: string;
  readonly marketId: string;
  /** Most winners that are selected, in drawn order. */
  readonly selectionCount: number;
  /** Most fans of the waitlist that are told so, in drawn order. Default: all. */
  readonly waitlistCount?: number;
  /** Without it the market is drawn alone, unless a draw holds it already: then by the last one that does. */
  readonly drawId?: string;
}

export interface MarketSelectionAnswer {
  readonly marketId: string;
  readonly stats: SelectionStats;
  readonly errors: readonly string[];
}

type Context = WorkerContext<'enqueueMarketSelections'>;

/**
 * Reserves codes for one market's winners and enqueues its selections. Safe to repeat: the same codes are reserved, and
 * the same chunks enqueued, which are counted once. With too few codes nothing is enqueued.
 */
export const enqueueMarketSelections: Worker<'enqueueMarketSelections', MarketSelectionInput, MarketSelectionAnswer> = async (input, context) => {
  const { services, correlationId } = context;
  const { campaignService } = services;
  const { campaignId, marketId } = input;
  const drawId = input.drawId ?? (await drawAlone(input, context));
  const params = parseDrawId(drawId);
  const market = await campaignService.getMarket({ params: { marketId } }, { correlationId });
  if (market.campaignId !== campaignId || params.campaignId !== campaignId)
    throw new RegError('INPUT_INVALID', `The market ${marketId} and the draw ${drawId} do not both belong to the campaign ${campaignId}.`);
  const counts = (await campaignService.countDrawResults({ params }, { correlationId })).markets[marketId];
  if (counts === undefined) throw new RegError('STATE_INVALID', `The draw ${drawId} does not hold the market ${marketId}.`);

  const stats = {
    eligible: counts.eligible,
    selected: Math.min(counts.winners, input.selectionCount),
    waitlisted: Math.min(counts.waitlisted, input.waitlistCount ?? counts.waitlisted),
    reserved: 0,
    enqueued: 0,
    failed: 0,
  };
  const report = (status: 'PROCESSING' | 'FINISHED' | 'FAILED', now: SelectionStats, shortfall = 0) =>
    campaignService.reportCampaignStats({ params: { marketId }, body: { drawId, status, stats: now, shortfall } }, { correlationId });

  await report('PROCESSING', stats);
  let reached: SelectionStats = stats;
  let missing = 0;
  const sender = createSelectionSender(
    services.queues.saveSelectionQueue,
    { campaignId, marketId, drawId, codes: market.codes.mode },
    `${drawId}/${marketId}`,
    context,
  );
  try {
    const { codes, shortfall } = await reserve(market, drawId, stats.selected, context);
    reached = { ...stats, reserved: market.codes.mode === 'unique' ? codes.length : 0 };
    missing = shortfall;
    if (shortfall > 0) throw codesShort(marketId, stats.selected, shortfall);
    await addSelections(sender.add, { drawId, marketId, verdict: 'WINNER', count: stats.selected, codes }, context);
    await addSelections(sender.add, { drawId, marketId, verdict: 'WAITLIST', count: stats.waitlisted, codes: [] }, context);
    await sender.finish();
  } catch (error) {
    await report('FAILED', { ...reached, enqueued: sender.enqueued, failed: sender.failed }, missing);
    throw error;
  }
  const finished = { ...reached, enqueued: sender.enqueued };
  await report('FINISHED', finished);
  return { marketId, stats: finished, errors: [] };
};

const codesShort = (marketId: string, selected: number, shortfall: number): RegError =>
  new RegError('CODES_SHORT', `The market ${marketId} has ${shortfall} codes too few for its ${selected} winners: import more and select again.`, {
    detail: { marketId, shortfall },
  });

/** Safe to repeat: what is frozen or drawn is answered as it is. */
const drawAlone = async (
  { campaignId, marketId, selectionCount, waitlistCount }: MarketSelectionInput,
  { services, correlationId }: Context,
): Promise<string> => {
  const market = { marketId, selectionCount, ...(waitlistCount !== undefined && { waitlistCount }) };
  const { draw, state, drawId } = await services.campaignService.freezeDraw({ params: { campaignId }, body: { market } }, { correlationId });
  if (state === 'FROZEN') await services.campaignService.revealDraw({ params: { campaignId, draw }, body: {} }, { correlationId });
  return drawId;
};

/** A code for each winner, in drawn order; of a shared code everyone gets the same, and nothing is reserved. */
const reserve = async ({ id, campaignId, codes }: Market, drawId: string, count: number, { services, correlationId }: Context) => {
  if (codes.mode === 'shared') return { codes: new Array<string>(count).fill(codes.sharedCode), shortfall: 0 };
  return reserveForDraw(services.codeService, { campaignId, marketId: id, drawId, count }, { correlationId });
};

interface Wanted {
  readonly drawId: string;
  readonly marketId: string;
  readonly verdict: 'WINNER' | 'WAITLIST';
  readonly count: number;
  readonly codes: readonly string[];
}

const addSelections = async (
  add: (selections: readonly Selection[]) => Promise<void>,
  { drawId, marketId, verdict, count, codes }: Wanted,
  { services, correlationId }: Context,
): Promise<void> => {
  let taken = 0;
  if (count === 0) return;
  for await (const page of pagesOfResults(services.campaignService, drawId, { marketId, verdict }, { correlationId })) {
    const selections = page.slice(0, count - taken).map(({ globalUserId, position, waitlist }, index): Selection => {
      const accessCode = codes[taken + index];
      return { globalUserId, verdict, position, waitlist, ...(accessCode === undefined ? {} : { accessCode }) };
    });
    taken += selections.length;
    await add(selections);
    if (taken === count) return;
  }
};
