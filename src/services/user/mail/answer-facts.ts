import type { Campaign, Market, Preference } from '../../../domain/campaign.ts';
import { isolated, presentableName, presentableText, withoutDirectionControls } from './foreign-text.ts';
import { counted, type Language, labelIn, numberIn } from './language.ts';
import type { MailFact } from './mail-view.ts';
import { marketName, nightOf } from './market-facts.ts';

export interface AnswersInput {
  readonly campaign: Pick<Campaign, 'preferences' | 'locales'>;
  readonly markets: readonly Market[];
  /** As it is stored. An answer to no preference of the campaign, and one of another shape than its preference's, is left out. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/** What a fan answered, each preference by its label, in the campaign's order. */
export const answerFacts = (input: AnswersInput, language: Language): readonly MailFact[] =>
  input.campaign.preferences.flatMap((preference) => {
    const values = valuesOf(preference, input.entry[preference.key], input, language);
    const label = labelIn(preference.label ?? preference.key, [language.tag, ...input.campaign.locales]);
    return values.length === 0 ? [] : [{ label: isolated(label, language.texts.direction), values }];
  });

const valuesOf = (preference: Preference, answer: unknown, { campaign, markets }: AnswersInput, language: Language): readonly string[] => {
  const { texts, tag } = language;
  const own = (text: string): string => isolated(text, texts.direction);
  const yesOrNo = (value: boolean): string => (value ? texts.yes : texts.no);
  const marketOf = (id: string): Market | undefined => markets.find((market) => market.id === id);
  switch (preference.type) {
    case 'email':
    case 'phone':
    case 'zip':
      return isText(answer) ? [own(answer)] : [];
    case 'name':
      return isText(answer) ? [own(presentableName(answer) ?? texts.given)] : [];
    case 'freeform_text':
      return isText(answer) ? [own(presentableText(answer) ?? texts.given)] : [];
    case 'opt_in':
    case 'boolean_select':
      return typeof answer === 'boolean' ? [yesOrNo(answer)] : [];
    case 'ticket_count':
      return typeof answer === 'number' ? [counted(answer, texts.tickets, tag)] : [];
    case 'markets':
      return listOf(answer).map((id, index) => {
        const market = marketOf(id);
        const words = market === undefined ? own(id) : `${marketName(market, texts)}${texts.comma}${nightOf(market, tag)}`;
        return `${numberIn(index + 1, tag)}. ${words}`;
      });
    case 'checklist':
      return listOf(answer).map((id) => own(labelIn(preference.items.find((item) => item.id === id)?.label ?? id, [tag, ...campaign.locales])));
    case 'promoterOptIns':
      return Object.entries(typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {}).map(
        ([id, value]) => `${marketNameOf(marketOf(id), id, language)}${texts.colon}${yesOrNo(value === true)}`,
      );
  }
};

const marketNameOf = (market: Market | undefined, id: string, { texts }: Language): string =>
  market === undefined ? isolated(id, texts.direction) : marketName(market, texts);

const isText = (answer: unknown): answer is string => typeof answer === 'string' && withoutDirectionControls(answer).trim() !== '';
const listOf = (answer: unknown): readonly string[] => (Array.isArray(answer) ? answer.filter((id) => typeof id === 'string') : []);
