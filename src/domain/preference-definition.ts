import type { Label, Preference, PreferenceType } from './campaign.ts';
import { flag, integer, locale, oneOf, text, textLike } from './field-readings.ts';
import type { Fields } from './file-fields.ts';

const COMMON_KEYS = ['key', 'type', 'label', 'is_optional'];
const ITEM_KEYS = ['id', 'label'];
const PARAMETERS: Readonly<Record<PreferenceType, readonly string[]>> = {
  email: [],
  phone: [],
  name: [],
  zip: [],
  opt_in: [],
  markets: [],
  boolean_select: [],
  promoterOptIns: [],
  ticket_count: ['min', 'max'],
  freeform_text: ['minLength', 'maxLength'],
  checklist: ['items', 'min', 'max'],
};

/** Every key that a preference of some type takes. */
export const PREFERENCE_KEYS = [...COMMON_KEYS, 'min', 'max', 'minLength', 'maxLength', 'items'];

const MAX_TICKETS = 100;
const MAX_TEXT = 10_000;
const DEFAULT_TEXT = 500;

// It becomes a column of a file, a key of a document and the name of an input: no dots, no `$`, nothing to escape.
const key = textLike(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be a letter, then up to 63 letters, digits, "_" and "-"');
const itemId = textLike(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, "_" and "-"');
const type = oneOf<PreferenceType>(
  'email',
  'phone',
  'name',
  'zip',
  'opt_in',
  'markets',
  'ticket_count',
  'boolean_select',
  'freeform_text',
  'checklist',
  'promoterOptIns',
);

/** One preference of a campaign file. */
export const readPreference = (fields: Fields): Preference => {
  const name = fields.take('key', key);
  const known = fields.take('type', type);
  const label = readLabel(fields);
  const base = { key: name, ...(label !== null && { label }), ...(fields.has('is_optional') && { is_optional: fields.take('is_optional', flag) }) };
  // Of a type that is not known nobody can say what belongs to it.
  if (fields.raw('type') === known) reportForeignParameters(fields, known);
  switch (known) {
    case 'ticket_count': {
      const [min, max] = [fields.take('min', integer(0, MAX_TICKETS), 1), fields.take('max', integer(1, MAX_TICKETS))];
      reportOrder(fields, min, max, 'max');
      return { ...base, type: known, min, max };
    }
    case 'freeform_text': {
      const minLength = fields.take('minLength', integer(0, MAX_TEXT), 0);
      const maxLength = fields.take('maxLength', integer(1, MAX_TEXT), Math.max(DEFAULT_TEXT, minLength));
      reportOrder(fields, minLength, maxLength, 'maxLength');
      return { ...base, type: known, minLength, maxLength };
    }
    case 'checklist': {
      const items = fields.each('items', ITEM_KEYS, { min: 1, max: 500 }, (item) => ({
        id: item.take('id', itemId),
        label: readLabel(item) ?? item.take('label', text()),
      }));
      reportDuplicates(fields, items);
      const min = fields.take('min', integer(0, 500), base.is_optional === true ? 0 : 1);
      const max = fields.take('max', integer(1, 500), Math.max(1, items.length));
      reportOrder(fields, min, max, 'max');
      if (items.length > 0 && min > items.length) fields.report(`must not be more than the ${items.length} items`, 'min');
      return { ...base, type: known, items, min, max };
    }
    default:
      return { ...base, type: known };
  }
};

/** A text, or one a locale; null where there is none. */
export const readLabel = (fields: Fields, at = 'label'): Label | null => {
  if (!fields.has(at)) return null;
  const given = fields.raw(at);
  if (typeof given !== 'object') return fields.take(at, text(500));
  const locales = Object.keys(given ?? {});
  const label = fields.below(at, locales);
  if (label === null) return null;
  if (locales.length === 0) label.report('must not be empty');
  const texts: Record<string, string> = {};
  for (const tag of locales) {
    const canonical = locale.read(tag);
    if ('problem' in canonical) label.report(canonical.problem, tag);
    else texts[canonical.value] = label.take(tag, text(500));
  }
  return texts;
};

const reportForeignParameters = (fields: Fields, known: PreferenceType): void => {
  for (const parameter of PREFERENCE_KEYS) {
    if (fields.has(parameter) && !COMMON_KEYS.includes(parameter) && !PARAMETERS[known].includes(parameter)) {
      fields.report(`is no parameter of the type ${known}`, parameter);
    }
  }
};

const reportOrder = (fields: Fields, min: number, max: number, at: string): void => {
  if (max < min) fields.report(`must not be less than the ${min} asked for`, at);
};

const reportDuplicates = (fields: Fields, items: readonly { readonly id: string }[]): void => {
  for (const [index, item] of items.entries()) {
    if (item.id !== '' && items.findIndex((other) => other.id === item.id) < index) fields.report(`is the id of another item already`, `items[${index}].id`);
  }
};
