import type { Label } from '../../../domain/campaign.ts';
import { ar } from './catalogue/ar.ts';
import { de } from './catalogue/de.ts';
import { en } from './catalogue/en.ts';
import { es } from './catalogue/es.ts';
import { fr } from './catalogue/fr.ts';
import type { MailTexts, Plurals } from './catalogue/mail-texts.ts';

/** One file a language; a region (`fr-CA`) uses its language's. */
export const catalogues: Readonly<Record<string, MailTexts>> = { ar, de, en, es, fr };

export interface Language {
  readonly texts: MailTexts;
  /** BCP 47, for dates, numbers and the choice of labels: the tag that was asked for, with its region. */
  readonly tag: string;
}

/** The first of the wanted tags that there is a catalogue for (RFC 4647 lookup); English where there is none. Malformed tags are passed over. */
export const chooseLanguage = (wanted: readonly string[]): Language => {
  for (const tag of wanted) {
    const canonical = canonicalTag(tag);
    const texts = canonical === null ? undefined : catalogues[canonical.split('-', 1)[0] ?? ''];
    if (canonical !== null && texts !== undefined) return { texts, tag: canonical };
  }
  return { texts: en, tag: 'en' };
};

/** A label in the language of a tag (RFC 4647 lookup), else of the first of the other tags that has one, else the first that there is. */
export const labelIn = (label: Label, tags: readonly string[]): string => {
  if (typeof label === 'string') return label;
  const byTag = new Map(Object.entries(label).map(([tag, text]) => [tag.toLowerCase(), text]));
  for (const tag of tags) {
    for (let range = tag.toLowerCase(); range !== ''; range = range.slice(0, Math.max(range.lastIndexOf('-'), 0))) {
      const text = byTag.get(range);
      if (text !== undefined) return text;
    }
  }
  return Object.values(label)[0] ?? '';
};

/** A whole number of things, in words of the language and its digits. */
export const counted = (count: number, forms: Plurals, tag: string): string => {
  const form = forms[pluralRules(tag).select(count)] ?? forms.other;
  return form(numberIn(count, tag));
};

export const numberIn = (number: number, tag: string): string => numberFormats(tag).format(number);

const canonicalTag = (tag: string): string | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
};

const MAX_KEPT = 500;

/** Making a formatter costs a hundred times using it, so they are kept; tags and zones come from outside, so not for ever. */
const kept = <Formatter>(make: (key: string) => Formatter): ((key: string) => Formatter) => {
  const made = new Map<string, Formatter>();
  return (key) => {
    let formatter = made.get(key);
    if (formatter === undefined) {
      if (made.size >= MAX_KEPT) made.clear();
      formatter = make(key);
      made.set(key, formatter);
    }
    return formatter;
  };
};

const pluralRules = kept((tag) => new Intl.PluralRules(tag));
const numberFormats = kept((tag) => new Intl.NumberFormat(tag));
const dateFormats = kept((key) => {
  const [tag, timeZone] = key.split(' ');
  return new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
    calendar: 'gregory',
  });
});

/** An instant in words, in the given IANA zone, which is named: nobody has to guess whose eight o'clock it is. */
export const formatInstant = (instant: string, timeZone: string, tag: string): string => dateFormats(`${tag} ${timeZone}`).format(Date.parse(instant));
