import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordByRecord } from './record-by-record.ts';
import { perFan, type TallyRow } from './tally.ts';

/** One counted run, added up. */
export interface CountedTally {
  /** Fans who registered. */
  readonly fans: number;
  readonly winners: number;
  readonly rows: readonly TallyRow[];
}

/** `bench/cloud-cost.json`. */
export interface CostData {
  /** The day of the run. */
  readonly date: string;
  /** By function, as deployed. */
  readonly memoryMB: Readonly<Record<string, number>>;
  readonly run: CountedTally;
  /** What `npm run cost` made of them, in dollars: for who reads the file alone. */
  readonly usd?: unknown;
}

export const COST_FILE = join(import.meta.dirname, '../../bench/cloud-cost.json');

export const readCostData = (): CostData => JSON.parse(readFileSync(COST_FILE, 'utf8'));

/** One fan with the topology's batches, and the same record by record. */
export const designsOf = ({ run }: Pick<CostData, 'run'>): { readonly batched: readonly TallyRow[]; readonly single: readonly TallyRow[] } => {
  const batched = perFan(run);
  return { batched, single: recordByRecord(batched) };
};
