import type { Campaign, CampaignDates, CampaignOptions, CampaignWithMarkets, Preference, PublicRandomnessRule, SelectionRules } from './campaign.ts';
import { flag, id, instant, integer, locale, oneOf, type Reading, text, textLike, timezone } from './field-readings.ts';
import { type Fields, openFields, type Problem } from './file-fields.ts';
import { readGate } from './gate-definition.ts';
import { PROOF_FIELD } from './identity-proof.ts';
import { MARKET_KEYS, readMarket } from './market-definition.ts';
import { PREFERENCE_KEYS, readPreference } from './preference-definition.ts';
import { readPriorityGroups } from './priority-group-definition.ts';

const CAMPAIGN_KEYS = [
  'id',
  'slug',
  'name',
  'status',
  'artist',
  'tour',
  'referenceTimezone',
  'date',
  'locales',
  'gate',
  'selection',
  'options',
  'preferences',
  'markets',
];
const DATE_KEYS = ['open', 'close', 'presaleStart', 'presaleEnd', 'reminders'];
const SELECTION_KEYS = ['method', 'maxLots', 'minScore', 'priorityGroups', 'publicRandomness'];
const OPTION_KEYS = ['automatedReminders', 'automatedReceipts', 'automatedResults', 'showAccessCode', 'maxMarkets'];
const RANDOMNESS_KEYS = ['kind', 'announced', 'chainHash', 'round'];

const MAX_MARKETS = 1_000;
const MAX_LOTS = 1_000;
const DEFAULT_RANKED = 4;

