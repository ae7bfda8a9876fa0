import type { CountName, Metrics } from '../../ports/metrics.ts';

export interface StoredCount {
  readonly name: CountName;
  readonly dimension: string;
  /** Of the dimension: a worker's name, a reason. */
  readonly label: string;
  readonly value: number;
}

/** Counts since the start of the process, for whoever asks. */
export interface MemoryMetrics<Worker extends string = string> extends Metrics<Worker> {
  /** What is not 0, in the order of its first count. */
  counts(): readonly StoredCount[];
}

/** One map entry a count; nothing is written anywhere. */
export const createMemoryMetrics = <Worker extends string = string>(): MemoryMetrics<Worker> => {
  const stored = new Map<string, { readonly name: CountName; readonly dimension: string; readonly label: string; value: number }>();
  return {
    count: (name, value, dimension) => {
      if (value === 0) return;
      for (const key in dimension) {
        const label = String(dimension[key]);
        const known = stored.get(`${name} ${label}`);
        if (known === undefined) stored.set(`${name} ${label}`, { name, dimension: key, label, value });
        else known.value += value;
      }
    },
    flush: () => undefined,
    counts: () => [...stored.values()].map((count) => ({ ...count })),
  };
};
