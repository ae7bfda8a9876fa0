import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import { decideReminder } from '../../domain/reminder.ts';
import { describeError, RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mail, Mailer, MailOutcome } from '../../ports/mailer.ts';
import type { ClaimedEmailJob, EmailJobKey, EmailJobOutcome, UserProfile, UserStore } from '../../ports/user-store.ts';
import type { campaignContract } from '../campaign/contract.ts';
import type { ClientOf } from '../contract.ts';
import type { EntryDocument, entryContract } from '../entry/contract.ts';
import type { NameAddress } from './mail/address-names.ts';
import { reminderMail } from './mail/reminder-mail.ts';
import type { UnsubscribeLinks } from './mail/unsubscribe-links.ts';

export interface DueMailSenderOptions {
  readonly store: UserStore;
  readonly mailer: Mailer;
  readonly entryService: Pick<ClientOf<typeof entryContract>, 'getEntries'>;
  readonly campaignService: Pick<ClientOf<typeof campaignContract>, 'getCampaign'>;
  readonly links: UnsubscribeLinks;
  readonly nameAddress: NameAddress;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailFrom: string;
  /** Right-hand side of message ids. */
  readonly host: string;
  /**
   * Whether no other process sends mails of this store. Then whatever is SENDING as it starts was claimed by one that is
   * gone, and is AMBIGUOUS at once; else only what is SENDING for 30 minutes is.
   */
  readonly sendsAlone: boolean;
}

export type SendCounts = Readonly<Record<'sent' | 'failed' | 'ambiguous' | 'skipped', number>>;

/** Looked up together, as the Entry Service gives 100 entries a request. */
const LOOKED_UP_AT_ONCE = 100;
/** Claimed, sent and settled together: when the process ends, at most this many mails are left AMBIGUOUS. */
const SENT_AT_ONCE = 20;
const MINUTE_MS = 60_000;
/** After each failed attempt; after the last the job is FAILED. */
const RETRY_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS];
/** Longer than any one sending takes: its claimer is gone, or could not write down how it ended. */
const CLAIM_MS = 30 * MINUTE_MS;

