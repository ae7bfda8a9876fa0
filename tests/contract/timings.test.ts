import { expect, test } from 'vitest';
import { createMemoryTimings, TIMING_BOUNDS } from '../../src/adapters/memory/memory-timings.ts';
import type { Registry } from './adapters.ts';
import { describeTimingsContract, type TimingsSubject } from './timings.contract.ts';

const subjects: Registry<'timings', () => TimingsSubject> = {
  memory: () => {
    const timings = createMemoryTimings();
    return { timings, observed: () => timings.timings().map(({ name, labels, count, sum }) => ({ name, labels, count, sum })) };
  },
};

for (const [name, create] of Object.entries(subjects)) describeTimingsContract(name, create);

test('a duration is in the bucket whose bound it does not exceed, the longest in the last', () => {
  const timings = createMemoryTimings();
  for (const seconds of [0, TIMING_BOUNDS[0], 0.0006, 1000]) timings.observe('workerRun', seconds, { worker: 'w', outcome: 'done' });
  const [{ buckets = [] } = {}] = timings.timings();
  expect([buckets[0], buckets[1], buckets.at(-1)]).toEqual([2, 1, 1]);
  expect(buckets).toHaveLength(TIMING_BOUNDS.length + 1);
});
