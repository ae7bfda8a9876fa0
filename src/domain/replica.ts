import { type EntrySelection, mayBecome, type Verdict } from './entry.ts';

/** What the draw gave an entry, as far as one side knows. */
export interface Award {
  readonly verdict: Verdict;
  readonly accessCode?: string;
  readonly selection?: EntrySelection;
}

/**
 * Whether an entry may get an award. `unchanged`: it has it already. `refused`: verdicts move forward only, and who
 * won a market or holds a code can't get another.
 */
export const awardOutcome = (held: Award, wanted: Award): 'assign' | 'unchanged' | 'refused' => {
  if (held.accessCode !== undefined && held.accessCode !== wanted.accessCode) return 'refused';
  if (held.verdict !== wanted.verdict) return mayBecome(held.verdict, wanted.verdict) ? 'assign' : 'refused';
  if (held.verdict !== 'WINNER') return 'unchanged';
  if (held.selection?.marketId !== wanted.selection?.marketId) return 'refused';
  return held.accessCode === wanted.accessCode ? 'unchanged' : 'assign';
};

/**
 * Codes are assigned on the replica first and reach the demand-table a moment later. Until the table's own write
 * with the award arrives, newer writes that know nothing of it must not take it away. As verdicts only move forward
 * and a winner's code stays, the held award is ahead of a write exactly where the table may still be given it; where
 * it may not, the table has decided otherwise and is right. Only for writes of the same life of the entry.
 */
export const isAheadOf = (held: Award, written: Award): boolean => awardOutcome(written, held) === 'assign';
