import { isGlobalUserId } from './global-user-id.ts';

/** Where a value has another shape than it must, and the rule it breaks; never the value. */
export interface Misshapen {
  /** Names and indices joined by dots (`selections.3.position`); empty for the whole. */
  readonly field: string;
  readonly rule: string;
}

/** Finds the first field of a `T` that is not as it has to be; null where all are. Never throws, whatever it is given. */
export interface Shape<T> {
  (value: unknown): Misshapen | null;
  /** For the compiler alone: what the value is, once this finds nothing. */
  readonly of?: T;
}

const is =
  <T>(rule: string, holds: (value: unknown) => boolean): Shape<T> =>
  (value) =>
    holds(value) ? null : { field: '', rule: value === undefined ? 'is missing' : rule };

const ID = /^[a-z0-9-]{1,64}$/;
/** UTC alone, as instants are compared as text. The months' lengths are left to those who read them. */
export const UTC_INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;

export const text = is<string>('must be a text', isText);
export const flag = is<boolean>('must be true or false', (value) => typeof value === 'boolean');
/** Of a campaign or market. */
export const id = is<string>('must be 1 to 64 of the characters a-z, 0-9 and "-"', (value) => isText(value) && ID.test(value));
export const globalUserId = is<string>('must be the id of a fan', isGlobalUserId);
export const instant = is<string>('must be a UTC instant', (value) => isText(value) && UTC_INSTANT.test(value));
export const wholeFrom = (least: number): Shape<number> => is(`must be a whole number from ${least}`, (value) => isWhole(value, least));
/** An object of any content. */
export const anyObject = <T extends object>(): Shape<T> => is('must be an object', isObject);

export const oneOf = <T extends string>(...words: readonly T[]): Shape<T> =>
  is(`must be one of ${words.join(', ')}`, (value) => (words as readonly unknown[]).includes(value));

export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value) =>
    value === undefined ? null : shape(value);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

const within = (field: string | number, found: Misshapen): Misshapen => ({
  field: found.field === '' ? String(field) : `${field}.${found.field}`,
  rule: found.rule,
});

export const list = <T>(shape: Shape<T>, { least = 0, most = Number.POSITIVE_INFINITY } = {}): Shape<readonly T[]> => {
  const isList = is<readonly T[]>('must be a list', Array.isArray);
  return (value) => {
    const found = isList(value);
    if (found !== null) return found;
    const members = value as readonly unknown[];
    if (members.length < least) return { field: '', rule: `must have at least ${least}` };
    if (members.length > most) return { field: '', rule: `must have at most ${most}` };
    for (const [index, member] of members.entries()) {
      const inside = shape(member);
      if (inside !== null) return within(index, inside);
    }
    return null;
  };
};

/** An object with these members. Others may be there too: whoever is a version ahead knows of more. */
export const object = <T extends object>(members: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> => {
  const isRight = anyObject<T>();
  const entries = Object.entries(members) as [string, Shape<unknown>][];
  return (value) => {
    const found = isRight(value);
    if (found !== null) return found;
    for (const [name, shape] of entries) {
      const inside = shape(Object.hasOwn(value as object, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined);
      if (inside !== null) return within(name, inside);
    }
    return null;
  };
};
