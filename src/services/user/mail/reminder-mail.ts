import type { Campaign } from '../../../domain/campaign.ts';
import type { Mail } from '../../../ports/mailer.ts';
import { isolated } from './foreign-text.ts';
import { formatInstant } from './language.ts';
import { type Envelope, languageOf, mailOf } from './mail-envelope.ts';
import { section } from './mail-view.ts';
import { presaleCalendar } from './presale-calendar.ts';
import { type Presale, presaleSections } from './presale-sections.ts';

export interface ReminderMailInput extends Envelope, Presale {
  readonly campaign: Pick<Campaign, 'name' | 'locales' | 'date'>;
}

/** The reminder of a presale that starts soon. Throws as `mailOf` does. */
export const reminderMail = (input: ReminderMailInput): Mail => {
  const { campaign, market } = input;
  const language = languageOf(input);
  const { texts, tag } = language;
  const shown = { campaign: isolated(campaign.name, texts.direction), market: isolated(market.name, texts.direction) };
  return mailOf(input, language, {
    subject: texts.reminder.subject({ campaign: campaign.name, market: market.name }),
    preheader: `${texts.labels.presale}${texts.colon}${formatInstant(market.event.presaleDateTime, market.timezone, tag)}`,
    title: texts.reminder.title,
    sections: [section({ paragraphs: [texts.reminder.lead(shown)] }), ...presaleSections(input, language)],
    attachments: [presaleCalendar(input, language)],
  });
};
