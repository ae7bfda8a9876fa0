import type { Campaign, Market } from '../../../domain/campaign.ts';
import { normaliseEmail } from '../../../domain/email-address.ts';
import type { UserInfo } from '../../../domain/entry.ts';
import { mailNameOf } from '../../../domain/mail-name.ts';
import { isCleanText } from '../../../domain/text-rules.ts';
import { RegError } from '../../../errors.ts';
import type { Mail } from '../../../ports/mailer.ts';
import type { EmailJobKey } from '../../../ports/user-store.ts';
import { chooseLanguage } from './language.ts';
import { type ReminderContent, renderReminder } from './render-reminder.ts';

export interface ReminderMailInput {
  readonly job: EmailJobKey;
  readonly campaign: Pick<Campaign, 'name' | 'locales'>;
  readonly market: Pick<Market, 'name' | 'city' | 'timezone' | 'event' | 'codes'>;
  readonly userInfo: Pick<UserInfo, 'email' | 'firstName' | 'lastName' | 'locale'>;
  /** Null where the campaign shows none. */
  readonly accessCode: string | null;
  readonly unsubscribeLink: string;
  readonly from: string;
  /** Right-hand side of the message id. */
  readonly host: string;
  /** UTC milliseconds. */
  readonly date: number;
}

/** The reminder as it is sent. Throws `INPUT_INVALID` for an address that is none and for a header with a line break. */
export const reminderMail = (input: ReminderMailInput): Mail => {
  const { campaign, market, userInfo, unsubscribeLink } = input;
  const address = normaliseEmail(userInfo.email);
  if (address === null) throw new RegError('INPUT_INVALID', 'The address of the fan is no e-mail address.');
  const { texts, tag } = chooseLanguage([userInfo.locale, ...campaign.locales.slice(0, 1)]);
  const content: ReminderContent = {
    campaignName: campaign.name,
    market,
    firstName: presentableName(userInfo.firstName),
    accessCode: input.accessCode,
    unsubscribeLink,
  };
  const { subject, text, html } = renderReminder(content, texts, tag);
  const headers = {
    'List-Unsubscribe': `<${unsubscribeLink}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    'Content-Language': tag,
  };
  for (const [name, value] of [...Object.entries(headers), ['Subject', subject], ['From', input.from]] as const) {
    if (!isCleanText(value)) throw new RegError('INPUT_INVALID', `The header ${name} of the reminder would hold a line break or another control character.`);
  }
  const names = [presentableName(userInfo.firstName), presentableName(userInfo.lastName)];
  return {
    messageId: messageIdOf(input.job, input.host),
    from: input.from,
    to: { name: names.filter((name) => name !== null).join(' '), address },
    subject,
    text,
    html,
    headers,
    attachments: [],
    date: input.date,
  };
};

/** The same for the same job, and telling nothing of the fan. */
export const messageIdOf = (job: EmailJobKey, host: string): string => `${mailNameOf(job)}@${host}`;

const MAX_NAME = 60;
/** Whoever registers with somebody else's address must not be able to put a message of their own into the mail. */
const LINK_LIKE = /[/:@<>"\\[\]()]|www\.|\.\w{2,}/i;

/** A name as it may be shown: null for an empty or long one, and for one that looks like a link or could break a header. */
export const presentableName = (name: string): string | null => {
  const trimmed = name.trim();
  return trimmed === '' || trimmed.length > MAX_NAME || !isCleanText(trimmed) || LINK_LIKE.test(trimmed) ? null : trimmed;
};
