import { isCountryCode } from './country.ts';
import { normaliseEmail } from './email-address.ts';
import type { UserInfo } from './entry.ts';
import { type Broken, broken, type InvalidField, isBroken } from './field-rule.ts';
import { isGlobalUserId } from './global-user-id.ts';
import { normalisePostalCode } from './postal-code.ts';
import { checkName, isAbsent } from './preference-rules.ts';
import { isCleanText, normaliseText } from './text-rules.ts';

const MAX_TEXT = 64;

/** What is known of the fan, as it is stored, and each invalid part of it; `userInfo` is complete only if nothing is invalid. */
export interface CheckedUserInfo {
  readonly userInfo: UserInfo;
  readonly invalid: readonly InvalidField[];
}

/**
 * Normalises what is known of a fan: e-mail in lower case, names trimmed, country in capitals, postal code as its
 * country writes it where it reads as one. Phone number and postal code are held to their rules only by a campaign
 * that asks for them. `locale` is the first of `locales` where the fan names none.
 */
export const checkUserInfo = (given: Readonly<Record<string, unknown>>, locales: readonly string[]): CheckedUserInfo => {
  const invalid: InvalidField[] = [];
  const take = (field: string, required: boolean, check: (value: unknown) => string | Broken): string | undefined => {
    const value = given[field];
    if (isAbsent(value)) {
      if (required) invalid.push({ field: `userInfo.${field}`, rule: 'required' });
      return undefined;
    }
    const checked = check(value);
    if (!isBroken(checked)) return checked;
    invalid.push({ field: `userInfo.${field}`, rule: checked.broken });
    return undefined;
  };
  const globalUserId = take('globalUserId', true, (value) => (isGlobalUserId(value) ? value : broken('format')));
  const email = take('email', true, textOf(normaliseEmail));
  const firstName = take('firstName', true, checkName);
  const lastName = take('lastName', true, checkName);
  const memberId = take('memberId', false, shortText);
  const phoneNumber = take('phoneNumber', false, shortText);
  const countryCode = take('countryCode', false, textOf(countryOf));
  const postalCode = take('postalCode', false, (value) => {
    const text = shortText(value);
    return isBroken(text) ? text : (normalisePostalCode(text, countryCode) ?? text);
  });
  const locale = take('locale', false, (value) => (typeof value === 'string' && locales.includes(value) ? value : textOf(localeOf)(value)));
  const userInfo: UserInfo = {
    globalUserId: globalUserId ?? '',
    ...(memberId !== undefined && { memberId }),
    email: email ?? '',
    ...(phoneNumber !== undefined && { phoneNumber }),
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    ...(postalCode !== undefined && { postalCode }),
    ...(countryCode !== undefined && { countryCode }),
    locale: locale ?? locales[0] ?? 'en',
  };
  return { userInfo, invalid };
};

const textOf =
  (read: (text: string) => string | null) =>
  (value: unknown): string | Broken => {
    if (typeof value !== 'string') return broken('type');
    if (!isCleanText(value)) return broken('characters');
    return read(value) ?? broken('format');
  };

const shortText = (value: unknown): string | Broken => {
  if (typeof value !== 'string') return broken('type');
  if (!isCleanText(value)) return broken('characters');
  const text = normaliseText(value);
  return text.length > MAX_TEXT ? broken('too_long') : text;
};

const countryOf = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  return isCountryCode(code) ? code : null;
};

const MAX_KNOWN_LOCALES = 1_000;
const knownLocales = new Map<string, string | null>();

/** A BCP 47 tag in its canonical form; null where it is none. Few tags are in use, so each is worked out once. */
export const localeOf = (text: string): string | null => {
  if (text.length > MAX_TEXT) return null;
  const known = knownLocales.get(text);
  if (known !== undefined) return known;
  const canonical = canonicalLocale(text.trim());
  if (knownLocales.size < MAX_KNOWN_LOCALES) knownLocales.set(text, canonical);
  return canonical;
};

const canonicalLocale = (tag: string): string | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
};
