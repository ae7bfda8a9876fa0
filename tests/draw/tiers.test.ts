import { describe, expect, test } from 'vitest';
import { parseRules } from '../../src/domain/draw/draw-rules.ts';
import { createEntrantsReader, ENTRANTS_HEADER } from '../../src/domain/draw/entrants.ts';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { packOf } from '../support/draw-pack.ts';
import { makeDraw } from '../support/made-draw.ts';

const markets = [{ id: 'm1', capacity: 1, waitlistCapacity: 1 }];
const groups = [
  { id: 'members', minScore: 800 },
  { id: 'regulars', minScore: 0 },
];
const made = (method: 'random' | 'weighted' | 'score', tiers: readonly number[], priorityGroups?: typeof groups) =>
  makeDraw({
    method,
    ...(priorityGroups !== undefined && { priorityGroups }),
    markets,
    entrants: tiers.map((tier, index) => ({ ref: String(index).repeat(32), tier, lots: 1, ranking: ['m1'] })),
    secret: Buffer.alloc(32, 7),
  }).pack;

describe('tiers', () => {
  const problemOf = (rules: Parameters<typeof createEntrantsReader>[0], tier: number): string | null => {
    const reader = createEntrantsReader(rules);
    reader.readLine(ENTRANTS_HEADER);
    return reader.readLine(`${'0'.repeat(32)},${tier},1,m1`);
  };
  const above = (tier: number, most: number): string => `has the tier ${tier}, and the rules give nobody a higher one than ${most}`;

  test('are as high as the rules say', () => {
    const grouped = { method: 'random', markets, priorityGroups: groups } as const;
    expect([0, 2, 3].map((tier) => problemOf(grouped, tier))).toEqual([null, null, above(3, 2)]);
    const scored = { method: 'score', markets } as const;
    expect([0, 1000, 1001].map((tier) => problemOf(scored, tier))).toEqual([null, null, above(1001, 1000)]);
    expect(problemOf({ method: 'random', markets }, 999_999_999)).toBeNull();
  });

  test('that no rule explains are remarked, and nothing else is', async () => {
    const remarksOf = async (...args: Parameters<typeof made>) => (await verifyPack(packOf(made(...args)))).remarks;
    for (const method of ['random', 'weighted'] as const) {
      expect(await remarksOf(method, [0, 1, 0, 7])).toEqual([
        `2 of 4 entrants are served after the others, by a tier above 0, though the method is ${method} and the rules name no priority groups: ask why`,
      ]);
      expect(await remarksOf(method, [0, 0])).toEqual([]);
      expect(await remarksOf(method, [0, 1, 2], groups)).toEqual([]);
    }
    expect(await remarksOf('score', [0, 1000])).toEqual([]);
  });
});

describe('priority groups in rules.json', () => {
  const problemOf = (changes: Readonly<Record<string, unknown>>): string | null => {
    const parsed = parseRules(JSON.stringify({ ...JSON.parse(made('random', [0]).rules), ...changes }));
    return parsed.ok ? null : parsed.problem;
  };
  const noScore = 'priorityGroups[1].minScore is no score below that of the group before';

  test.each<[string, Readonly<Record<string, unknown>>, string | null]>([
    ['none', {}, null],
    ['some', { priorityGroups: groups }, null],
    ['one', { priorityGroups: [{ id: 'a', minScore: 0 }] }, null],
    ['some for lots', { method: 'weighted', priorityGroups: groups }, null],
    ['some for scores', { method: 'score', priorityGroups: groups }, 'priorityGroups are not for the method score'],
    ['no list', { priorityGroups: { id: 'a' } }, 'priorityGroups is no list of groups'],
    ['an empty list', { priorityGroups: [] }, 'priorityGroups is no list of groups'],
    ['nothing', { priorityGroups: null }, 'priorityGroups is no list of groups'],
    ['a text', { priorityGroups: ['members'] }, 'priorityGroups[0].id is no id'],
    ['an id in capitals', { priorityGroups: [{ id: 'A', minScore: 1 }] }, 'priorityGroups[0].id is no id'],
    [
      'an id twice',
      {
        priorityGroups: [
          { id: 'a', minScore: 2 },
          { id: 'a', minScore: 1 },
        ],
      },
      'priorityGroups[1].id is there twice',
    ],
    [
      'the same score',
      {
        priorityGroups: [
          { id: 'a', minScore: 1 },
          { id: 'b', minScore: 1 },
        ],
      },
      noScore,
    ],
    [
      'a score below all',
      {
        priorityGroups: [
          { id: 'a', minScore: 1 },
          { id: 'b', minScore: -1 },
        ],
      },
      noScore,
    ],
    [
      'half a score',
      {
        priorityGroups: [
          { id: 'a', minScore: 1 },
          { id: 'b', minScore: 0.5 },
        ],
      },
      noScore,
    ],
  ])('%s', (_, changes, problem) => {
    expect(problemOf(changes)).toBe(problem);
  });
});
