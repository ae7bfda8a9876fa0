import type { CampaignWithMarkets } from './campaign.ts';
import type { EntryFields, UserInfo } from './entry.ts';
import { type CheckedEntry, compileEntryCheck, type EntryCheck } from './entry-rules.ts';
import type { InvalidField } from './field-rule.ts';
import type { GateDetail, GateRefusal } from './gate-rules.ts';
import { normalisePostalCode } from './postal-code.ts';
import { type CheckedUserInfo, checkUserInfo } from './user-info-rules.ts';

export type IneligibleReason = 'CAMPAIGN_NOT_FOUND' | 'CAMPAIGN_NOT_OPEN' | 'CAMPAIGN_CLOSED' | 'INVALID_ENTRY' | GateRefusal | 'INTERNAL_SERVER_ERROR';

/** Why not, in facts: never what the fan typed. */
export type IneligibleDetail =
  /** The first invalid field, and all of them. */
  | { readonly field: string; readonly rule: string; readonly invalid: readonly InvalidField[] }
  | GateDetail
  | { readonly opensAt: string }
  | { readonly closedAt: string };

/** Whether a fan may register, as `checkEligibility` answers it; `fields` are the normalised values that get stored. */
export type Eligibility =
  | { readonly isEligible: true; readonly campaignId: string; readonly fields: EntryFields; readonly linkedCampaignId?: string }
  | {
      readonly isEligible: false;
      readonly reason: IneligibleReason;
      readonly detail?: IneligibleDetail;
      readonly campaignId?: string;
      readonly linkedCampaignId?: string;
    };

/** What of a campaign is worked out once, not for each fan. */
interface CompiledCampaign {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly checkEntry: EntryCheck;
  readonly asksForPhone: readonly string[];
  readonly asksForZip: readonly string[];
}

const compiled = new WeakMap<CampaignWithMarkets, CompiledCampaign>();

/** A cached campaign is one object for as long as it is cached, so it is compiled once. */
const compiledOf = (one: CampaignWithMarkets): CompiledCampaign => {
  const known = compiled.get(one);
  if (known !== undefined) return known;
  const keysOf = (type: string) => one.campaign.preferences.filter((preference) => preference.type === type).map(({ key }) => key);
  const made: CompiledCampaign = {
    opensAt: Date.parse(one.campaign.date.open),
    closesAt: Date.parse(one.campaign.date.close),
    checkEntry: compileEntryCheck(one),
    asksForPhone: keysOf('phone'),
    asksForZip: keysOf('zip'),
  };
  compiled.set(one, made);
  return made;
};

/**
 * First check: the campaign takes registrations now (`OPEN`, `open <= now < close`), or the answer that it does not. The answer
 * names an instant where that is the cause, and no date of a draft, which is not announced.
 */
export const campaignRefusal = (one: CampaignWithMarkets, now: number): (Eligibility & { readonly isEligible: false }) | null => {
  const { campaign } = one;
  const { opensAt, closesAt } = compiledOf(one);
  if (campaign.status === 'CLOSED' || now >= closesAt) {
    const detail = now >= closesAt ? { detail: { closedAt: campaign.date.close } } : {};
    return { isEligible: false, reason: 'CAMPAIGN_CLOSED', ...detail, campaignId: campaign.id };
  }
  if (campaign.status !== 'OPEN' || now < opensAt) {
    const detail = now < opensAt && campaign.status !== 'DRAFT' ? { detail: { opensAt: campaign.date.open } } : {};
    return { isEligible: false, reason: 'CAMPAIGN_NOT_OPEN', ...detail, campaignId: campaign.id };
  }
  return null;
};

/** What is known of the fan, normalised for this campaign. */
export const checkFan = (one: CampaignWithMarkets, given: Readonly<Record<string, unknown>>): CheckedUserInfo => checkUserInfo(given, one.campaign.locales);

/** The postal code a gate looks at: the profile's, or the one in the form. */
export const postalCodeOf = (one: CampaignWithMarkets, userInfo: UserInfo, entry: Readonly<Record<string, unknown>>): string | undefined => {
  if (userInfo.postalCode !== undefined) return userInfo.postalCode;
  const key = compiledOf(one).asksForZip[0];
  const given = key === undefined || !Object.hasOwn(entry, key) ? undefined : entry[key];
  return typeof given === 'string' && given.trim() !== '' ? (normalisePostalCode(given, userInfo.countryCode) ?? given) : undefined;
};

/** Last check: the fan's answers and what is known of the fan; all invalid fields together, or the values to store. */
export const checkAnswers = (
  one: CampaignWithMarkets,
  fan: CheckedUserInfo,
  entry: Readonly<Record<string, unknown>> | null,
  inherited?: EntryFields,
): { readonly refusal: Eligibility & { readonly isEligible: false } } | { readonly fields: EntryFields; readonly userInfo: UserInfo } => {
  const { checkEntry, asksForPhone } = compiledOf(one);
  const checked: CheckedEntry = entry === null ? UNREADABLE : checkEntry(entry, fan.userInfo.countryCode, inherited);
  const invalid = [...checked.invalid, ...fan.invalid];
  const [first] = invalid;
  if (first !== undefined) return { refusal: { isEligible: false, reason: 'INVALID_ENTRY', detail: { ...first, invalid }, campaignId: one.campaign.id } };
  return { fields: checked.fields, userInfo: withParsedPhone(fan.userInfo, entry, checked.fields, asksForPhone) };
};

const UNREADABLE: CheckedEntry = { fields: {}, invalid: [{ field: 'entry', rule: 'type' }] };

/** The profile's phone number is the form's in most forms, so what was parsed there is not parsed again. */
const withParsedPhone = (userInfo: UserInfo, entry: Readonly<Record<string, unknown>> | null, fields: EntryFields, keys: readonly string[]): UserInfo => {
  for (const key of keys) {
    const given = entry?.[key];
    const parsed = fields[key];
    if (typeof given === 'string' && typeof parsed === 'string' && given.trim() === userInfo.phoneNumber) return { ...userInfo, phoneNumber: parsed };
  }
  return userInfo;
};
