/** The rules that a field of a registration can break; the pages have a sentence for each. */
const FIELD_RULES = {
  required: 'an answer is missing',
  unknown_field: 'the campaign does not ask for this',
  type: 'a value of another JSON type than this field takes',
  characters: 'control characters or broken Unicode',
  format: 'no e-mail address, phone number, name, postal code, country, language or id',
  too_short: 'fewer characters than asked for',
  too_long: 'more characters than allowed',
  too_small: 'a number below the least',
  too_big: 'a number above the most',
  too_few: 'fewer choices than asked for',
  too_many: 'more choices than allowed',
  duplicate: 'the same choice twice',
  unknown_market: 'a market that is not of this campaign, or was not chosen',
  unknown_item: 'a choice that is not on the list',
  must_be_true: 'a consent without which nobody can register',
} as const;

export type FieldRule = keyof typeof FIELD_RULES;

/** One invalid field: which, and the rule it breaks; never what the fan typed. */
export interface InvalidField {
  /** A preference key, `userInfo.<name>`, or `entry` for the whole. */
  readonly field: string;
  readonly rule: FieldRule;
}

/** What a check answers in place of a normalised value. */
export interface Broken {
  readonly broken: FieldRule;
}

const brokenByRule = new Map<FieldRule, Broken>((Object.keys(FIELD_RULES) as FieldRule[]).map((rule) => [rule, Object.freeze({ broken: rule })]));
const known = new WeakSet<object>(brokenByRule.values());

/** The one `Broken` of a rule; values from outside can never be mistaken for it. */
export const broken = (rule: FieldRule): Broken => brokenByRule.get(rule) as Broken;

export const isBroken = (value: unknown): value is Broken => known.has(value as object);
