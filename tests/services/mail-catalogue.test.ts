import { describe, expect, test } from 'vitest';
import { catalogues, chooseLanguage, counted } from '../../src/services/user/mail/language.ts';

/** Each text of a catalogue by its path, with names in place of what it is about. */
const textsIn = (part: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String(part(path === 'greeting' || path.startsWith('tickets') ? 'Xname' : about))]];
  return Object.entries(part as object).flatMap(([key, value]) => textsIn(value, path === '' ? key : `${path}.${key}`));
};
const about = { campaign: 'Xcampaign', market: 'Xmarket', close: 'Xclose', place: 'Xplace' };
const namesIn = (text: string): readonly string[] => [...new Set(text.match(/X[a-z]+/g))].sort();

const english = new Map(textsIn(catalogues.en));
/** The same in both languages: marks, and words that they share. */
const SHARED = ['direction', 'colon', 'comma', 'es no', 'de labels.tour'];

describe.each(Object.entries(catalogues))('%s', (tag, catalogue) => {
  const texts = new Map(textsIn(catalogue));

  test('has each text, about all that the English one is about', () => {
    const missing = [...english].filter(([path, text]) => texts.get(path)?.trim() === '' || namesIn(texts.get(path) ?? '').join() !== namesIn(text).join());
    // What one or two are called in Arabic needs no digit.
    expect(missing.map(([path]) => path).filter((path) => !(tag === 'ar' && path === 'tickets.one'))).toEqual([]);
  });

  test('has a form of each plural that the language knows', () => {
    expect(Object.keys(catalogue.tickets).sort()).toEqual([...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort());
  });

  test('greets who has no name that could be shown', () => {
    expect(catalogue.greeting(null)).not.toMatch(/null| [,:،]/);
  });
});

test.each(Object.entries(catalogues).filter(([tag]) => tag !== 'en'))('%s has no text that is still English', (tag, catalogue) => {
  const same = textsIn(catalogue).filter(([path, text]) => text === english.get(path) && !SHARED.includes(path) && !SHARED.includes(`${tag} ${path}`));
  expect(same).toEqual([]);
});

test('the Arabic texts are written in Arabic letters', () => {
  const latin = textsIn(catalogues.ar).filter(([path, text]) => path !== 'direction' && /[A-Za-z]/.test(text.replaceAll(/X[a-z]+/g, '')));
  expect(latin).toEqual([]);
});

test.each([
  ['en', 0, '0 tickets'],
  ['en', 1, '1 ticket'],
  ['en', 2, '2 tickets'],
  ['fr', 0, '0 billet'],
  ['fr', 2, '2 billets'],
  ['de', 1, '1 Ticket'],
  ['es', 4, '4 entradas'],
  ['ar', 0, 'بدون تذاكر'],
  ['ar', 1, 'تذكرة واحدة'],
  ['ar', 2, 'تذكرتان'],
  ['ar', 3, '3 تذاكر'],
  ['ar', 10, '10 تذاكر'],
  ['ar', 11, '11 تذكرة'],
  ['ar', 100, '100 تذكرة'],
  ['ar-EG', 3, '٣ تذاكر'],
])('%s counts %i', (tag, count, words) => {
  const language = chooseLanguage([tag]);
  expect(counted(count, language.texts.tickets, language.tag)).toBe(words);
});

test.each([
  [['ar-EG'], 'ar-EG', 'ar'],
  [['FR_ca', 'fr-ca'], 'fr-CA', 'fr'],
  [['zh-Hant-TW', 'es'], 'es', 'es'],
  [['', 'not a tag!', 'de-DE'], 'de-DE', 'de'],
  [['constructor', '__proto__'], 'en', 'en'],
  [[], 'en', 'en'],
] as const)('of %j the mail is in %s', (wanted, tag, language) => {
  expect(chooseLanguage(wanted)).toEqual({ tag, texts: catalogues[language] });
});
