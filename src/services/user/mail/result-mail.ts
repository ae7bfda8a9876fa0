import type { Campaign } from '../../../domain/campaign.ts';
import type { ResultOutcome } from '../../../domain/mail-decision.ts';
import type { Mail } from '../../../ports/mailer.ts';
import type { MailTexts } from './catalogue/mail-texts.ts';
import { isolated, webLink } from './foreign-text.ts';
import { formatInstant, type Language, numberIn } from './language.ts';
import { type Envelope, languageOf, type MailContent, mailOf } from './mail-envelope.ts';
import { type MailSection, section } from './mail-view.ts';
import { marketName, nightOf } from './market-facts.ts';
import { presaleCalendar } from './presale-calendar.ts';
import { presaleSections } from './presale-sections.ts';

export interface ResultMailInput extends Envelope {
  readonly campaign: Pick<Campaign, 'name' | 'locales' | 'date'>;
  readonly outcome: ResultOutcome;
  /** The fan's pseudonym in the draw, 32 hex digits (docs/draw.md). */
  readonly ref: string;
  /** The published draw with its check, if there is one. */
  readonly drawLink: string | null;
}

/** What came of a registration. Throws as `mailOf` does. */
export const resultMail = (input: ResultMailInput): Mail => {
  const language = languageOf(input);
  const { sections, ...content } = contentOf(input, language);
  return mailOf(input, language, { ...content, sections: [...sections, checkSection(input, language.texts)] });
};

const contentOf = (input: ResultMailInput, language: Language): MailContent => {
  const { outcome, campaign } = input;
  const { texts, tag } = language;
  const shown = isolated(campaign.name, texts.direction);
  if (outcome.verdict === 'WINNER') {
    const { market } = outcome;
    return {
      subject: texts.winner.subject({ campaign: campaign.name, market: market.name }),
      preheader: `${texts.labels.presale}${texts.colon}${formatInstant(market.event.presaleDateTime, market.timezone, tag)}`,
      title: texts.winner.title,
      sections: [
        section({ paragraphs: [texts.winner.lead({ campaign: shown, market: isolated(market.name, texts.direction) })] }),
        ...presaleSections({ ...outcome, campaign }, language),
      ],
      attachments: [presaleCalendar({ ...input, market }, language)],
    };
  }
  const { subject, title, lead } = outcome.verdict === 'WAITLIST' ? texts.waitlist : texts.loser;
  const about = { campaign: campaign.name };
  const paragraph = lead({ campaign: shown });
  const facts =
    outcome.verdict === 'WAITLIST'
      ? outcome.places.map(({ market, place }) => ({
          label: `${marketName(market, texts)}${texts.comma}${nightOf(market, tag)}`,
          values: [texts.waitlist.place({ place: numberIn(place, tag) })],
        }))
      : [];
  return {
    subject: subject(about),
    preheader: paragraph,
    title,
    sections: [
      section({ paragraphs: [paragraph] }),
      ...(outcome.verdict === 'WAITLIST'
        ? [section({ heading: texts.waitlist.places, facts, paragraphs: [] }), section({ paragraphs: [texts.waitlist.next] })]
        : []),
    ],
  };
};

const checkSection = ({ ref, drawLink }: ResultMailInput, { check, labels }: MailTexts): MailSection => {
  const link = webLink(drawLink);
  return section({
    heading: check.reference,
    paragraphs: [check.held],
    code: { label: labels.reference, value: ref, size: '13px' },
    button: link === null ? null : { words: check.toDraw, link },
  });
};
