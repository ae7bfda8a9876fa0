import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forEachInFlight } from '../../src/cli/in-flight.ts';

interface Item {
  readonly key: string;
  readonly turns: number;
}

const stream = async function* <T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
};

const wait = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn();
};

const items: readonly Item[] = Array.from({ length: 200 }, (_, index) => ({ key: `fan-${index % 7}`, turns: (index * 13) % 11 }));

test('results are told in the order given, however long each item takes', async () => {
  const told: Item[] = [];
  await forEachInFlight(stream(items), {
    limit: 8,
    keyOf: ({ key }) => key,
    work: ({ turns }) => wait(turns),
    settled: async (item) => {
      await nextTurn();
      told.push(item);
    },
  });
  expect(told).toEqual(items);
});

test('items of one key are worked on one after the other, in order, and no more than the limit at a time', async () => {
  const busy = new Set<string>();
  const begun = new Map<string, Item[]>();
  let active = 0;
  let most = 0;
  await forEachInFlight(stream(items), {
    limit: 5,
    keyOf: ({ key }) => key,
    work: async (item) => {
      expect(busy.has(item.key)).toBe(false);
      busy.add(item.key);
      begun.set(item.key, [...(begun.get(item.key) ?? []), item]);
      active += 1;
      most = Math.max(most, active);
      await wait(item.turns);
      active -= 1;
      busy.delete(item.key);
    },
    settled: () => {},
  });
  expect(most).toBeLessThanOrEqual(5);
  expect(most).toBeGreaterThan(1);
  for (const [key, order] of begun) expect(order).toEqual(items.filter((item) => item.key === key));
});

test.each(['work', 'settled'] as const)('the first error of %s stops it, after what is under way has ended', async (place) => {
  let begun = 0;
  let ended = 0;
  const fail = (index: number): void => {
    if (index === 20) throw new Error('no more');
  };
  const running = forEachInFlight(stream(items.keys().toArray()), {
    limit: 4,
    keyOf: String,
    work: async (index) => {
      begun += 1;
      await wait(3);
      ended += 1;
      if (place === 'work') fail(index);
    },
    settled: (index) => {
      if (place === 'settled') fail(index);
    },
  });
  await expect(running).rejects.toThrow('no more');
  expect(ended).toBe(begun);
  expect(begun).toBeLessThan(40);
});
