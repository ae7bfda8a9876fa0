import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { perFan, type TallyRow } from './tally.ts';

/** One counted run, added up. */
export interface CountedTally {
  /** Fans who registered. */
  readonly fans: number;
  readonly winners: number;
  readonly rows: readonly TallyRow[];
}

/** Two runs of one design: what one more fan costs is their difference. */
export interface TwoRuns {
  readonly small: CountedTally;
  readonly big: CountedTally;
}

/** `bench/cloud-cost.json`. */
export interface CostData {
  /** The day of the runs. */
  readonly date: string;
  /** By function, as deployed. */
  readonly memoryMB: Readonly<Record<string, number>>;
  /** With the topology's batches. */
  readonly batched: TwoRuns;
  /** With one record at a time. */
  readonly single: TwoRuns;
  /** What `npm run cost` made of them, in dollars: for who reads the file alone. */
  readonly usd?: unknown;
}

export const COST_FILE = join(import.meta.dirname, '../../bench/cloud-cost.json');

export const readCostData = (): CostData => JSON.parse(readFileSync(COST_FILE, 'utf8'));

export const perFanOf = ({ small, big }: TwoRuns): readonly TallyRow[] => perFan(small, big);
