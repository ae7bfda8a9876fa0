import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './run.ts';

const FILE = join(import.meta.dirname, '../../bench/plugs.json');

/** The runs that are committed, by server and fault. */
export const readOutcomes = (): readonly Outcome[] => JSON.parse(readFileSync(FILE, 'utf8')) as readonly Outcome[];

/** Keeps a run, in the place of an earlier one with the same server and fault. */
export const saveOutcome = (outcome: Outcome): void => {
  const isSame = (other: Outcome): boolean => other.server === outcome.server && other.fault === outcome.fault;
  const known = readOutcomes();
  const kept = known.some(isSame) ? known.map((other) => (isSame(other) ? outcome : other)) : [...known, outcome];
  writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`);
};
