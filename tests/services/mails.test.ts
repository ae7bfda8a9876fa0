import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMail } from '../../src/adapters/mime/compose-mail.ts';
import { catalogues } from '../../src/services/user/mail/language.ts';
import { CODE, DRAW_LINK, mailNames, mails, REF, UNSUBSCRIBE_LINK, wordsOf } from '../support/mail-inputs.ts';

const languages = Object.keys(catalogues);
const everyMail = languages.flatMap((tag) => mailNames.map((name) => [name, tag] as const));
const partsOf = ({ text, html }: { text: string; html?: string }): readonly string[] => [text, wordsOf(html)];

describe.each(everyMail)('%s in %s', (name, tag) => {
  const mail = mails[name]({ locale: tag });

  test('both parts have the same words', () => {
    const words = wordsOf(mail.html);
    // A label, its value and the address of a link are elements of their own in HTML.
    const { colon } = catalogues[tag] ?? { colon: ': ' };
    const pieces = mail.text
      .split('\n')
      .flatMap((line) => line.replace(/^\* |^ {2}/, '').split(colon))
      .map((piece) => piece.replace(/[\u00a0 ]?:$/, ''))
      .filter((piece) => piece !== '' && piece !== '-- ');
    expect(pieces.filter((piece) => !words.includes(piece) && !mail.html?.includes(`href="${piece}"`))).toEqual([]);
    const text = mail.text.replaceAll(/\n */g, ' ');
    expect(words.split('\n').filter((line) => !text.includes(line.trim()))).toEqual([]);
  });

  test('arrives as one language and direction, with a way out', async () => {
    const parsed = await simpleParser(await composeMail(mail));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.html).toContain(`lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(parsed.headers.get('content-language')).toBe(tag);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: UNSUBSCRIBE_LINK }, 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    for (const part of partsOf(mail)) expect(part).not.toMatch(/undefined|null|\[object|\{\{|\$\{/);
  });

  test('needs nothing from the network but what the reader clicks', () => {
    const html = mail.html ?? '';
    expect(html).not.toMatch(/<(img|link|script|iframe|form)\b|@import|url\(|\bsrc=/);
    const allowed = ['https://tickets.example/london', DRAW_LINK, UNSUBSCRIBE_LINK];
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link).filter((link) => !allowed.includes(link))).toEqual([]);
  });
});

test('the receipt names each answer by its label, in words: English', () => {
  for (const part of partsOf(mails.receipt({}))) {
    for (const words of [
      'E-mail address',
      'ann@example.org',
      '+442079460018',
      'Annie',
      'SW1A 1AA',
      'Where, favourite first',
      '1. Paris, Friday, 4 June 2027 at 20:30 CEST',
      '2. London, Tuesday, 1 June 2027 at 20:00 BST',
      'How many',
      '2 tickets',
      'First time?',
      'Yes',
      'News by mail',
      'No',
      'Play the long one!',
      'Wheelchair place',
      'Companion',
      'Paris: Yes',
      'London: No',
      REF,
      'Monday, 8 February 2027 at 10:00 GMT',
    ]) {
      expect(part).toContain(words);
    }
  }
});

test('labels are those of the fan’s language; where a label has none for it, of the campaign’s default', () => {
  const german = mails.receipt({ locale: 'de-AT' }).text;
  expect(german).toContain('Wo, am liebsten zuerst:\n  1. Paris, Freitag, 4. Juni 2027 um 20:30 MESZ');
  expect(german).toContain('Barrierefreiheit:\n  Rollstuhlplatz\n  Begleitperson');
  expect(mails.receipt({ locale: 'fr', campaign: { locales: ['de'] } }).text).toContain('Barrierefreiheit');
  expect(mails.receipt({ locale: 'fr', campaign: { locales: ['ja'] } }).text).toContain('Access needs');
});

test('an answer of a preference that is no more, or of another shape, is left out', () => {
  const { text } = mails.receipt({ entry: { gone: 'Xanadu', tickets: 'many', markets: 'london-1', access: null, first: 'yes', promoters: ['x'] } });
  expect(text).not.toMatch(/Xanadu|How many|Where, favourite|Access needs|First time|Promoters/);
});

test('a market or item that is gone is shown by its id', () => {
  const { text } = mails.receipt({ entry: { markets: ['atlantis-1'], access: ['ramp'] } });
  expect(text).toContain('1. atlantis-1');
  expect(text).toContain('Access needs: ramp');
});

test('the receipt has the link to change the registration only where there is such a page', () => {
  expect(mails.receipt({}).text).toContain('sign in on the registration page');
  expect(mails.receipt({}).html).not.toContain('Change or withdraw');
  for (const part of [mails.receipt({ changeLink: 'https://reg.example/my' }).text, mails.receipt({ changeLink: 'https://reg.example/my' }).html])
    expect(part).toContain('https://reg.example/my');
});

test.each(['reminder', 'winner'] as const)('%s: what, where, when and with which code', (name) => {
  for (const part of partsOf(mails[name]({})))
    for (const words of ['Summer Tour', 'London', 'Example Arena', 'Friday, 12 February 2027 at 10:00 GMT', 'Sunday, 14 February 2027 at 10:00 GMT', CODE])
      expect(part).toContain(words);
  for (const part of partsOf(mails[name]({ accessCode: null }))) expect(part).not.toMatch(/code/i);
});

test('the waitlist’s mail names each place with its market and night, the loser’s none', () => {
  for (const part of partsOf(mails.waitlist({}))) {
    expect(part).toMatch(/London, Tuesday, 1 June 2027 at 20:00 BST(:|\n) ?Place 4/);
    expect(part).toMatch(/Paris, Friday, 4 June 2027 at 20:30 CEST(:|\n) ?Place 17/);
  }
  expect(mails.loser({}).text).not.toMatch(/Place|London/);
});

test.each(['winner', 'waitlist', 'loser'] as const)('%s: the reference, and the published draw where there is one', (name) => {
  const [linked, bare] = [mails[name]({}), mails[name]({ drawLink: null })];
  for (const part of partsOf(linked)) expect(part).toContain(REF);
  expect(linked.text).toContain(DRAW_LINK);
  expect(linked.html).toContain(`href="${DRAW_LINK}"`);
  expect(bare.text).toContain(REF);
  expect(bare.text + bare.html).not.toContain(DRAW_LINK);
});

test('a code stands alone on its line, so that nothing is copied along', () => {
  expect(mails.winner({ locale: 'ar' }).text.split('\n')).toContain(CODE);
  expect(mails.receipt({ locale: 'ar' }).text.split('\n')).toContain(REF);
});

describe('from right to left', () => {
  test.each(mailNames)('%s: Latin names are isolated in the text, and the subject begins in Arabic', (name) => {
    const { text, html = '', subject } = mails[name]({ locale: 'ar' });
    for (const part of [text, wordsOf(html)]) {
      const names = [...part.matchAll(/Summer Tour/g)];
      expect(names.length).toBeGreaterThan(1);
      expect(part.replaceAll('\u2068Summer Tour\u2069', '')).not.toContain('Summer Tour');
    }
    expect(subject).toMatch(/^\p{Script=Arabic}/u);
    expect(subject).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(html).toContain('text-align:right');
    expect(html).not.toMatch(/text-align:left|align="left"|direction:ltr/);
  });

  test('an Arabic name in an English mail is isolated too, and a Latin one is left as it is', () => {
    expect(mails.reminder({ campaign: { name: 'جولة الصيف' } }).text).toContain('the presale of \u2068جولة الصيف\u2069 in London');
    expect(mails.reminder({}).text).not.toContain('\u2068');
  });
});

describe('around the change to summer time and back (Berlin, 2027)', () => {
  const berlin = (presaleDateTime: string) => ({
    locale: 'de',
    campaign: { date: { open: '', close: '', presaleStart: '', presaleEnd: '2027-12-01T10:00:00.000Z', reminders: [] } },
    market: { timezone: 'Europe/Berlin', event: { ids: [], date: '2027-12-24T19:00:00.000Z', presaleDateTime, venue: 'Halle', link: '', ticketer: '' } },
  });

  test.each([
    ['the last minute of winter time', '2027-03-28T00:59:00.000Z', '28. März 2027 um 01:59 MEZ', '20270328T005900Z'],
    ['two o’clock, which is not there', '2027-03-28T01:00:00.000Z', '28. März 2027 um 03:00 MESZ', '20270328T010000Z'],
    ['half past two, the first time', '2027-10-31T00:30:00.000Z', '31. Oktober 2027 um 02:30 MESZ', '20271031T003000Z'],
    ['half past two, the second time', '2027-10-31T01:30:00.000Z', '31. Oktober 2027 um 02:30 MEZ', '20271031T013000Z'],
  ])('%s', (_, presale, shown, instant) => {
    for (const mail of [mails.reminder(berlin(presale)), mails.winner(berlin(presale))]) {
      for (const part of partsOf(mail)) expect(part).toContain(shown);
      expect(mail.attachments[0]?.content).toContain(`\r\nDTSTART:${instant}\r\n`);
    }
  });
});