/** Sends what is due, at most `limit` mails. No job's mail goes out twice: one whose sending was cut off ends AMBIGUOUS. */
export const createDueMailSender = (options: DueMailSenderOptions): ((limit: number, correlationId: string) => Promise<SendCounts>) => {
  const { store, mailer, entryService, campaignService, links, nameAddress, clock, log, sendsAlone } = options;
  let started: Promise<number> | undefined;

  const settleAbandoned = async (): Promise<void> => {
    if (sendsAlone && started === undefined) {
      started = store.abandonClaims(Number.MAX_SAFE_INTEGER);
      started.catch(() => {
        started = undefined;
      });
      await started;
    } else {
      await started;
      await store.abandonClaims(clock.now() - CLAIM_MS);
    }
  };

  const campaignOf = async (campaignId: string, correlationId: string): Promise<CampaignWithMarkets | null> => {
    try {
      return await campaignService.getCampaign({ params: { campaignId } }, { correlationId });
    } catch (error) {
      if (error instanceof RegError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };

  const send = async (mail: Mail): Promise<MailOutcome> => {
    try {
      return await mailer.send(mail);
    } catch (error) {
      return { state: 'ambiguous', reason: describeError(error) };
    }
  };

  const later = ({ attempt }: ClaimedEmailJob, reason: string): EmailJobOutcome => {
    const wait = RETRY_AFTER_MS[attempt - 1];
    return wait === undefined ? { state: 'FAILED', reason } : { state: 'PLANNED', reason, retryAt: clock.now() + wait };
  };

  /** What the other services say of the jobs; throws when one of them is down, and then nothing is claimed yet. */
  const lookUp = async (jobs: readonly EmailJobKey[], correlationId: string): Promise<ReadonlyMap<string, Known>> => {
    const known = new Map<string, Known>();
    for (const [campaignId, ofCampaign] of Map.groupBy(jobs, (job) => job.campaignId)) {
      const campaign = await campaignOf(campaignId, correlationId);
      const globalUserIds = ofCampaign.map(({ globalUserId }) => globalUserId);
      const { entries } = await entryService.getEntries({ body: { campaignId, globalUserIds } }, { correlationId });
      ofCampaign.forEach((job, index) => {
        known.set(nameOf(job), { campaign, entry: entries[index] ?? null });
      });
    }
    return known;
  };

  const handle = async (
    job: ClaimedEmailJob,
    { campaign: found, entry }: Known,
    profile: UserProfile | null,
    isUnreachable: boolean,
  ): Promise<EmailJobOutcome> => {
    const market = found?.markets.find(({ id }) => id === job.marketId);
    if (found === null || market === undefined) return { state: 'SKIPPED', reason: 'campaign or market gone' };
    const decision = decideReminder({ entry, profile, campaign: found.campaign, market }, clock.now());
    if (decision.kind === 'skip') return { state: 'SKIPPED', reason: decision.reason };
    if (decision.kind === 'later' || !profile?.userInfo) return later(job, decision.kind === 'later' ? decision.reason : 'nothing known of the fan');
    if (isUnreachable) return { state: 'SKIPPED', reason: 'mails to this address come back' };
    let mail: Mail;
    try {
      mail = reminderMail({
        job,
        campaign: found.campaign,
        market,
        userInfo: profile.userInfo,
        accessCode: decision.accessCode,
        unsubscribeLink: links.linkFor(job.globalUserId),
        from: options.mailFrom,
        host: options.host,
        date: clock.now(),
      });
    } catch (error) {
      return { state: 'FAILED', reason: describeError(error) };
    }
    const outcome = await send(mail);
    if (outcome.state === 'sent') return { state: 'SENT', reason: null };
    if (outcome.state === 'ambiguous') return { state: 'AMBIGUOUS', reason: outcome.reason };
    return outcome.retryable ? later(job, outcome.reason) : { state: 'FAILED', reason: outcome.reason };
  };

  /** Profiles are read after the claim, so that who unsubscribed or was erased until this moment gets nothing. */
  const sendTogether = async (due: readonly EmailJobKey[], known: ReadonlyMap<string, Known>): Promise<readonly EmailJobOutcome[]> => {
    const jobs = await store.claim(due, clock.now());
    const profiles = await store.profiles(jobs.map(({ globalUserId }) => globalUserId));
    const addresses = new Map([...profiles].flatMap(([fan, { userInfo }]) => (userInfo === null ? [] : [[fan, nameAddress(userInfo.email)] as const])));
    const unreachable = await store.unreachable([...new Set(addresses.values())]);
    const outcomeOf = (job: ClaimedEmailJob): Promise<EmailJobOutcome> => {
      const { globalUserId } = job;
      return handle(job, known.get(nameOf(job)) ?? NOTHING_KNOWN, profiles.get(globalUserId) ?? null, unreachable.has(addresses.get(globalUserId) ?? ''));
    };
    const ended = await Promise.all(jobs.map(async (job) => ({ job, outcome: await outcomeOf(job) })));
    await store.settle(ended);
    for (const { job, outcome } of ended) {
      const { campaignId, marketId, template, occurrence } = job;
      if (outcome.state !== 'SENT')
        log.info({ campaignId, marketId, template, occurrence, state: outcome.state, reason: outcome.reason }, 'a mail was not sent');
    }
    return ended.map(({ outcome }) => outcome);
  };

  return async (limit, correlationId) => {
    await settleAbandoned();
    const counts = { sent: 0, failed: 0, ambiguous: 0, skipped: 0 };
    for (let left = limit; left > 0; ) {
      const due = await store.dueJobs(clock.now(), Math.min(left, LOOKED_UP_AT_ONCE));
      if (due.length === 0) break;
      left -= due.length;
      const known = await lookUp(due, correlationId);
      for (const together of chunks(due, SENT_AT_ONCE)) {
        for (const { state } of await sendTogether(together, known)) {
          const counted = COUNTED_AS[state];
          if (counted !== null) counts[counted] += 1;
        }
      }
    }
    return counts;
  };
};

const nameOf = ({ campaignId, marketId, globalUserId, template, occurrence }: EmailJobKey): string =>
  JSON.stringify([campaignId, marketId, globalUserId, template, occurrence]);

const COUNTED_AS = { SENT: 'sent', FAILED: 'failed', AMBIGUOUS: 'ambiguous', SKIPPED: 'skipped', PLANNED: null } as const satisfies Readonly<
  Record<EmailJobOutcome['state'], keyof SendCounts | null>
>;

/** What other services say of one job before its mail is decided on. */
interface Known {
  readonly campaign: CampaignWithMarkets | null;
  readonly entry: EntryDocument | null;
}
const NOTHING_KNOWN: Known = { campaign: null, entry: null };
