import type { FilterPattern } from '../../topology.ts';

/** Whether an event matches a filter pattern: each member named has to match, each leaf holds the values allowed. */
export const matchesPattern = (pattern: FilterPattern, event: unknown): boolean => {
  if (typeof event !== 'object' || event === null) return false;
  for (const key in pattern) {
    const expected = pattern[key];
    const actual = (event as Readonly<Record<string, unknown>>)[key];
    if (expected === undefined) continue;
    if (isLeaf(expected) ? !expected.includes(actual as string) : !matchesPattern(expected, actual)) return false;
  }
  return true;
};

const isLeaf = (pattern: FilterPattern | readonly (string | boolean | null)[]): pattern is readonly (string | boolean | null)[] => Array.isArray(pattern);
