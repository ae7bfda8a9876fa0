import type { CampaignWithMarkets } from './campaign.ts';
import type { EntryFields, EntryValue } from './entry.ts';
import { type InvalidField, isBroken } from './field-rule.ts';
import { PROOF_FIELD } from './identity-proof.ts';
import { type CheckContext, chosenMarkets, compilePreference, isAbsent, isRequired, type PreferenceCheck } from './preference-rules.ts';

/** Enough to mend a form by; a program that sends thousands of unknown fields gets no longer answer than that. */
const MAX_REPORTED = 50;
/** A name that could be some preference's key is shown back; any other may be what a fan typed, and is not. */
const LIKE_A_KEY = /^[\w-]{1,64}$/;
const UNLIKE_A_KEY = '?';
const MAX_ENTRY_TEXT = 65_536;

/** What a fan's answers came to: normalised values by preference key, and each invalid field. */
export interface CheckedEntry {
  readonly fields: EntryFields;
  readonly invalid: readonly InvalidField[];
}

/**
 * Checks the answers of one fan. `inherited` fills in what is missing (a transfer takes it from the linked entry);
 * what is not valid in this campaign is as good as missing.
 */
export type EntryCheck = (entry: Readonly<Record<string, unknown>>, countryCode: string | undefined, inherited?: EntryFields) => CheckedEntry;

/** Compiles the check of a campaign's entries; do it once a campaign. */
export const compileEntryCheck = (campaign: CampaignWithMarkets): EntryCheck => {
  const all = campaign.campaign.preferences.map((preference) => compilePreference(preference, campaign));
  // Promoters are asked per chosen market, so the markets are checked before.
  const ordered = [
    ...all.filter(({ preference }) => preference.type !== 'promoterOptIns'),
    ...all.filter(({ preference }) => preference.type === 'promoterOptIns'),
  ];
  const keys = new Set(ordered.map(({ key }) => key));
  const asksForProof = campaign.campaign.gate?.idv !== undefined;
  const marketIds = campaign.markets.map(({ id }) => id);

  return (entry, countryCode, inherited) => {
    const fields: Record<string, EntryValue> = {};
    const invalid: InvalidField[] = [];
    let context: CheckContext = { countryCode, chosenMarkets: marketIds };
    for (const one of ordered) {
      if (one.preference.type === 'promoterOptIns') context = { countryCode, chosenMarkets: chosenMarkets(ordered, fields) ?? marketIds };
      checkField(one, entry, inherited, context, fields, invalid);
    }
    for (const field of Object.keys(entry)) {
      if (keys.has(field) || (asksForProof && field === PROOF_FIELD)) continue;
      invalid.push({ field: LIKE_A_KEY.test(field) ? field : UNLIKE_A_KEY, rule: 'unknown_field' });
    }
    return { fields, invalid: invalid.length > MAX_REPORTED ? invalid.slice(0, MAX_REPORTED) : invalid };
  };
};

const checkField = (
  { key, preference, check }: PreferenceCheck,
  entry: Readonly<Record<string, unknown>>,
  inherited: EntryFields | undefined,
  context: CheckContext,
  fields: Record<string, EntryValue>,
  invalid: InvalidField[],
): void => {
  const value = Object.hasOwn(entry, key) ? entry[key] : undefined;
  if (!isAbsent(value) && !(preference.is_optional === true && Array.isArray(value) && value.length === 0)) {
    const checked = check(value, context);
    if (isBroken(checked)) invalid.push({ field: key, rule: checked.broken });
    else fields[key] = checked;
    return;
  }
  if (inherited !== undefined && Object.hasOwn(inherited, key)) {
    const checked = check(inherited[key], context);
    if (!isBroken(checked)) {
      fields[key] = checked;
      return;
    }
  }
  if (isRequired(preference, context.countryCode)) invalid.push({ field: key, rule: 'required' });
};

/** The answers as an object, whether they came parsed or as the text of an AWSJSON argument. Null for anything else. */
export const readEntryArgument = (entry: unknown): Readonly<Record<string, unknown>> | null => {
  if (typeof entry !== 'string') return isRecord(entry) ? entry : null;
  if (entry.length > MAX_ENTRY_TEXT) return null;
  try {
    const parsed: unknown = JSON.parse(entry);
    return isRecord(parsed) ? parsed : null;
  } catch {
    return null;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
