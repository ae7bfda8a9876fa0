import type { Campaign } from '../../../domain/campaign.ts';
import { normaliseEmail } from '../../../domain/email-address.ts';
import type { EmailJobKey } from '../../../domain/email-job.ts';
import type { UserInfo } from '../../../domain/entry.ts';
import { mailNameOf } from '../../../domain/mail-name.ts';
import { isCleanText } from '../../../domain/text-rules.ts';
import { RegError } from '../../../errors.ts';
import { mailHtml } from '../../../generated/mail/mail-html.ts';
import type { Mail } from '../../../ports/mailer.ts';
import { isolated, presentableName, withoutDirectionControls } from './foreign-text.ts';
import { chooseLanguage, type Language } from './language.ts';
import type { MailView } from './mail-view.ts';
import { textPart } from './text-part.ts';

/** What each mail is told besides what it is about. */
export interface Envelope {
  readonly job: EmailJobKey;
  readonly campaign: Pick<Campaign, 'name' | 'locales'>;
  readonly userInfo: Pick<UserInfo, 'email' | 'firstName' | 'lastName' | 'locale'>;
  readonly unsubscribeLink: string;
  readonly from: string;
  /** Right-hand side of the message id. */
  readonly host: string;
  /** UTC milliseconds. */
  readonly date: number;
}

/** What a mail is about, in the language of the envelope. */
export type MailContent = Pick<MailView, 'subject' | 'preheader' | 'title' | 'sections'> & Partial<Pick<Mail, 'attachments'>>;

/** The fan's language, else the campaign's default, else English. */
export const languageOf = ({ userInfo, campaign }: Pick<Envelope, 'userInfo' | 'campaign'>): Language =>
  chooseLanguage([userInfo.locale, ...campaign.locales.slice(0, 1)]);

/** The mail as it is sent. Throws `INPUT_INVALID` for an address that is none and for a header with a line break. */
export const mailOf = (envelope: Envelope, { texts, tag }: Language, content: MailContent): Mail => {
  const { userInfo, campaign, unsubscribeLink } = envelope;
  const address = normaliseEmail(userInfo.email);
  if (address === null) throw new RegError('INPUT_INVALID', 'The address of the fan is no e-mail address.');
  const firstName = presentableName(userInfo.firstName);
  const subject = withoutDirectionControls(content.subject);
  const campaignName = isolated(campaign.name, texts.direction);
  const view: MailView = {
    tag,
    direction: texts.direction,
    start: texts.direction === 'ltr' ? 'left' : 'right',
    end: texts.direction === 'ltr' ? 'right' : 'left',
    subject,
    campaign: campaignName,
    preheader: content.preheader,
    title: content.title,
    greeting: texts.greeting(firstName === null ? null : isolated(firstName, texts.direction)),
    sections: content.sections,
    reason: texts.reason({ campaign: campaignName }),
    unsubscribe: { words: texts.unsubscribe, link: unsubscribeLink },
  };
  const headers = {
    'List-Unsubscribe': `<${unsubscribeLink}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    'Content-Language': tag,
  };
  for (const [name, value] of [...Object.entries(headers), ['Subject', subject], ['From', envelope.from]] as const) {
    if (!isCleanText(value)) throw new RegError('INPUT_INVALID', `The header ${name} of the mail would hold a line break or another control character.`);
  }
  const names = [firstName, presentableName(userInfo.lastName)];
  return {
    messageId: messageIdOf(envelope.job, envelope.host),
    from: envelope.from,
    to: { name: names.filter((name) => name !== null).join(' '), address },
    subject,
    text: textPart(view, texts.colon),
    html: mailHtml(view),
    headers,
    attachments: content.attachments ?? [],
    date: envelope.date,
  };
};

/** The same for the same job, and telling nothing of the fan. */
export const messageIdOf = (job: EmailJobKey, host: string): string => `${mailNameOf(job)}@${host}`;
