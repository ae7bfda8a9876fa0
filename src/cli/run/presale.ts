import type { Campaign, CampaignWithMarkets } from '../../domain/campaign.ts';
import { type CampaignContext, type RunContext, settle } from './stage.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The first multiple of `step` after `instant`. */
const nextMultiple = (instant: number, step: number): number => (Math.floor(instant / step) + 1) * step;
/** The first multiple of `step` that is not before `instant`. */
const multipleFrom = (instant: number, step: number): number => Math.ceil(instant / step) * step;

/** Lives through the days until the last presale starts. Mails that are late are waited for until the presale's end. */
export const awaitPresale = (context: RunContext, { campaign }: CampaignWithMarkets): Promise<void> =>
  liveUntil(context, campaign, Date.parse(campaign.date.presaleEnd));

/** Lives through the days until an instant (milliseconds since the epoch) before the presale. */
export const awaitInstant = async (context: RunContext, { campaign }: CampaignWithMarkets, instant: number): Promise<void> => {
  await liveUntil(context, campaign, instant);
  context.clock.jumpTo(instant);
};

/**
 * Lives through the minutes in which the mails that are due now go out, as far as that is before `limit` (milliseconds
 * since the epoch): receipts before the draw, results before anybody withdraws. Without such mails no time passes.
 */
export const sendDueMails = async (context: CampaignContext, campaignId: string, limit: number): Promise<void> => {
  const { system, clock, connection } = context;
  for (;;) {
    const { nextSendAt } = await connection.user.countEmailJobs({ query: { campaignId } });
    const minute = nextMultiple(clock.now(), MINUTE_MS);
    if (nextSendAt === null || Date.parse(nextSendAt) > clock.now() || minute >= limit) return;
    clock.jumpTo(minute);
    await system.runDueSchedules();
    await settle(context, limit);
  }
};

/**
 * Every daily run until the last presale starts, every hourly run that has a reminder to plan, and the minutes in which
 * mails are due, as far as they are before `limit`. Hours in which nothing can happen are passed over.
 */
const liveUntil = async (context: RunContext, campaign: Campaign, limit: number): Promise<void> => {
  const { system, clock, connection } = context;
  const campaignId = campaign.id;
  for (;;) {
    await system.runDueSchedules();
    await settle(context, limit);
    const { markets } = await connection.campaign.getCampaign({ params: { campaignId } });
    const { nextSendAt } = await connection.user.countEmailJobs({ query: { campaignId } });
    const now = clock.now();
    const start = Math.max(Date.parse(campaign.date.presaleStart), ...markets.map(({ event }) => Date.parse(event.presaleDateTime)));
    const moments = [nextMultiple(now, DAY_MS), start];
    for (const reminder of campaign.date.reminders) moments.push(multipleFrom(Date.parse(reminder), HOUR_MS));
    for (const { notification } of markets) {
      if (notification !== null && notification.plannedAt === null) moments.push(multipleFrom(Math.max(Date.parse(notification.dueAt), now + 1), HOUR_MS));
    }
    const due = nextSendAt === null ? null : multipleFrom(Math.max(Date.parse(nextSendAt), now + 1), MINUTE_MS);
    if (due !== null) moments.push(due);
    const ahead = moments.filter((moment) => moment > now && (moment <= start || moment === due) && moment < limit);
    if (ahead.length === 0) return;
    clock.jumpTo(Math.min(...ahead));
  }
};
