import { isCountryCode } from './country.ts';
import { nearestWord } from './nearest-word.ts';
import { isCleanText, normaliseText, textLength } from './text-rules.ts';
import { localeOf } from './user-info-rules.ts';

/** How one value of a campaign file is read: the value, or what is wrong with it in words. */
export interface Reading<T> {
  /** Stands in for a value that was wrong, so that the rest of the file is still looked at. */
  readonly placeholder: T;
  read(value: unknown): { readonly value: T } | { readonly problem: string };
}

const reading = <T>(placeholder: T, read: Reading<T>['read']): Reading<T> => ({ placeholder, read });
const wrong = (problem: string): { readonly problem: string } => ({ problem });
const right = <T>(value: T): { readonly value: T } => ({ value });

const textReading = (read: (text: string) => { readonly value: string } | { readonly problem: string }, max = 200): Reading<string> =>
  reading('', (value) => {
    if (typeof value === 'number') return wrong('must be a text; put it in quotes');
    if (typeof value !== 'string') return wrong('must be a text');
    if (!isCleanText(value)) return wrong('must not hold control characters or broken Unicode');
    const text = normaliseText(value);
    if (text === '') return wrong('must not be empty');
    return textLength(text) > max ? wrong(`must be at most ${max} characters long`) : read(text);
  });

/** A text of 1 to `max` characters, trimmed. */
export const text = (max = 200): Reading<string> => textReading(right, max);

/** A text of a given form; `says` names the form. */
export const textLike = (form: RegExp, says: string, max = 200): Reading<string> =>
  textReading((given) => (form.test(given) ? right(given) : wrong(says)), max);

/** Id or slug: what files, keys and the draw's pack hold unescaped. */
export const id = textLike(/^[a-z0-9-]{1,64}$/, 'must be 1 to 64 of the characters a-z, 0-9 and "-"');

export const flag: Reading<boolean> = reading(false, (value) => (typeof value === 'boolean' ? right(value) : wrong('must be true or false')));

export const integer = (min: number, max: number): Reading<number> =>
  reading(min, (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? right(value)
      : wrong(`must be a whole number from ${min} to ${max}`),
  );

export const oneOf = <T extends string>(first: T, ...others: readonly T[]): Reading<T> => {
  const all: readonly string[] = [first, ...others];
  return reading<T>(first, (value) => {
    if (typeof value === 'string' && all.includes(value)) return right(value as T);
    const nearest = typeof value === 'string' ? nearestWord(value, all) : null;
    return wrong(`must be one of ${all.join(', ')}${meant(nearest)}`);
  });
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** A moment with its offset from UTC, as ISO 8601 in UTC with milliseconds. */
export const instant: Reading<string> = reading('', (value) => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? wrong('is not a date that exists') : right(value.toISOString());
  const parts = typeof value === 'string' ? INSTANT.exec(value.trim()) : null;
  if (parts === null) return wrong('must be a date and time with its zone, such as 2027-02-01T10:00:00Z');
  const [, day = '', minutes = '', seconds = ':00', fraction = '', zone = ''] = parts;
  // Engines roll 30 February over into March: a date that exists comes back as it went in.
  const midnight = new Date(`${day}T00:00:00Z`);
  const moment = new Date(`${day}T${minutes}${seconds}${fraction}${zone}`);
  if (Number.isNaN(moment.getTime()) || Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return wrong('is not a date that exists');
  const iso = moment.toISOString();
  return iso.length === 24 ? right(iso) : wrong('is too far away');
});

let zones: ReadonlySet<string> | undefined;
/** Made when the first is asked for: it takes 10 ms, which most processes never need. */
const zonesByName = (): ReadonlySet<string> => {
  zones ??= new Set(Intl.supportedValuesOf('timeZone'));
  return zones;
};

/** A name of the IANA time zone database; older names of a zone count too. */
export const timezone = textReading((name) => {
  if (zonesByName().has(name)) return right(name);
  const nearest = nearestWord(name, zonesByName());
  if (nearest?.toLowerCase() !== name.toLowerCase() && /^[A-Z][A-Za-z0-9_+/-]*$/.test(name) && isKnownZone(name)) return right(name);
  return wrong(`is not the IANA name of a time zone, such as Europe/London${meant(nearest)}`);
});

const isKnownZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

/** ISO 3166-1 alpha-2, in capitals. */
export const country = textReading((code) => {
  if (isCountryCode(code)) return right(code);
  const capitals = code === 'UK' ? 'GB' : code.toUpperCase();
  return wrong(`must be a country's two capital letters (ISO 3166-1), such as GB${meant(isCountryCode(capitals) ? capitals : null)}`);
});

/** A BCP 47 tag in its canonical form. */
export const locale = textReading((tag) => {
  const canonical = localeOf(tag);
  return canonical === null ? wrong('must be a language tag (BCP 47), such as en or pt-BR') : right(canonical);
});

/** An address that browsers open. */
export const webAddress: Reading<string> = textReading((given) => {
  const url = URL.parse(given);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return wrong('must be a web address, such as https://tickets.example/london');
  return url.username === '' && url.password === '' ? right(given) : wrong('must not hold a user name or password');
}, 2_000);

export const meant = (nearest: string | null): string => (nearest === null ? '' : `; did you mean "${nearest}"?`);
