import type { Clock } from '../../ports/clock.ts';
import type { Metrics } from '../../ports/metrics.ts';

export interface EmfMetricsOptions {
  /** CloudWatch's namespace, such as `reg-workers`. */
  readonly namespace: string;
  readonly clock: Clock;
  /** Takes one line without its end. Default: stdout, which Lambda puts into the function's log. */
  readonly write?: (line: string) => void;
}

/**
 * Counts as lines of CloudWatch's embedded metric format, from which CloudWatch makes metrics without a call (Amazon
 * CloudWatch user guide, "Embedded metric format specification"): one line a flush for each value of a dimension, which
 * is one line an invocation, as a function has one worker.
 */
export const createEmfMetrics = <Worker extends string = string>({ namespace, clock, write = toStdout }: EmfMetricsOptions): Metrics<Worker> => {
  /** By dimension and label, the counts by name. */
  const pending = new Map<string, { readonly dimension: string; readonly label: string; readonly counts: Map<string, number> }>();
  return {
    count: (name, value, dimension) => {
      if (value === 0) return;
      for (const key in dimension) {
        const label = String(dimension[key]);
        const line = pending.get(`${key} ${label}`) ?? { dimension: key, label, counts: new Map<string, number>() };
        pending.set(`${key} ${label}`, line);
        line.counts.set(name, (line.counts.get(name) ?? 0) + value);
      }
    },
    flush: () => {
      for (const { dimension, label, counts } of pending.values()) {
        const Metrics = [...counts.keys()].map((Name) => ({ Name, Unit: 'Count' }));
        write(
          JSON.stringify({
            _aws: { Timestamp: clock.now(), CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[dimension]], Metrics }] },
            [dimension]: label,
            ...Object.fromEntries(counts),
          }),
        );
      }
      pending.clear();
    },
  };
};

const toStdout = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
