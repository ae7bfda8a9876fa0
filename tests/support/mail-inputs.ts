import type { Campaign, Market } from '../../src/domain/campaign.ts';
import type { ResultOutcome } from '../../src/domain/mail-decision.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import type { Envelope } from '../../src/services/user/mail/mail-envelope.ts';
import { receiptMail } from '../../src/services/user/mail/receipt-mail.ts';
import { reminderMail } from '../../src/services/user/mail/reminder-mail.ts';
import { resultMail } from '../../src/services/user/mail/result-mail.ts';
import { market, summerTour } from './summer-tour.ts';

export const REF = '5b0e7c1fa2d94c3386e1f0a9d27b64c8';
export const CODE = 'K7QF-M2XD-9RTW';
export const DRAW_LINK = 'https://reg.example/draws/summer-tour';
export const UNSUBSCRIBE_LINK = 'https://reg.example/unsubscribe?token=abc.def';

export interface MailChanges {
  readonly locale?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly campaign?: Partial<Campaign>;
  readonly market?: Partial<Market>;
  readonly entry?: Readonly<Record<string, unknown>>;
  readonly accessCode?: string | null;
  readonly drawLink?: string | null;
  readonly changeLink?: string | null;
  readonly date?: number;
}

export const paris = market({
  id: 'paris-1',
  name: 'Paris',
  city: 'Paris',
  country: 'FR',
  timezone: 'Europe/Paris',
  event: { ...market().event, date: '2027-06-04T18:30:00.000Z', venue: 'Salle Exemple', link: 'https://tickets.example/paris' },
});

/** A preference of each type, with labels in two languages, and an answer to each. */
export const everyPreference: Campaign['preferences'] = [
  { key: 'email', type: 'email', label: { en: 'E-mail address', de: 'E-Mail-Adresse' } },
  { key: 'phone', type: 'phone', label: { en: 'Phone', de: 'Telefon' } },
  { key: 'nickname', type: 'name', label: { en: 'Nickname', de: 'Spitzname' } },
  { key: 'zip', type: 'zip', label: { en: 'Postcode', de: 'Postleitzahl' } },
  { key: 'markets', type: 'markets', label: { en: 'Where, favourite first', de: 'Wo, am liebsten zuerst' } },
  { key: 'tickets', type: 'ticket_count', min: 1, max: 4, label: { en: 'How many', de: 'Wie viele' } },
  { key: 'first', type: 'boolean_select', label: { en: 'First time?', de: 'Zum ersten Mal?' } },
  { key: 'news', type: 'opt_in', is_optional: true, label: { en: 'News by mail', de: 'Neues per Mail' } },
  { key: 'word', type: 'freeform_text', minLength: 0, maxLength: 500, label: { en: 'A word to the band', de: 'Ein Wort an die Band' } },
  {
    key: 'access',
    type: 'checklist',
    min: 0,
    max: 2,
    label: { en: 'Access needs', de: 'Barrierefreiheit' },
    items: [
      { id: 'wheelchair', label: { en: 'Wheelchair place', de: 'Rollstuhlplatz' } },
      { id: 'companion', label: { en: 'Companion', de: 'Begleitperson' } },
    ],
  },
  { key: 'promoters', type: 'promoterOptIns', label: { en: 'Promoters may write', de: 'Veranstalter dürfen schreiben' } },
];
export const everyAnswer = {
  email: 'ann@example.org',
  phone: '+442079460018',
  nickname: 'Annie',
  zip: 'SW1A 1AA',
  markets: ['paris-1', 'london-1'],
  tickets: 2,
  first: true,
  news: false,
  word: 'Play the long one!',
  access: ['wheelchair', 'companion'],
  promoters: { 'paris-1': true, 'london-1': false },
};

const inputs = (changes: MailChanges) => {
  const one = market(changes.market);
  const { campaign, markets } = summerTour({ campaign: { preferences: everyPreference, ...changes.campaign }, markets: [one, paris] });
  const envelope: Envelope = {
    job: { campaignId: campaign.id, marketId: one.id, globalUserId: 'fan-1', template: 'reminder', occurrence: 'first' },
    campaign,
    userInfo: { email: 'ann@example.org', firstName: changes.firstName ?? 'Ann', lastName: changes.lastName ?? 'Example', locale: changes.locale ?? 'en-GB' },
    unsubscribeLink: UNSUBSCRIBE_LINK,
    from: 'no-reply@reg.example',
    host: 'reg.example',
    date: changes.date ?? Date.UTC(2027, 1, 9),
  };
  return { envelope, campaign, markets, market: one, accessCode: changes.accessCode === undefined ? CODE : changes.accessCode };
};

const result = (outcome: (from: ReturnType<typeof inputs>) => ResultOutcome) => (changes: MailChanges) => {
  const from = inputs(changes);
  const drawLink = changes.drawLink === undefined ? DRAW_LINK : changes.drawLink;
  return resultMail({ ...from.envelope, campaign: from.campaign, outcome: outcome(from), ref: REF, drawLink });
};

/** Each mail there is, with what a test cares about changed. */
export const mails = {
  receipt: (changes: MailChanges): Mail => {
    const { envelope, campaign, markets } = inputs(changes);
    const { entry = everyAnswer, changeLink = null } = changes;
    return receiptMail({ ...envelope, campaign, markets, entry, ref: REF, changeLink });
  },
  reminder: (changes: MailChanges): Mail => {
    const { envelope, campaign, market: of, accessCode } = inputs(changes);
    return reminderMail({ ...envelope, campaign, market: of, accessCode });
  },
  winner: result(({ market: of, accessCode }) => ({ verdict: 'WINNER', market: of, accessCode })),
  waitlist: result(({ market: of }) => ({
    verdict: 'WAITLIST',
    places: [
      { market: of, place: 4 },
      { market: paris, place: 17 },
    ],
  })),
  loser: result(() => ({ verdict: 'LOSER' })),
} as const;

export type MailName = keyof typeof mails;
export const mailNames = Object.keys(mails) as readonly MailName[];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of an HTML part, a line a block. */
export const wordsOf = (html = ''): string =>
  html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<div style="display:none[^>]*>[^<]*<\/div>/, '')
    .replace(/<(br|\/td|\/div|\/h\d|\/a)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#8202;', '')
    .replace(/&(\w+|#39);/g, (_, name: string) => ENTITIES[name] ?? '?')
    .replace(/\n\s*/g, '\n');
