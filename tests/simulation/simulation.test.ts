import { expect, test } from 'vitest';
import { runWorld } from './run-world.ts';

/** `SEEDS=1-300` runs those instead of the few that every run of the tests takes. */
const [first = 1, last = 4] = (process.env.SEEDS ?? '').split('-').filter(Boolean).map(Number);
const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);

test.each(seeds)('seed %i: a campaign under faults and crashes converges once they stop', { timeout: 60_000 }, async (seed) => {
  const { problems } = await runWorld(seed);
  expect(problems).toEqual([]);
});

test('a seed replays to the same trace', { timeout: 60_000 }, async () => {
  const [one, two] = [await runWorld(first), await runWorld(first)];
  expect(two.trace).toEqual(one.trace);
});
