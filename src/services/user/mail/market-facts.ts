import type { Campaign, Market } from '../../../domain/campaign.ts';
import type { FactName, MailTexts } from './catalogue/mail-texts.ts';
import { isolated } from './foreign-text.ts';
import { formatInstant, type Language } from './language.ts';
import type { MailFact } from './mail-view.ts';

/** A market's name with its city, where that is another. */
export const marketName = ({ name, city }: Pick<Market, 'name' | 'city'>, { comma, direction }: MailTexts): string =>
  name === city ? isolated(name, direction) : `${isolated(name, direction)}${comma}${isolated(city, direction)}`;

/** When a market's night is, in its own zone. */
export const nightOf = ({ event, timezone }: Pick<Market, 'event' | 'timezone'>, tag: string): string => formatInstant(event.date, timezone, tag);

/** Where and when the presale and the night are, in the market's zone. */
export const presaleFacts = (
  market: Pick<Market, 'name' | 'city' | 'timezone' | 'event'>,
  { date }: Pick<Campaign, 'date'>,
  { texts, tag }: Language,
): readonly MailFact[] => {
  const at = (instant: string): string => formatInstant(instant, market.timezone, tag);
  const facts: readonly (readonly [FactName, string])[] = [
    ['presale', at(market.event.presaleDateTime)],
    ['presaleEnd', at(date.presaleEnd)],
    ['market', marketName(market, texts)],
    ['venue', isolated(market.event.venue, texts.direction)],
    ['event', nightOf(market, tag)],
  ];
  return facts.map(([name, value]) => ({ label: texts.labels[name], values: [value] }));
};
