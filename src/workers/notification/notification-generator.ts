import type { CampaignWithMarkets, Market } from '../../domain/campaign.ts';
import type { RegisteredMarket } from '../../domain/pipeline-record.ts';
import { announced, GENERATOR_HORIZON_MS, hasReminders, isPresaleAhead, nextReminder } from '../../domain/reminder.ts';
import { sendFailures } from '../send-failures.ts';
import type { Worker, WorkerContext } from '../worker.ts';
import { allCampaigns } from './all-campaigns.ts';

type Context = WorkerContext<'notificationGenerator'>;

/** How many markets got a reminder announced, and how many winners they have so far. */
export interface Announced {
  readonly marketCount: number;
  readonly userCount: number;
}

/**
 * Daily: announces the reminders that fall due before the next run, and reports each market of a campaign that is open,
 * or whose presale is still ahead, to the data pipeline.
 */
export const notificationGenerator: Worker<'notificationGenerator', unknown, Announced> = async (_, context) => {
  const { services, clock, correlationId } = context;
  const now = clock.now();
  const total = { marketCount: 0, userCount: 0 };
  for (const { id: campaignId, status } of await allCampaigns(services.campaignService, correlationId)) {
    if (status !== 'OPEN' && status !== 'CLOSED') continue;
    const found = await services.campaignService.getCampaign({ params: { campaignId } }, { correlationId });
    const current = found.campaign.status === 'OPEN' ? found.markets : found.markets.filter((market) => isPresaleAhead(market, now));
    if (current.length === 0) continue;
    const { byMarket } = await services.entryService.countEntries({ params: { campaignId } }, { correlationId });
    const counts = current.map(({ id }): RegisteredMarket => ({ campaignId, marketId: id, ...(byMarket[id] ?? NOBODY) }));
    await report(counts, now, context);
    const due = await announce(found, current, now, context);
    total.marketCount += due.length;
    for (const { id } of due) total.userCount += byMarket[id]?.winners ?? 0;
  }
  return total;
};

const NOBODY = { entrants: 0, winners: 0, codes: 0 };

const report = async (counts: readonly RegisteredMarket[], now: number, { services, correlationId }: Context): Promise<void> => {
  const at = new Date(now).toISOString();
  const result = await services.queues.dataQueue.send(counts.map((data) => ({ body: { type: 'REGISTERED_MARKET', at, data }, correlationId })));
  const [failure] = sendFailures(
    'dataQueue',
    counts.map(({ marketId }) => marketId),
    result,
  );
  if (failure !== undefined) throw failure.error;
};

const announce = async (
  { campaign }: CampaignWithMarkets,
  markets: readonly Market[],
  now: number,
  { services, correlationId }: Context,
): Promise<readonly Market[]> => {
  if (!hasReminders(campaign)) return [];
  const due: Market[] = [];
  for (const market of markets) {
    const dueAt = nextReminder(campaign.date.reminders, market, now, now + GENERATOR_HORIZON_MS);
    if (dueAt === null) continue;
    await services.campaignService.setNotification({ params: { marketId: market.id }, body: { notification: announced(dueAt) } }, { correlationId });
    due.push(market);
  }
  return due;
};
