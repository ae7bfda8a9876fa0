import type { TimingName, Timings } from '../../ports/timings.ts';

export interface StoredTiming {
  readonly name: TimingName;
  readonly labels: Readonly<Record<string, string>>;
  /** How many took at most as long as the bound of the same place in `TIMING_BOUNDS`; the last are those above. */
  readonly buckets: readonly number[];
  readonly count: number;
  /** Seconds. */
  readonly sum: number;
}

/** Durations since the start of the process, for whoever asks. */
export interface MemoryTimings extends Timings {
  timings(): readonly StoredTiming[];
}

/** Seconds: from a request that is answered from memory to a step that counts a campaign's entrants. */
export const TIMING_BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120] as const;

interface Histogram {
  readonly name: TimingName;
  readonly labels: Readonly<Record<string, string>>;
  readonly buckets: number[];
  count: number;
  sum: number;
}

/** One map entry and a few numbers for each set of labels; nothing is written anywhere. */
export const createMemoryTimings = (): MemoryTimings => {
  const stored = new Map<string, Histogram>();
  return {
    now: () => performance.now() / 1000,
    observe: (name, seconds, labels) => {
      let key: string = name;
      for (const label in labels) key += ` ${labels[label]}`;
      let histogram = stored.get(key);
      if (histogram === undefined) {
        histogram = { name, labels, buckets: new Array<number>(TIMING_BOUNDS.length + 1).fill(0), count: 0, sum: 0 };
        stored.set(key, histogram);
      }
      let place = 0;
      while (place < TIMING_BOUNDS.length && seconds > (TIMING_BOUNDS[place] as number)) place += 1;
      histogram.buckets[place] = (histogram.buckets[place] as number) + 1;
      histogram.count += 1;
      histogram.sum += seconds;
    },
    timings: () => [...stored.values()].map((histogram) => ({ ...histogram, buckets: [...histogram.buckets] })),
  };
};
