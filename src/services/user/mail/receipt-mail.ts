import type { Campaign } from '../../../domain/campaign.ts';
import type { Mail } from '../../../ports/mailer.ts';
import { type AnswersInput, answerFacts } from './answer-facts.ts';
import { isolated, webLink } from './foreign-text.ts';
import { formatInstant } from './language.ts';
import { type Envelope, languageOf, mailOf } from './mail-envelope.ts';
import { section } from './mail-view.ts';

export interface ReceiptMailInput extends Envelope, AnswersInput {
  readonly campaign: Pick<Campaign, 'name' | 'artist' | 'tour' | 'locales' | 'date' | 'referenceTimezone' | 'preferences'>;
  /** The fan's pseudonym in the draw, 32 hex digits (docs/draw.md). */
  readonly ref: string;
  /** Where a registration is changed or withdrawn, if there is such a page. */
  readonly changeLink?: string | null;
}

/** The receipt of a registration: what was registered, what comes next, and the reference. Throws as `mailOf` does. */
export const receiptMail = (input: ReceiptMailInput): Mail => {
  const { campaign, ref } = input;
  const language = languageOf(input);
  const { texts, tag } = language;
  const { receipt, direction } = texts;
  const close = formatInstant(campaign.date.close, campaign.referenceTimezone, tag);
  const link = webLink(input.changeLink);
  const named = (['artist', 'tour'] as const).flatMap((name) => {
    const value = campaign[name];
    return value === null ? [] : [{ label: texts.labels[name], values: [isolated(value, direction)] }];
  });
  return mailOf(input, language, {
    subject: receipt.subject({ campaign: campaign.name }),
    preheader: receipt.closes({ close }),
    title: receipt.title,
    sections: [
      section({ paragraphs: [receipt.lead({ campaign: isolated(campaign.name, direction) })] }),
      section({ heading: receipt.answers, facts: [...named, ...answerFacts(input, language)] }),
      section({
        heading: receipt.next,
        paragraphs: [receipt.closes({ close }), receipt.draw, receipt.change],
        button: link === null ? null : { words: receipt.toChange, link },
      }),
      section({ heading: texts.check.reference, paragraphs: [texts.check.ahead], code: { label: texts.labels.reference, value: ref, size: '13px' } }),
    ],
  });
};
