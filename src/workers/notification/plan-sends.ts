import type { Market } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import { sendTimes } from '../../domain/reminder.ts';
import { describeError, RegError } from '../../errors.ts';
import { pagesOf } from '../../services/contract.ts';
import type { Worker, WorkerContext } from '../worker.ts';
import type { MarketsToNotify } from './get-markets-to-notify.ts';

type Context = WorkerContext<'planSends'>;

const WINNERS_A_PAGE = 1000;
const JOBS_A_REQUEST = 100;

interface Plan {
  readonly plannedCount: number;
  /** Markets that could not be planned, and that trying again at once would not mend; the next run takes them up. */
  readonly errors: readonly { readonly marketId: string; readonly error: string }[];
}

/**
 * Hourly: plans the reminder mails of due markets, spread at the target rate and all before the presale. A job's key is
 * unique, so a run that stopped is repeated from the start and plans only the rest, behind the times that those before
 * have: the rate stays what it is. Throws `SERVICE_UNAVAILABLE`, after
 * all markets had their turn, where one failed for a moment only: the run is to come again sooner than in an hour, which
 * may be too late for the presale.
 */
export const planSends: Worker<'planSends', unknown, Plan> = async (_, context) => {
  const { services, log, correlationId } = context;
  const { marketIds, campaignIds } = marketsToNotify(await services.workers.getMarketsToNotify({}));
  let plannedCount = 0;
  const errors: { marketId: string; error: string }[] = [];
  const comeAgain: string[] = [];
  const failed = (marketId: string, error: unknown): void => {
    errors.push({ marketId, error: describeError(error) });
    if (error instanceof RegError && error.retryable) comeAgain.push(marketId);
  };
  for (const campaignId of new Set(campaignIds)) {
    const wanted = new Set(marketIds.filter((_id, index) => campaignIds[index] === campaignId));
    try {
      const { markets } = await services.campaignService.getCampaign({ params: { campaignId } }, { correlationId });
      for (const market of markets) {
        if (!wanted.delete(market.id)) continue;
        try {
          plannedCount += await planMarket(market, context);
        } catch (error) {
          failed(market.id, error);
        }
      }
    } catch (error) {
      for (const marketId of wanted) failed(marketId, error);
    }
  }
  if (errors.length > 0) log.warn({ errors }, 'reminders of some markets could not be planned');
  if (comeAgain.length > 0) throw new RegError('SERVICE_UNAVAILABLE', `The reminders of ${comeAgain.join(', ')} could not be planned yet: run it again.`);
  return { plannedCount, errors };
};

const marketsToNotify = (answer: unknown): MarketsToNotify => {
  const { marketIds, campaignIds } = (answer ?? {}) as Partial<MarketsToNotify>;
  if (!Array.isArray(marketIds) || !Array.isArray(campaignIds) || marketIds.length !== campaignIds.length) {
    throw new RegError('INTERNAL', 'getMarketsToNotify did not answer with markets and their campaigns.');
  }
  return { marketIds, campaignIds };
};

/** Answers how many mails are new. A market without winners stays unplanned: its draw may still be to come. */
const planMarket = async (market: Market, { services, clock, correlationId }: Context): Promise<number> => {
  const { notification } = market;
  if (notification === null) return 0;
  const sendAt = sendTimes({
    dueAt: Date.parse(notification.dueAt),
    now: clock.now(),
    presaleAt: Date.parse(market.event.presaleDateTime),
    mostWinners: market.capacity,
  });
  let winners = 0;
  let planned = 0;
  const request = { params: { marketId: market.id }, query: { limit: WINNERS_A_PAGE } };
  for await (const { entries } of pagesOf(services.entryService.getEntriesByMarket, request, { correlationId })) {
    for (const chunk of chunks(entries, JOBS_A_REQUEST)) {
      const jobs = chunk.map(({ globalUserId }, index) => ({
        campaignId: market.campaignId,
        marketId: market.id,
        globalUserId,
        template: 'reminder' as const,
        occurrence: notification.dueAt,
        sendAt: new Date(sendAt(winners + index)).toISOString(),
      }));
      planned += (await services.userService.enqueueEmailJobs({ body: { jobs } }, { correlationId })).planned;
      winners += chunk.length;
    }
  }
  if (winners > 0) {
    const planDone = { ...notification, plannedAt: new Date(clock.now()).toISOString() };
    await services.campaignService.setNotification({ params: { marketId: market.id }, body: { notification: planDone } }, { correlationId });
  }
  return planned;
};
