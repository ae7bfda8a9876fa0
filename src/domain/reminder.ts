import type { Campaign, Market, MarketNotification } from './campaign.ts';

/** Mails a second that a reminder is spread at, unless the presale comes too soon for that. */
export const TARGET_RATE = 10;

/** How far `notificationGenerator` looks ahead: until its next daily run. */
export const GENERATOR_HORIZON_MS = 24 * 60 * 60 * 1000;

/** Whether fans of a campaign are reminded at all. */
export const hasReminders = ({ status, options }: Pick<Campaign, 'status' | 'options'>): boolean =>
  options.automatedReminders && (status === 'OPEN' || status === 'CLOSED');

export const isPresaleAhead = ({ event }: Pick<Market, 'event'>, now: number): boolean => Date.parse(event.presaleDateTime) > now;

/**
 * The reminder to announce for a market: the first of the campaign's that falls due before `until` and was not announced
 * yet. Of several that were missed only the last counts. Null where there is none, where one is still to be planned, and
 * for a reminder that is no earlier than the presale.
 */
export const nextReminder = (reminders: readonly string[], market: Pick<Market, 'event' | 'notification'>, now: number, until: number): string | null => {
  const { notification } = market;
  if (notification !== null && notification.plannedAt === null) return null;
  const announced = notification === null ? Number.NEGATIVE_INFINITY : Date.parse(notification.dueAt);
  const presale = Date.parse(market.event.presaleDateTime);
  if (presale <= now) return null;
  const due = reminders
    .map((text) => Date.parse(text))
    .filter((at) => at > announced && at < until && at < presale)
    .sort((a, b) => a - b);
  const chosen = due.findLast((at) => at <= now) ?? due[0];
  return chosen === undefined ? null : new Date(chosen).toISOString();
};

/** What an hourly look finds to do about a market's reminder. */
export type ReminderStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'plan' }
  /** The presale has begun: a reminder would come too late. */
  | { readonly kind: 'clear' }
  /** One fell due that the daily run has not announced: another of the same day, or one that came into the campaign since. */
  | { readonly kind: 'announce-and-plan'; readonly dueAt: string };

/** Decides on one market; `market.notification` is what `notificationGenerator` or an earlier look left. */
export const reminderStep = (
  campaign: Pick<Campaign, 'status' | 'options' | 'date'>,
  market: Pick<Market, 'event' | 'notification'>,
  now: number,
): ReminderStep => {
  const { notification } = market;
  if (!isPresaleAhead(market, now)) return { kind: notification === null ? 'none' : 'clear' };
  if (!hasReminders(campaign)) return { kind: 'none' };
  if (notification !== null && notification.plannedAt === null) return { kind: Date.parse(notification.dueAt) <= now ? 'plan' : 'none' };
  const dueAt = nextReminder(campaign.date.reminders, market, now, now + 1);
  return dueAt === null ? { kind: 'none' } : { kind: 'announce-and-plan', dueAt };
};

/**
 * The reminder that who wins now comes too late to be planned for with the others: the one that was planned last, as long
 * as the presale is ahead. Null where there is none.
 */
export const missedReminder = (campaign: Pick<Campaign, 'status' | 'options'>, market: Pick<Market, 'event' | 'notification'>, now: number): string | null => {
  const { notification } = market;
  return notification !== null && notification.plannedAt !== null && hasReminders(campaign) && isPresaleAhead(market, now) ? notification.dueAt : null;
};

export const announced = (dueAt: string): MarketNotification => ({ dueAt, plannedAt: null, notifiedAt: null });

/**
 * When the mail with this index (from 0) goes out, in UTC milliseconds: at `TARGET_RATE` from the due time on, or from now
 * if that has passed. With more winners than fit before the presale the rate rises; the last is out before it starts.
 */
export const sendTimes = (plan: { readonly dueAt: number; readonly now: number; readonly presaleAt: number; readonly mostWinners: number }) => {
  const from = Math.max(plan.dueAt, plan.now);
  const last = plan.presaleAt - 1;
  const gap = Math.min(1000 / TARGET_RATE, (last - from) / Math.max(plan.mostWinners, 1));
  return (index: number): number => Math.max(Math.min(from + Math.floor(index * gap), last), plan.now);
};
