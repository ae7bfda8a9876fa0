import { de } from './catalogue/de.ts';
import { en } from './catalogue/en.ts';
import { es } from './catalogue/es.ts';
import { fr } from './catalogue/fr.ts';
import type { ReminderTexts } from './catalogue/reminder-texts.ts';

/** One file a language; a region (`fr-CA`) uses its language's. */
const catalogues: Readonly<Record<string, ReminderTexts>> = { en, fr, de, es };

export interface Language {
  readonly texts: ReminderTexts;
  /** BCP 47, for dates: the tag that was asked for, with its region. */
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

const canonicalTag = (tag: string): string | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
};

/** Making a formatter costs a hundred times using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATTERS = 500;

/** An instant in words, in the given IANA zone, which is named: nobody has to guess whose eight o'clock it is. */
export const formatInstant = (instant: string, timeZone: string, tag: string): string => {
  const key = `${tag} ${timeZone}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    formatter = new Intl.DateTimeFormat(tag, {
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
    formatters.set(key, formatter);
  }
  return formatter.format(Date.parse(instant));
};
