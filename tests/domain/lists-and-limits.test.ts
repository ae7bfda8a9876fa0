import { describe, expect, test } from 'vitest';
import { cacheLifetimeMs, LONGEST_CACHED_MS } from '../../src/domain/cache-lifetime.ts';
import { chunks } from '../../src/domain/chunks.ts';
import { MAX_BODY_BYTES, MAX_DELAY_SECONDS, toMessageText } from '../../src/domain/message-text.ts';
import { nearestWord } from '../../src/domain/nearest-word.ts';
import { rankedMarketsIn } from '../../src/domain/ranked-markets.ts';

test('runs keep the order, hold so many at most, and there is none of nothing', () => {
  expect(chunks([], 2)).toEqual([]);
  expect(chunks([1], 2)).toEqual([[1]]);
  expect(chunks([1, 2], 2)).toEqual([[1, 2]]);
  expect(chunks([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
  expect(chunks([1, 2, 3, 4], 2)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

describe('a campaign is remembered', () => {
  const lifetime = (isThere: boolean, longestMs: number, fraction: number): number => cacheLifetimeMs({ isThere, longestMs, fraction });

  test('from nine tenths of the longest up to it, an hour where nothing else is said', () => {
    expect([0, 0.5, 1].map((fraction) => lifetime(true, 1000, fraction))).toEqual([1000, 950, 900]);
    expect(LONGEST_CACHED_MS).toBe(3_600_000);
  });

  test('a minute where it is not there, or less', () => {
    expect(lifetime(false, LONGEST_CACHED_MS, 0.5)).toBe(60_000);
    expect(lifetime(false, 1000, 0.5)).toBe(1000);
  });
});

describe('ranked markets', () => {
  const campaign = {
    preferences: [
      { key: 'phone', type: 'phone' },
      { key: 'where', type: 'markets' },
    ],
  } as const;

  test('are the answer to the preference of that type, whatever its key', () => {
    expect(rankedMarketsIn(campaign, { where: ['b', 'a'], phone: '+44', markets: ['c'] })).toEqual(['b', 'a']);
  });

  test('are none where there is no answer, no list, or no such question', () => {
    expect(rankedMarketsIn(campaign, {})).toEqual([]);
    expect(rankedMarketsIn(campaign, { where: 'b' })).toEqual([]);
    expect(rankedMarketsIn({ preferences: [{ key: 'phone', type: 'phone' }] }, { phone: ['b'], markets: ['c'] })).toEqual([]);
  });
});

describe('a message', () => {
  const padded = (bytes: number): string => 'x'.repeat(bytes - 2);

  test('is sent as JSON', () => {
    expect(toMessageText({ a: [1, null] })).toEqual({ text: '{"a":[1,null]}' });
    expect(toMessageText('', MAX_DELAY_SECONDS)).toEqual({ text: '""' });
  });

  test('has 256 KiB at most, in bytes of UTF-8', () => {
    expect(MAX_BODY_BYTES).toBe(262_144);
    expect(toMessageText(padded(MAX_BODY_BYTES))).toHaveProperty('text');
    expect(toMessageText(padded(MAX_BODY_BYTES + 1))).toEqual({ refusal: 'TOO_LARGE: the body has more than 262144 bytes.' });
    expect(toMessageText('\u20ac'.repeat(87_381))).toEqual({ refusal: 'TOO_LARGE: the body has more than 262144 bytes.' });
    expect(toMessageText('\u20ac'.repeat(87_380))).toHaveProperty('text');
  });

  test.each([-1, 901, Number.NaN])('with a delay of %d seconds is refused', (delay) => {
    expect(toMessageText({}, delay)).toEqual({ refusal: 'INPUT_INVALID: delaySeconds is from 0 to 900.' });
  });

  test('that is no plain data is refused', () => {
    const refusal = { refusal: 'INPUT_INVALID: the body is no plain JSON data.' };
    const round: unknown[] = [];
    round.push(round);
    for (const body of [undefined, () => 1, 1n, round]) expect(toMessageText(body)).toEqual(refusal);
  });
});

describe('the nearest word', () => {
  test.each<[string, readonly string[], string | null]>([
    ['presaleStrat', ['presaleStart', 'presaleEnd'], 'presaleStart'],
    ['max_lots', ['method', 'maxLots'], 'maxLots'],
    ['MAX-LOTS', ['maxLots'], 'maxLots'],
    ['ab', ['ba'], 'ba'],
    ['abc', ['xyc'], null],
    ['abc', ['abx'], 'abx'],
    ['abcd', ['xyzd'], null],
    ['abcd', ['xbyd'], 'xbyd'],
    ['abcdefghijkl', ['wxyzefghijkl'], 'wxyzefghijkl'],
    ['abcdefghijklmno', ['vwxyzfghijklmno'], null],
    ['gat', ['gate', 'date'], 'gate'],
    ['gate', ['date', 'gate'], 'gate'],
    ['ate', ['date', 'gate'], 'date'],
    ['gates', ['gate'], 'gate'],
    ['abcdef', ['abcfed'], 'abcfed'],
    ['', ['a'], null],
    ['abXc', ['aXbc'], 'aXbc'],
    ['abcdef', ['bacdxf'], 'bacdxf'],
    ['abcdef', ['bacdxy'], null],
    ['abcdef', ['bxcdyf'], null],
    ['abcd', ['badc'], 'badc'],
    ['abcdef', ['bacdfe'], 'bacdfe'],
    ['abc', ['bca'], null],
    ['abcd', ['bcda'], 'bcda'],
    ['abcde', ['ebcda'], 'ebcda'],
    ['abcdefg', ['abXYZfg'], 'abXYZfg'],
    ['abcdefg', ['WbXYZfg'], null],
    ['ABCDEFG', ['wbxyzfg'], null],
    ['Presale', ['pREsAle'], 'pREsAle'],
    ['ab', ['xa'], null],
    ['a', ['b'], 'b'],
    ['a', ['bc'], null],
    ['ca', ['abc'], null],
    ['colour', [], null],
    ['x'.repeat(64), ['x'.repeat(63)], 'x'.repeat(63)],
    ['x'.repeat(65), ['x'.repeat(64)], null],
  ])('to %s of %j is %j', (typed, known, expected) => {
    expect(nearestWord(typed, known)).toBe(expected);
  });
});
