import type { Campaign, Market } from '../../../domain/campaign.ts';
import { webLink } from './foreign-text.ts';
import type { Language } from './language.ts';
import { type MailSection, section } from './mail-view.ts';
import { presaleFacts } from './market-facts.ts';

export interface Presale {
  readonly campaign: Pick<Campaign, 'name' | 'date'>;
  readonly market: Pick<Market, 'id' | 'name' | 'city' | 'timezone' | 'event' | 'codes'>;
  /** Null where the campaign shows none. */
  readonly accessCode: string | null;
}

/** How a winner gets to their tickets: the code, the way, and when and where. */
export const presaleSections = ({ campaign, market, accessCode }: Presale, language: Language): readonly MailSection[] => {
  const { texts } = language;
  const link = webLink(market.event.link);
  return [
    section({
      code: accessCode === null ? null : { label: texts.labels.accessCode, value: accessCode, size: accessCode.length > 20 ? '13px' : '24px' },
      notes: accessCode !== null && market.codes.mode === 'unique' ? [texts.keepSecret] : [],
    }),
    section({ button: link === null ? null : { words: texts.toTickets, link } }),
    section({ facts: presaleFacts(market, campaign, language), notes: [texts.calendarAttached] }),
  ].filter((one) => one.code !== null || one.button !== null || one.facts.length > 0);
};
