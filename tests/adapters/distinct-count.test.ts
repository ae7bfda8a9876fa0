import { expect, test } from 'vitest';
import { createDistinctCount } from '../../src/adapters/distinct-count.ts';

test('texts are counted once each, however often and in whatever order they come', () => {
  const distinct = createDistinctCount();
  expect(distinct.count()).toBe(0);
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 50_000; n += 1) distinct.add(`REGISTRATION:summer-tour/fan-${(n * 7919) % 50_000}:${round % 2}`);
    expect(distinct.count()).toBe(round === 0 ? 50_000 : 100_000);
  }
});

test('a text is told from one that only looks like it', () => {
  const distinct = createDistinctCount();
  const texts = ['', 'a', 'b', 'ab', 'ba', 'aa', '\u0000', '\u0000\u0000', 'ß', 'ss', '10', '1 0'];
  for (const text of texts) distinct.add(text);
  expect(distinct.count()).toBe(texts.length);
});
