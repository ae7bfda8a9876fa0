import type { CampaignWithMarkets, Preference } from './campaign.ts';
import { normaliseEmail } from './email-address.ts';
import type { EntryFields, EntryValue } from './entry.ts';
import { type Broken, broken } from './field-rule.ts';
import { normalisePhoneNumber } from './phone-number.ts';
import { hasPostalCodes, normalisePostalCode } from './postal-code.ts';
import { isCleanText, normaliseText, textLength } from './text-rules.ts';

/** Longest name, in code points. */
export const MAX_NAME = 100;
const LETTER = /\p{L}/u;

/** What a check may know besides the value itself. */
export interface CheckContext {
  /** ISO 3166-1 alpha-2; how phone numbers and postal codes are read. */
  readonly countryCode: string | undefined;
  /** The chosen markets where they are valid, else every market of the campaign. */
  readonly chosenMarkets: ReadonlySet<string> | readonly string[];
}

/** Normalises a value that is present, or says which rule it breaks. */
export type Check = (value: unknown, context: CheckContext) => EntryValue | Broken;

/** One preference, compiled once a campaign. */
export interface PreferenceCheck {
  readonly key: string;
  readonly preference: Preference;
  readonly check: Check;
}

/** Compiles a preference of a campaign into its check. */
export const compilePreference = (preference: Preference, { campaign, markets }: CampaignWithMarkets): PreferenceCheck => ({
  key: preference.key,
  preference,
  check: checkOf(preference, new Set(markets.map(({ id }) => id)), campaign.options.maxMarkets),
});

/** Whether an answer counts as not given. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Whether a fan must answer a preference; nobody can give a postal code where there are none. */
export const isRequired = (preference: Preference, countryCode: string | undefined): boolean =>
  preference.is_optional !== true && (preference.type !== 'zip' || hasPostalCodes(countryCode));

/** A person's name: 1 to 100 characters with a letter among them, inner white space single. */
export const checkName = (value: unknown): string | Broken => {
  if (typeof value !== 'string') return broken('type');
  if (!isCleanText(value)) return broken('characters');
  const name = normaliseText(value).replaceAll(/\s+/g, ' ');
  if (textLength(name) > MAX_NAME) return broken('too_long');
  return LETTER.test(name) ? name : broken('format');
};

/** Wraps a reader of texts that answers null for what is none. */
const textCheck =
  (read: (text: string, context: CheckContext) => string | null): Check =>
  (value, context) => {
    if (typeof value !== 'string') return broken('type');
    if (!isCleanText(value)) return broken('characters');
    return read(value, context) ?? broken('format');
  };

const checkBoolean: Check = (value) => (typeof value === 'boolean' ? value : broken('type'));
const checkConsent: Check = (value) => value === true || (value === false ? broken('must_be_true') : broken('type'));

const checkOf = (preference: Preference, markets: ReadonlySet<string>, maxMarkets: number): Check => {
  switch (preference.type) {
    case 'email':
      return textCheck(normaliseEmail);
    case 'phone':
      return textCheck((text, { countryCode }) => normalisePhoneNumber(text, countryCode));
    case 'name':
      return checkName;
    case 'zip':
      return textCheck((text, { countryCode }) => normalisePostalCode(text, countryCode));
    case 'opt_in':
      // A consent that is not optional is one without which nobody takes part: saying no to it is no registration.
      return preference.is_optional === true ? checkBoolean : checkConsent;
    case 'boolean_select':
      return checkBoolean;
    case 'markets':
      return choices(markets, 1, maxMarkets, 'unknown_market');
    case 'ticket_count':
      return numberBetween(preference.min, preference.max);
    case 'freeform_text':
      return freeText(preference.minLength, preference.maxLength);
    case 'checklist':
      return choices(new Set(preference.items.map(({ id }) => id)), preference.min, preference.max, 'unknown_item');
    case 'promoterOptIns':
      return checkPromoters;
  }
};

const numberBetween =
  (min: number, max: number): Check =>
  (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return broken('type');
    if (value < min) return broken('too_small');
    // JSON knows a zero with a sign.
    return value > max ? broken('too_big') : value + 0;
  };

const freeText =
  (minLength: number, maxLength: number): Check =>
  (value) => {
    if (typeof value !== 'string') return broken('type');
    if (!isCleanText(value)) return broken('characters');
    const text = normaliseText(value);
    const length = textLength(text);
    if (length < minLength) return broken('too_short');
    return length > maxLength ? broken('too_long') : text;
  };

/** A list of distinct ids in the fan's order. */
const choices =
  (allowed: ReadonlySet<string>, min: number, max: number, unknown: 'unknown_market' | 'unknown_item'): Check =>
  (value) => {
    if (!Array.isArray(value)) return broken('type');
    if (value.length < min) return broken('too_few');
    if (value.length > max) return broken('too_many');
    const chosen: string[] = [];
    for (const id of value as readonly unknown[]) {
      if (typeof id !== 'string') return broken('type');
      if (!allowed.has(id)) return broken(unknown);
      if (chosen.includes(id)) return broken('duplicate');
      chosen.push(id);
    }
    return chosen;
  };

/** Yes or no to the promoter of each chosen market; what is left out is no answer. */
const checkPromoters: Check = (value, { chosenMarkets }) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return broken('type');
  const chosen = new Set(chosenMarkets);
  const answers: Record<string, boolean> = {};
  for (const [marketId, answer] of Object.entries(value)) {
    if (!chosen.has(marketId)) return broken('unknown_market');
    if (typeof answer !== 'boolean') return broken('type');
    answers[marketId] = answer;
  }
  return answers;
};

/** The markets a fan has chosen, by the campaign's one preference of that type; null where there is none. */
export const chosenMarkets = (preferences: readonly PreferenceCheck[], fields: EntryFields): readonly string[] | null => {
  const markets = preferences.find(({ preference }) => preference.type === 'markets');
  const value = markets === undefined ? undefined : fields[markets.key];
  return Array.isArray(value) ? (value as readonly string[]) : null;
};
