import { describe, expect, test } from 'vitest';
import type { Metrics } from '../../src/ports/metrics.ts';

export interface Counted {
  readonly name: string;
  readonly dimension: string;
  readonly label: string;
  readonly value: number;
}

export interface MetricsSubject {
  readonly metrics: Metrics<'saveEntries' | 'sendData'>;
  /** What was told up to the last flush, added up. */
  counted(): readonly Counted[];
}

/** What every adapter of metrics has to keep (src/ports/metrics.ts). */
export const describeMetricsContract = (name: string, create: () => MetricsSubject): void => {
  describe(`metrics: ${name}`, () => {
    test('counts add up by name and dimension, over flushes too', () => {
      const { metrics, counted } = create();
      metrics.count('recordsReceived', 10, { worker: 'saveEntries' });
      metrics.count('recordsReceived', 5, { worker: 'saveEntries' });
      metrics.count('recordsFailed', 1, { worker: 'saveEntries' });
      metrics.flush();
      metrics.count('recordsReceived', 2, { worker: 'saveEntries' });
      metrics.count('recordsReceived', 3, { worker: 'sendData' });
      metrics.count('refusals', 1, { reason: 'NO_INVITE' });
      metrics.flush();
      metrics.flush();
      const expected: readonly Counted[] = [
        { name: 'recordsReceived', dimension: 'worker', label: 'saveEntries', value: 17 },
        { name: 'recordsFailed', dimension: 'worker', label: 'saveEntries', value: 1 },
        { name: 'recordsReceived', dimension: 'worker', label: 'sendData', value: 3 },
        { name: 'refusals', dimension: 'reason', label: 'NO_INVITE', value: 1 },
      ];
      expect(counted()).toHaveLength(expected.length);
      expect(counted()).toEqual(expect.arrayContaining([...expected]));
    });

    test('what did not happen is not told', () => {
      const { metrics, counted } = create();
      metrics.count('recordsFailed', 0, { worker: 'saveEntries' });
      metrics.flush();
      expect(counted()).toEqual([]);
    });
  });
};
