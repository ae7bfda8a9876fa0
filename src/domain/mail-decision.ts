import type { Campaign, Market } from './campaign.ts';
import { type EmailJobKey, resultOf } from './email-job.ts';
import type { EntryFields, EntryItem, UserInfo } from './entry.ts';

type MailEntry = Pick<EntryItem, 'entry' | 'verdict' | 'accessCode' | 'selection' | 'createdAt' | 'fanModifiedAt'>;

/** What is known when a mail is about to go out. Null: there is none (any more). */
export interface MailFacts {
  readonly job: Pick<EmailJobKey, 'marketId' | 'occurrence'>;
  readonly entry: MailEntry | null;
  /** `modifiedAt`: the instant at which the fan said what is in `userInfo`; null where nobody knows. */
  readonly profile: { readonly userInfo: UserInfo | null; readonly modifiedAt: string | null; readonly unsubscribed: boolean } | null;
  readonly campaign: Pick<Campaign, 'date' | 'options'>;
  readonly markets: readonly Market[];
}

/** `skip`: this mail must never go out. `later`: something it needs is still on its way. */
export interface NotNow {
  readonly kind: 'skip' | 'later';
  readonly reason: string;
}
type Send<Content> = { readonly kind: 'send'; readonly userInfo: UserInfo } & Content;

/** The place that was won, with its code; null where the campaign shows none. */
export interface WonPlace {
  readonly market: Market;
  readonly accessCode: string | null;
}

/** What the draw, or a promotion after it, gave a fan. */
export type ResultOutcome =
  | ({ readonly verdict: 'WINNER' } & WonPlace)
  | { readonly verdict: 'WAITLIST'; readonly places: readonly { readonly market: Market; readonly place: number }[] }
  | { readonly verdict: 'LOSER' };

export type ReminderDecision = NotNow | Send<WonPlace>;
export type ReceiptDecision = NotNow | Send<{ readonly answers: EntryFields }>;
export type ResultDecision = NotNow | Send<{ readonly outcome: ResultOutcome }>;

const skip = (reason: string): NotNow => ({ kind: 'skip', reason });
const later = (reason: string): NotNow => ({ kind: 'later', reason });

/**
 * Whether a winner is reminded. Like all of these it decides at the moment of sending, as fans withdraw and unsubscribe
 * after the plan was made.
 */
export const decideReminder = (facts: MailFacts, now: number): ReminderDecision => {
  const fan = fanOf(facts);
  if ('kind' in fan) return fan;
  const place = wonPlace(facts, fan.entry, now);
  return 'kind' in place ? place : sendTo(fan, place);
};

/**
 * Whether a registration is acknowledged: the very one that the mail was planned for, and only once the address that the
 * fan gave with it has arrived, so that it does not go to a former one.
 */
export const decideReceipt = (facts: MailFacts): ReceiptDecision => {
  const fan = fanOf(facts);
  if ('kind' in fan) return fan;
  if (fan.entry.createdAt !== facts.job.occurrence) return skip('another registration of the fan has taken its place');
  const { modifiedAt = null } = facts.profile ?? {};
  if (modifiedAt !== null && modifiedAt < fan.entry.fanModifiedAt) return later('what the fan said last is still on its way');
  return sendTo(fan, { answers: fan.entry.entry });
};

/** Whether a fan is told what a draw said: only while it still stands, as a place may have been won meanwhile. */
export const decideResult = (facts: MailFacts, now: number): ResultDecision => {
  const fan = fanOf(facts);
  if ('kind' in fan) return fan;
  const { entry } = fan;
  const told = resultOf(facts.job.occurrence);
  if (told === null) return skip('the mail is about no result');
  if (entry.verdict !== told.verdict || (entry.selection?.drawId ?? told.drawId) !== told.drawId)
    return skip('the verdict has changed since, or is of another draw');
  if (told.verdict === 'LOSER') return sendTo(fan, { outcome: { verdict: 'LOSER' } });
  if (told.verdict === 'WAITLIST') return sendTo(fan, { outcome: { verdict: 'WAITLIST', places: placesOf(facts, entry) } });
  const place = wonPlace(facts, entry, now);
  return 'kind' in place ? place : sendTo(fan, { outcome: { verdict: 'WINNER', ...place } });
};

interface Fan {
  readonly entry: MailEntry;
  readonly userInfo: UserInfo | null;
}

const fanOf = ({ entry, profile }: MailFacts): NotNow | Fan => {
  if (profile?.unsubscribed === true) return skip('unsubscribed');
  return entry === null ? skip('entry withdrawn') : { entry, userInfo: profile?.userInfo ?? null };
};

const sendTo = <Content extends object>({ userInfo }: Fan, content: Content): NotNow | Send<Content> =>
  userInfo === null ? later('nothing known of the fan') : { kind: 'send', userInfo, ...content };

const wonPlace = ({ job, campaign, markets }: MailFacts, entry: MailEntry, now: number): NotNow | WonPlace => {
  const market = markets.find(({ id }) => id === job.marketId);
  if (market === undefined) return skip('campaign or market gone');
  if (entry.verdict !== 'WINNER' || (entry.selection?.marketId ?? market.id) !== market.id) return skip('no winner of this market');
  if (Date.parse(campaign.date.presaleEnd) <= now) return skip('the presale is over');
  if (!campaign.options.showAccessCode) return { market, accessCode: null };
  const accessCode = market.codes.mode === 'shared' ? market.codes.sharedCode : entry.accessCode;
  return accessCode === undefined ? later('no access code') : { market, accessCode };
};

const placesOf = ({ markets }: MailFacts, { selection }: MailEntry): readonly { readonly market: Market; readonly place: number }[] =>
  (selection?.waitlist ?? []).flatMap(({ marketId, place }) => {
    const market = markets.find(({ id }) => id === marketId);
    return market === undefined ? [] : [{ market, place }];
  });
