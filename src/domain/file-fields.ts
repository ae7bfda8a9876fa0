import { meant, type Reading } from './field-readings.ts';
import { nearestWord } from './nearest-word.ts';

/** What is wrong with a campaign file, and where: `markets[2].timezone`; the empty path is the file itself. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}

/** One mapping of the file. */
export interface Fields {
  readonly path: string;
  /** Whether the key is there with a value. */
  has(key: string): boolean;
  /** The value as the reading takes it; `otherwise` where the key is absent, and a problem where there is no `otherwise`. */
  take<T>(key: string, reading: Reading<T>): T;
  take<T, Otherwise>(key: string, reading: Reading<T>, otherwise: Otherwise): T | Otherwise;
  /** A list of single values, distinct; as with `take` a problem where it is absent and there is no `otherwise`. */
  list<T>(key: string, reading: Reading<T>, rule: ListRule, otherwise?: readonly T[]): readonly T[];
  /** A list of mappings. */
  each<T>(key: string, known: readonly string[], rule: ListRule, read: (fields: Fields, index: number) => T, otherwise?: readonly T[]): readonly T[];
  /** A mapping below this one; null where the key is absent. */
  below(key: string, known: readonly string[]): Fields | null;
  /** Reports a problem with one key of this mapping; with no key: with the mapping. */
  report(problem: string, key?: string): void;
  /** The value as it is in the file. */
  raw(key: string): unknown;
}

export interface ListRule {
  readonly min: 0 | 1;
  readonly max: number;
}

/** Opens a mapping; keys that are not known are reported with the nearest one that is. */
export const openFields = (value: unknown, path: string, known: readonly string[], problems: Problem[]): Fields => {
  const values = isMapping(value) ? value : {};
  if (!isMapping(value)) problems.push({ path, problem: 'must be a mapping of keys to values' });
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  for (const key of Object.keys(values)) {
    if (!known.includes(key)) problems.push({ path: at(key), problem: `is not a known key${meant(nearestWord(key, known))}` });
  }
  const raw = (key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined);
  const report = (problem: string, key?: string): void => {
    problems.push({ path: key === undefined ? path : at(key), problem });
  };
  const has = (key: string): boolean => raw(key) !== undefined && raw(key) !== null;

  const items = (key: string, { min, max }: ListRule): readonly unknown[] => {
    const value = raw(key);
    if (!has(key)) {
      report('is missing', key);
      return [];
    }
    if (!Array.isArray(value)) report('must be a list', key);
    else if (value.length < min) report('must not be empty', key);
    else if (value.length > max) report(`must have at most ${max} items`, key);
    else return value;
    return [];
  };

  return {
    path,
    has,
    raw,
    report,
    take: <T, Otherwise>(key: string, { placeholder, read }: Reading<T>, ...otherwise: readonly Otherwise[]): T | Otherwise => {
      if (!has(key)) {
        if (otherwise.length > 0) return otherwise[0] as Otherwise;
        report('is missing', key);
        return placeholder;
      }
      const result = read(raw(key));
      if ('value' in result) return result.value;
      report(result.problem, key);
      return placeholder;
    },
    list: <T>(key: string, { read }: Reading<T>, rule: ListRule, otherwise?: readonly T[]): readonly T[] => {
      if (otherwise !== undefined && !has(key)) return otherwise;
      const values: T[] = [];
      for (const [index, item] of items(key, rule).entries()) {
        const result = read(item);
        if ('problem' in result) report(result.problem, `${key}[${index}]`);
        else if (values.includes(result.value)) report('is in the list already', `${key}[${index}]`);
        else values.push(result.value);
      }
      return values;
    },
    each: (key, knownKeys, rule, read, otherwise) =>
      otherwise !== undefined && !has(key)
        ? otherwise
        : items(key, rule).map((item, index) => read(openFields(item, `${at(key)}[${index}]`, knownKeys, problems), index)),
    below: (key, knownKeys) => (has(key) ? openFields(raw(key), at(key), knownKeys, problems) : null),
  };
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
