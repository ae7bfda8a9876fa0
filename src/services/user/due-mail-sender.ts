import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import type { EmailJobKey } from '../../domain/email-job.ts';
import { referenceKeyName } from '../../domain/fan-reference.ts';
import { describeError, RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Mail, Mailer, MailOutcome } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { ClaimedEmailJob, EmailJobOutcome, UserProfile, UserStore } from '../../ports/user-store.ts';
import type { campaignContract } from '../campaign/contract.ts';
import type { ClientOf } from '../contract.ts';
import type { EntryDocument, entryContract } from '../entry/contract.ts';
import type { NameAddress } from './mail/address-names.ts';
import type { UnsubscribeLinks } from './mail/unsubscribe-links.ts';
import { mailForJob } from './mail-for-job.ts';

export interface DueMailSenderOptions {
  readonly store: UserStore;
  readonly mailer: Mailer;
  readonly entryService: Pick<ClientOf<typeof entryContract>, 'getEntries'>;
  readonly campaignService: Pick<ClientOf<typeof campaignContract>, 'getCampaign'>;
  readonly links: UnsubscribeLinks;
  readonly secrets: Pick<Secrets, 'get'>;
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

export interface SendCounts extends Readonly<Record<'sent' | 'failed' | 'ambiguous' | 'skipped', number>> {
  /** Whether nothing that was due is left. */
  readonly isAll: boolean;
}

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
  const { store, mailer, entryService, campaignService, links, secrets, nameAddress, clock, log, sendsAlone } = options;
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

  /** Null where there is none: mails that do not show a fan's pseudonym go out all the same. */
  const referenceKeyOf = async (campaignId: string): Promise<Uint8Array | null> => {
    try {
      return await secrets.get(referenceKeyName(campaignId));
    } catch (error) {
      if (error instanceof RegError && error.code === 'SECRET_MISSING') return null;
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
      const referenceKey = ofCampaign.some(({ template }) => template !== 'reminder') ? await referenceKeyOf(campaignId) : null;
      const globalUserIds = ofCampaign.map(({ globalUserId }) => globalUserId);
      const { entries } = await entryService.getEntries({ body: { campaignId, globalUserIds } }, { correlationId });
      ofCampaign.forEach((job, index) => {
        known.set(nameOf(job), { campaign, referenceKey, entry: entries[index] ?? null });
      });
    }
    return known;
  };

  const handle = async (
    job: ClaimedEmailJob,
    { campaign: found, referenceKey, entry }: Known,
    profile: UserProfile | null,
    isUnreachable: boolean,
  ): Promise<EmailJobOutcome> => {
    if (found === null) return { state: 'SKIPPED', reason: 'campaign or market gone' };
    const from = { from: options.mailFrom, host: options.host, unsubscribeLink: links.linkFor(job.globalUserId) };
    const composed = mailForJob(job, { found, referenceKey, entry, profile, isUnreachable }, from, clock.now());
    if (composed.kind === 'later') return later(job, composed.reason);
    if (composed.kind !== 'mail') return { state: composed.kind === 'skip' ? 'SKIPPED' : 'FAILED', reason: composed.reason };
    const outcome = await send(composed.mail);
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
    const counts = { sent: 0, failed: 0, ambiguous: 0, skipped: 0, isAll: false };
    for (let left = limit; left > 0; ) {
      const due = await store.dueJobs(clock.now(), Math.min(left, LOOKED_UP_AT_ONCE));
      if (due.length === 0) return { ...counts, isAll: true };
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
  Record<EmailJobOutcome['state'], Exclude<keyof SendCounts, 'isAll'> | null>
>;

/** What other services say of one job before its mail is decided on. */
interface Known {
  readonly campaign: CampaignWithMarkets | null;
  readonly referenceKey: Uint8Array | null;
  readonly entry: EntryDocument | null;
}
const NOTHING_KNOWN: Known = { campaign: null, referenceKey: null, entry: null };
