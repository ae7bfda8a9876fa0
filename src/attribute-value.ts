import { RegError } from './errors.ts';

/** DynamoDB's typed JSON, as stream records carry it (DynamoDB API reference, AttributeValue). */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: AttributeMap };
export type AttributeMap = { readonly [key: string]: AttributeValue };

// The SDK's own marshaller costs 4 to 5 microseconds an item and direction, this one 0.6
// (docs/decisions/0003-attribute-values.md); nothing here needs sets, binary values or big numbers.

/** Plain JSON data as DynamoDB's typed JSON; members that are undefined are left out. */
export const toAttributeMap = (item: Readonly<object>): AttributeMap => {
  const map: Record<string, AttributeValue> = {};
  for (const [key, value] of Object.entries(item)) if (value !== undefined) put(map, key, toAttributeValue(value));
  return map;
};

const toAttributeValue = (value: unknown): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(toAttributeValue) };
  if (typeof value === 'object') return { M: toAttributeMap(value) };
  throw new RegError('INTERNAL', `A table item cannot hold a ${typeof value}.`);
};

/** The plain data behind DynamoDB's typed JSON. Throws `EVENT_MALFORMED` for a type that no item of ours has. */
export const fromAttributeMap = (map: AttributeMap): Record<string, unknown> => {
  const item: Record<string, unknown> = {};
  for (const key in map) put(item, key, fromAttributeValue(map[key]));
  return item;
};

const fromAttributeValue = (value: AttributeValue | undefined): unknown => {
  if (value !== undefined) {
    if ('S' in value) return value.S;
    if ('N' in value) return Number(value.N);
    if ('BOOL' in value) return value.BOOL;
    if ('M' in value) return fromAttributeMap(value.M);
    if ('L' in value) return value.L.map(fromAttributeValue);
    if ('NULL' in value) return null;
  }
  throw new RegError('EVENT_MALFORMED', 'A stream record holds an attribute of a type that this table does not use.');
};

/** Assigning to `__proto__` would change what the object is instead of what it holds. */
const put = <Value>(object: Record<string, Value>, key: string, value: Value): void => {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
};
