import { describe, expect, test } from 'vitest';
import { countEligible, formatRanking, refOf } from '../../src/domain/draw/entrants.ts';
import { formatResult, formatWaitlist, parseWaitlist, serve } from '../../src/domain/draw/serving.ts';
import { readMade } from '../support/made-draw.ts';

const markets = [
  { id: 'a', capacity: 1, waitlistCapacity: 1 },
  { id: 'b', capacity: 0, waitlistCapacity: 2 },
  { id: 'c', capacity: 2, waitlistCapacity: 0 },
];
const refs = ['0', '1', '2', '3', '4'].map((digit) => digit.repeat(32));
const rankings = [
  ['a', 'b'],
  ['a', 'b'],
  ['b', 'a', 'c'],
  ['b', 'a'],
  ['c', 'b'],
];
const { read } = readMade({
  method: 'random',
  markets,
  entrants: refs.map((ref, index) => ({ ref, tier: 0, lots: 1, ranking: rankings[index] ?? [] })),
});

describe('serving', () => {
  const lines = (...order: readonly number[]) => [...serve(markets, read, Uint32Array.from(order))].map(formatResult);
  const [zero, one, two, three, four] = refs;

  test('gives each the first market of their ranking that has a place, or the waitlists that have room', () => {
    expect(lines(0, 1, 2, 3, 4)).toEqual([
      `1,${zero},WINNER,a,`,
      `2,${one},WAITLIST,,a:1>b:1`,
      `3,${two},WINNER,c,`,
      `4,${three},WAITLIST,,b:2`,
      `5,${four},WINNER,c,`,
    ]);
  });

  test('goes by the order alone, and leaves with nothing whom there is no room for', () => {
    expect(lines(4, 2, 3, 1, 0)).toEqual([
      `1,${four},WINNER,c,`,
      `2,${two},WINNER,a,`,
      `3,${three},WAITLIST,,b:1>a:1`,
      `4,${one},WAITLIST,,b:2`,
      `5,${zero},LOSER,,`,
    ]);
  });
});

test('waitlist places are read as they were written', () => {
  const places = [
    { marketId: 'paris-1', place: 3 },
    { marketId: 'b', place: 12 },
  ];
  expect(formatWaitlist(places)).toBe('paris-1:3>b:12');
  expect(formatWaitlist([])).toBe('');
  for (const some of [[], places.slice(1), places]) expect(parseWaitlist(formatWaitlist(some))).toEqual(some);
});

describe('entrants', () => {
  test('are counted by each market that they rank', () => {
    expect(countEligible(read, markets)).toEqual([4, 5, 2]);
  });

  test('are known by their place and their ref', () => {
    expect(refs.map((_, index) => refOf(read, index))).toEqual(refs);
    expect(formatRanking(['b', 'a'])).toBe('b>a');
  });
});
