import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import { decideReminder } from '../../domain/reminder.ts';
import { describeError, RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mail, Mailer, MailOutcome } from '../../ports/mailer.ts';
import type { ClaimedEmailJob, EmailJobOutcome, UserProfile, UserStore } from '../../ports/user-store.ts';
import type { campaignContract } from '../campaign/contract.ts';
import type { ClientOf } from '../contract.ts';
import type { EntryDocument, entryContract } from '../entry/contract.ts';
import { reminderMail } from './mail/reminder-mail.ts';
import type { UnsubscribeLinks } from './mail/unsubscribe-links.ts';

export interface DueMailSenderOptions {
  readonly store: UserStore;
  readonly mailer: Mailer;
  readonly entryService: Pick<ClientOf<typeof entryContract>, 'getEntries'>;
  readonly campaignService: Pick<ClientOf<typeof campaignContract>, 'getCampaign'>;
  readonly links: UnsubscribeLinks;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailFrom: string;
  /** Right-hand side of message ids. */
  readonly host: string;
}

export type SendCounts = Readonly<Record<'sent' | 'failed' | 'ambiguous' | 'skipped', number>>;

const MAX_ENTRIES_A_REQUEST = 100;
const MAILS_IN_FLIGHT = 16;
const MINUTE_MS = 60_000;
/** After each failed attempt; after the last the job is FAILED. */
const RETRY_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS];
/** Longer than any one sending takes: its claimer is gone, or could not write down how it ended. */
const CLAIM_MS = 30 * MINUTE_MS;

/** Sends what is due, at most `limit` mails. No job's mail goes out twice: one whose sending was cut off ends AMBIGUOUS. */
export const createDueMailSender = (options: DueMailSenderOptions): ((limit: number, correlationId: string) => Promise<SendCounts>) => {
  const { store, mailer, entryService, campaignService, links, clock, log } = options;
  let started: Promise<number> | undefined;

  /** One process sends, so whatever is SENDING as it starts was claimed by one that is gone. */
  const settleAbandoned = async (): Promise<void> => {
    if (started === undefined) {
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

  const handle = async (job: ClaimedEmailJob, known: Known): Promise<EmailJobOutcome> => {
    const market = known.campaign?.markets.find(({ id }) => id === job.marketId);
    if (known.campaign === null || market === undefined) return { state: 'SKIPPED', reason: 'campaign or market gone' };
    const { campaign } = known.campaign;
    const { profile, entry } = known;
    const decision = decideReminder({ entry, profile, campaign, market }, clock.now());
    if (decision.kind === 'skip') return { state: 'SKIPPED', reason: decision.reason };
    if (decision.kind === 'later' || !profile?.userInfo) return later(job, decision.kind === 'later' ? decision.reason : 'nothing known of the fan');
    let mail: Mail;
    try {
      mail = reminderMail({
        job,
        campaign,
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

  return async (limit, correlationId) => {
    await settleAbandoned();
    const jobs = await store.claimDue(clock.now(), limit);
    let known: ReadonlyMap<ClaimedEmailJob, Known>;
    try {
      known = await lookUp(jobs);
    } catch (error) {
      await store.release(jobs);
      throw error;
    }
    const counts = { sent: 0, failed: 0, ambiguous: 0, skipped: 0 };
    const tally: Readonly<Record<EmailJobOutcome['state'], () => void>> = {
      SENT: () => counts.sent++,
      FAILED: () => counts.failed++,
      AMBIGUOUS: () => counts.ambiguous++,
      SKIPPED: () => counts.skipped++,
      PLANNED: () => undefined,
    };
    const waiting = jobs.values();
    const work = async (): Promise<void> => {
      for (const job of waiting) {
        const outcome = await handle(job, known.get(job) ?? NOTHING_KNOWN);
        await store.settle(job, outcome);
        tally[outcome.state]();
        if (outcome.state === 'FAILED' || outcome.state === 'AMBIGUOUS') log.warn({ jobId: job.jobId, state: outcome.state, reason: outcome.reason }, 'mail');
      }
    };
    await Promise.all(Array.from({ length: Math.min(MAILS_IN_FLIGHT, jobs.length) }, work));
    return counts;

    async function lookUp(claimed: readonly ClaimedEmailJob[]): Promise<ReadonlyMap<ClaimedEmailJob, Known>> {
      const found = new Map<ClaimedEmailJob, Known>();
      const profiles = await store.profiles([...new Set(claimed.map(({ globalUserId }) => globalUserId))]);
      for (const [campaignId, ofCampaign] of Map.groupBy(claimed, (job) => job.campaignId)) {
        const campaign = await campaignOf(campaignId, correlationId);
        for (const chunk of chunks(ofCampaign, MAX_ENTRIES_A_REQUEST)) {
          const globalUserIds = chunk.map(({ globalUserId }) => globalUserId);
          const { entries } = await entryService.getEntries({ body: { campaignId, globalUserIds } }, { correlationId });
          chunk.forEach((job, index) => {
            found.set(job, { campaign, entry: entries[index] ?? null, profile: profiles.get(job.globalUserId) ?? null });
          });
        }
      }
      return found;
    }
  };
};

/** What is looked up for one job before its mail is decided on. */
interface Known {
  readonly campaign: CampaignWithMarkets | null;
  readonly entry: EntryDocument | null;
  readonly profile: UserProfile | null;
}
const NOTHING_KNOWN: Known = { campaign: null, entry: null, profile: null };