/** A campaign file's campaign, or everything that is wrong with the file. */
export type CampaignFileResult =
  | { readonly campaign: CampaignWithMarkets; readonly problems: readonly [] }
  | { readonly campaign: null; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads a campaign file that was parsed from YAML or JSON, in the terms of docs/domain.md. Defaults: `id` the slug,
 * `status` DRAFT, `tour` null, `locales` en, no gate, `selection` random with one lot, 4 ranked markets, reminders sent
 * but neither receipts nor results, codes shown. Instants come out as ISO 8601 in UTC with milliseconds. All problems are found, not the first.
 */
export const campaignFromFile = (file: unknown): CampaignFileResult => {
  const problems: Problem[] = [];
  const fields = openFields(file, '', CAMPAIGN_KEYS, problems);
  const slug = fields.take('slug', id);
  const campaignId = fields.take('id', id, slug);
  const date = readDates(fields);
  const markets = fields.each('markets', MARKET_KEYS, { min: 1, max: MAX_MARKETS }, (market) => readMarket(market, campaignId, date));
  const campaign: Campaign = {
    id: campaignId,
    slug,
    name: fields.take('name', text()),
    status: fields.take('status', oneOf('DRAFT', 'PREVIEW', 'OPEN', 'CLOSED'), 'DRAFT'),
    artist: fields.take('artist', text()),
    tour: fields.take('tour', text(), null),
    referenceTimezone: fields.take('referenceTimezone', timezone),
    date,
    locales: fields.list('locales', locale, { min: 1, max: 50 }, ['en']),
    gate: readGate(fields, campaignId),
    preferences: fields.each('preferences', PREFERENCE_KEYS, { min: 1, max: 100 }, readPreference),
    marketIds: markets.map((market) => market.id),
    selection: readSelection(fields),
    options: readOptions(fields),
  };
  reportDuplicates(fields, 'markets', 'id', markets);
  reportDuplicates(fields, 'preferences', 'key', campaign.preferences);
  if (campaign.gate?.idv !== undefined) reportProofField(fields, campaign.preferences);
  // A mistyped type may be the one that is missing.
  if (!problems.some(({ path }) => /^preferences\[\d+\]\.type$/.test(path))) reportMarketPreference(fields, campaign.preferences);
  const [first, ...others] = problems;
  return first === undefined ? { campaign: { campaign, markets }, problems: [] } : { campaign: null, problems: [first, ...others] };
};

const NO_DATES: CampaignDates = { open: '', close: '', presaleStart: '', presaleEnd: '', reminders: [] };

/** `open < close <= presaleStart < presaleEnd`; reminders from the close to before the presale's end, in order. */
const readDates = (campaign: Fields): CampaignDates => {
  const fields = campaign.below('date', DATE_KEYS);
  if (fields === null) {
    campaign.report('is missing', 'date');
    return NO_DATES;
  }
  const open = fields.take('open', instant);
  const close = fields.take('close', instant);
  const presaleStart = fields.take('presaleStart', instant);
  const presaleEnd = fields.take('presaleEnd', instant);
  const known = (...dates: readonly string[]): boolean => dates.every((date) => date !== '');
  if (known(open, close) && close <= open) fields.report('must be after open', 'close');
  if (known(close, presaleStart) && presaleStart < close) fields.report('must not be before close', 'presaleStart');
  if (known(presaleStart, presaleEnd) && presaleEnd <= presaleStart) fields.report('must be after presaleStart', 'presaleEnd');
  const reminder: Reading<string> = {
    placeholder: '',
    read: (value) => {
      const result = instant.read(value);
      if ('problem' in result) return result;
      if (known(close) && result.value <= close) return { problem: 'must be after close' };
      return known(presaleEnd) && result.value >= presaleEnd ? { problem: 'must be before presaleEnd' } : result;
    },
  };
  const reminders = fields.list('reminders', reminder, { min: 0, max: 100 }, []);
  return { open, close, presaleStart, presaleEnd, reminders: reminders.toSorted() };
};

const readSelection = (campaign: Fields): SelectionRules => {
  const fields = campaign.below('selection', SELECTION_KEYS);
  if (fields === null) return { method: 'random', maxLots: 1, minScore: null, publicRandomness: 'none' };
  const method = fields.take('method', oneOf('random', 'weighted', 'score'), 'random');
  const maxLots = fields.take('maxLots', integer(1, MAX_LOTS), 1);
  if (method !== 'weighted' && maxLots > 1) fields.report(`is for the method weighted; with ${method} each entrant has one lot`, 'maxLots');
  const minScore = fields.take('minScore', integer(0, 1000), null);
  const priorityGroups = readPriorityGroups(fields, method);
  return { method, maxLots, minScore, ...(priorityGroups !== null && { priorityGroups }), publicRandomness: readRandomness(fields) };
};

const readRandomness = (selection: Fields): PublicRandomnessRule => {
  const given = selection.raw('publicRandomness');
  if (given === 'none') return 'none';
  if (typeof given === 'string') {
    selection.report('must be none, { kind: text, announced: … } or { kind: drand, chainHash: …, round: … }', 'publicRandomness');
    return 'none';
  }
  const fields = selection.below('publicRandomness', RANDOMNESS_KEYS);
  if (fields === null) return 'none';
  const kind = fields.take('kind', oneOf('text', 'drand'));
  for (const foreign of kind === 'text' ? ['chainHash', 'round'] : ['announced']) {
    if (fields.has(foreign)) fields.report(`is not for the kind ${kind}`, foreign);
  }
  if (kind === 'text') return { kind, announced: fields.take('announced', text(1_000)) };
  const chainHash = fields.take('chainHash', textLike(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits'));
  return { kind, chainHash, round: fields.take('round', integer(1, Number.MAX_SAFE_INTEGER)) };
};

const readOptions = (campaign: Fields): CampaignOptions => {
  const fields = campaign.below('options', OPTION_KEYS);
  return {
    automatedReminders: fields?.take('automatedReminders', flag, true) ?? true,
    automatedReceipts: fields?.take('automatedReceipts', flag, false) ?? false,
    automatedResults: fields?.take('automatedResults', flag, false) ?? false,
    showAccessCode: fields?.take('showAccessCode', flag, true) ?? true,
    maxMarkets: fields?.take('maxMarkets', integer(1, MAX_MARKETS), DEFAULT_RANKED) ?? DEFAULT_RANKED,
  };
};

const reportDuplicates = <K extends string>(fields: Fields, list: string, key: K, items: readonly Readonly<Record<K, string>>[]): void => {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const first = seen.get(item[key]);
    if (first === undefined) seen.set(item[key], index);
    else if (item[key] !== '') fields.report(`is the same as that of ${list}[${first}]`, `${list}[${index}].${key}`);
  }
};

/** Who ranks no market takes part in no draw. */
const reportMarketPreference = (fields: Fields, preferences: readonly Preference[]): void => {
  const ranked = preferences.map((preference, index) => ({ preference, index })).filter(({ preference }) => preference.type === 'markets');
  if (ranked.length === 0 && preferences.length > 0) fields.report('must have one of the type markets', 'preferences');
  for (const { index } of ranked.slice(1)) fields.report('only one preference can be of the type markets', `preferences[${index}].type`);
  if (ranked[0]?.preference.is_optional === true)
    fields.report('a preference of the type markets cannot be optional', `preferences[${ranked[0].index}].is_optional`);
};

/** The gate reads that field of the form, and it is not stored. */
const reportProofField = (fields: Fields, preferences: readonly Preference[]): void => {
  const index = preferences.findIndex(({ key }) => key === PROOF_FIELD);
  if (index >= 0) fields.report('is the field of the proof that gate.idv asks for', `preferences[${index}].key`);
};
