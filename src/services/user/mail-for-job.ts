import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { EmailJobKey } from '../../domain/email-job.ts';
import { fanReference } from '../../domain/fan-reference.ts';
import { decideReceipt, decideReminder, decideResult, type NotNow } from '../../domain/mail-decision.ts';
import { describeError } from '../../errors.ts';
import type { Mail } from '../../ports/mailer.ts';
import type { UserProfile } from '../../ports/user-store.ts';
import type { EntryDocument } from '../entry/contract.ts';
import { receiptMail } from './mail/receipt-mail.ts';
import { reminderMail } from './mail/reminder-mail.ts';
import { resultMail } from './mail/result-mail.ts';

/** What is known of a job's campaign and fan when its turn comes. */
export interface MailWorld {
  readonly found: CampaignWithMarkets;
  /** The campaign's key of fans' pseudonyms; null where it is not there. */
  readonly referenceKey: Uint8Array | null;
  readonly entry: EntryDocument | null;
  readonly profile: UserProfile | null;
  /** Whether mails to the fan's address come back. */
  readonly isUnreachable: boolean;
}

interface Sender {
  readonly from: string;
  /** Right-hand side of message ids. */
  readonly host: string;
  readonly unsubscribeLink: string;
}

const NO_REFERENCE: NotNow = { kind: 'later', reason: 'no reference key of the campaign' };
/** The public page of a draw. */
const NO_PAGE_YET = null;

/** `failed`: the mail cannot be made, and never will. */
export type MailForJob = { readonly kind: 'mail'; readonly mail: Mail } | { readonly kind: NotNow['kind'] | 'failed'; readonly reason: string };

/** Decides on a job whose turn has come, at `now` (UTC milliseconds), and makes its mail. */
export const mailForJob = (job: EmailJobKey, world: MailWorld, sender: Sender, now: number): MailForJob => {
  try {
    const made = make(job, world, sender, now);
    if ('kind' in made) return made;
    return world.isUnreachable ? { kind: 'skip', reason: 'mails to this address come back' } : { kind: 'mail', mail: made };
  } catch (error) {
    return { kind: 'failed', reason: describeError(error) };
  }
};

const make = (job: EmailJobKey, world: MailWorld, sender: Sender, now: number): NotNow | Mail => {
  const { found, entry, profile, referenceKey } = world;
  const { campaign, markets } = found;
  const facts = { job, entry, profile, campaign, markets };
  const common = { job, campaign, ...sender, date: now };
  switch (job.template) {
    case 'reminder': {
      const decision = decideReminder(facts, now);
      if (decision.kind !== 'send') return decision;
      const { userInfo, market, accessCode } = decision;
      return reminderMail({ ...common, userInfo, market, accessCode });
    }
    case 'receipt': {
      const decision = decideReceipt(facts);
      if (decision.kind !== 'send') return decision;
      if (referenceKey === null) return NO_REFERENCE;
      const ref = fanReference(referenceKey, job.globalUserId);
      return receiptMail({ ...common, markets, userInfo: decision.userInfo, entry: decision.answers, ref });
    }
    case 'result': {
      const decision = decideResult(facts, now);
      if (decision.kind !== 'send') return decision;
      if (referenceKey === null) return NO_REFERENCE;
      const ref = fanReference(referenceKey, job.globalUserId);
      return resultMail({ ...common, userInfo: decision.userInfo, outcome: decision.outcome, ref, drawLink: NO_PAGE_YET });
    }
  }
};
