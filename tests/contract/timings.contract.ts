import { describe, expect, test } from 'vitest';
import type { Timings } from '../../src/ports/timings.ts';

export interface TimingsSubject {
  readonly timings: Timings;
  /** What was observed: how many of each, and their seconds together. */
  observed(): readonly { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly count: number; readonly sum: number }[];
}

/** What every adapter of timings has to keep (src/ports/timings.ts). */
export const describeTimingsContract = (name: string, create: () => TimingsSubject): void => {
  describe(`timings: ${name}`, () => {
    test('durations add up by name and labels', () => {
      const { timings, observed } = create();
      timings.observe('workerRun', 0.5, { worker: 'saveEntries', outcome: 'done' });
      timings.observe('workerRun', 1.25, { worker: 'saveEntries', outcome: 'done' });
      timings.observe('workerRun', 2, { worker: 'saveEntries', outcome: 'failed' });
      timings.observe('serviceCall', 0, { service: 'entry', operation: 'saveEntries', status: 'done' });
      expect(observed()).toEqual([
        { name: 'workerRun', labels: { worker: 'saveEntries', outcome: 'done' }, count: 2, sum: 1.75 },
        { name: 'workerRun', labels: { worker: 'saveEntries', outcome: 'failed' }, count: 1, sum: 2 },
        { name: 'serviceCall', labels: { service: 'entry', operation: 'saveEntries', status: 'done' }, count: 1, sum: 0 },
      ]);
    });

    test('the clock never goes back', () => {
      const { timings } = create();
      const looks = Array.from({ length: 1000 }, () => timings.now());
      expect(looks).toEqual(looks.toSorted((a, b) => a - b));
    });
  });
};
