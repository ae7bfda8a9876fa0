import type { ChangeWanted } from '../../ports/change-stream.ts';
import type { FilterPattern, FilterRule } from '../../topology.ts';

/** Whether an event matches a filter pattern: each member named has to match, each leaf holds the values allowed. */
export const matchesPattern = (pattern: FilterPattern, event: unknown): boolean => {
  if (typeof event !== 'object' || event === null) return false;
  for (const key in pattern) {
    const expected = pattern[key];
    const actual = (event as Readonly<Record<string, unknown>>)[key];
    if (expected === undefined) continue;
    if (isLeaf(expected) ? !expected.some((rule) => holds(rule, actual)) : !matchesPattern(expected, actual)) return false;
  }
  return true;
};

const isLeaf = (pattern: FilterPattern | readonly FilterRule[]): pattern is readonly FilterRule[] => Array.isArray(pattern);

const holds = (rule: FilterRule, actual: unknown): boolean =>
  typeof rule === 'object' && rule !== null ? typeof actual === 'string' && !rule['anything-but'].includes(actual) : rule === actual;

/** What the stream has to read for a pattern: everything that the pattern lets through, and as little else as the stream can tell. */
export const wantedBy = (pattern: FilterPattern): ChangeWanted => {
  const eventName = only(pattern, ['eventName']);
  const needsReplication = only(pattern, ['dynamodb', 'NewImage', 'needsReplication', 'BOOL']);
  const verdict = only(pattern, ['dynamodb', 'NewImage', 'verdict', 'S']);
  return {
    ...(eventName === undefined ? {} : { eventName: eventName as NonNullable<ChangeWanted['eventName']> }),
    ...(needsReplication === undefined ? {} : { needsReplication: needsReplication === true }),
    ...(verdict === undefined ? {} : { verdict: verdict as NonNullable<ChangeWanted['verdict']> }),
  };
};

/** The one value that a pattern allows at a place; undefined where it allows several or all but some, or names nothing. */
const only = (pattern: FilterPattern, [key = '', ...rest]: readonly string[]): string | boolean | undefined => {
  const found = pattern[key];
  if (found === undefined) return undefined;
  if (!isLeaf(found)) return only(found, rest);
  const [rule] = found;
  return found.length === 1 && rest.length === 0 && typeof rule !== 'object' ? rule : undefined;
};
