import { PERSONAL_FIELDS } from '../log.ts';

const HIDDEN = '[hidden]';

/** These hold records whose members say for themselves what they are; of all other personal fields nothing is shown but ids. */
const ENVELOPES: ReadonlySet<string> = new Set(['body', 'newImage', 'oldImage']);
const PERSONAL: ReadonlySet<string> = new Set([...PERSONAL_FIELDS.filter((field) => !ENVELOPES.has(field)), 'sharedCode']);
const IDS: ReadonlySet<string> = new Set(['globalUserId', 'campaignId']);

/**
 * The same data with each personal value hidden: keys, structure and ids stay, so that an operator sees what a
 * message is about. Also for items in DynamoDB's typed JSON, whose values lie one level deeper.
 */
export const maskPersonal = (value: unknown): unknown => mask(value, false);

const mask = (value: unknown, hide: boolean): unknown => {
  if (Array.isArray(value)) return value.map((item) => mask(item, hide));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mask(member, hides(key, member, hide))]));
  }
  return hide && value !== null && value !== undefined ? HIDDEN : value;
};

const hides = (key: string, member: unknown, hide: boolean): boolean => {
  if (IDS.has(key)) return false;
  // Encoded data (a Kinesis record's) cannot be looked into.
  return hide || PERSONAL.has(key) || (key === 'data' && typeof member === 'string');
};
