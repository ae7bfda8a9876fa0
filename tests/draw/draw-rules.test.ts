import { describe, expect, test } from 'vitest';
import { type DrawRecord, type DrawRules, formatJsonFile, parseDrawRecord, parseRules, rulesOf } from '../../src/domain/draw/draw-rules.ts';
import { quicknet, quicknetRound } from '../support/drand-chain.ts';

const HASH = '0123456789abcdef'.repeat(4);
const rules: DrawRules = {
  version: 1,
  campaignId: 'summer-tour',
  draw: 1,
  previous: null,
  method: 'random',
  markets: [
    { id: 'london-1', capacity: 3, waitlistCapacity: 0 },
    { id: 'paris-1', capacity: 0, waitlistCapacity: 2 },
  ],
  commitment: HASH,
  publicRandomness: 'none',
  reason: '',
};
const drand = { kind: 'drand', value: 'ab', ...quicknetRound, chain: quicknet } as const;
const record: DrawRecord = {
  version: 1,
  rulesHash: HASH,
  entrantsCount: 0,
  entrantsRoot: HASH,
  secret: HASH,
  publicRandomness: null,
  seed: HASH,
  resultsRoot: HASH,
};

const rulesProblem = (changes: Readonly<Record<string, unknown>>): string | null => {
  const parsed = parseRules(JSON.stringify({ ...rules, ...changes }));
  return parsed.ok ? null : parsed.problem;
};
const recordProblem = (changes: Readonly<Record<string, unknown>>): string | null => {
  const parsed = parseDrawRecord(JSON.stringify({ ...record, ...changes }));
  return parsed.ok ? null : parsed.problem;
};

describe('rules.json', () => {
  test('is read as it was written', () => {
    expect(parseRules(formatJsonFile(rules))).toEqual({ ok: true, value: rules });
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['of a later draw', { draw: 2, previous: HASH }],
    ['of weights', { method: 'weighted' }],
    ['of scores', { method: 'score' }],
    ['of no market', { markets: [] }],
    ['of words that were announced', { publicRandomness: { kind: 'text', announced: '' } }],
    ['of a round of drand', { publicRandomness: { kind: 'drand', chainHash: HASH, round: 1 } }],
  ])('%s is read', (_, changes) => {
    expect(rulesProblem(changes)).toBeNull();
  });

  const twice = [
    { id: 'a', capacity: 1, waitlistCapacity: 1 },
    { id: 'a', capacity: 2, waitlistCapacity: 2 },
  ];
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['of another version', { version: 2 }, 'version is not 1'],
    ['with an id in capitals', { campaignId: 'Summer' }, 'campaignId is no id'],
    ['with an id that is too long', { campaignId: 'a'.repeat(65) }, 'campaignId is no id'],
    ['with an id that begins well', { campaignId: 'a b' }, 'campaignId is no id'],
    ['with an id that ends well', { campaignId: ' a' }, 'campaignId is no id'],
    ['with an id that is a number', { campaignId: 7 }, 'campaignId is no id'],
    ['of draw 0', { draw: 0 }, 'draw is no number from 1 on'],
    ['of half a draw', { draw: 1.5 }, 'draw is no number from 1 on'],
    ['of a draw in words', { draw: '1' }, 'draw is no number from 1 on'],
    ['with a previous draw that is none', { previous: 'x' }, 'previous is neither null nor a SHA-256'],
    ['with a previous draw in capitals', { previous: HASH.toUpperCase() }, 'previous is neither null nor a SHA-256'],
    ['by a method that nobody knows', { method: 'raffle' }, 'method is not random, weighted or score'],
    ['with a commitment that is too short', { commitment: HASH.slice(1) }, 'commitment is no SHA-256'],
    ['with a commitment that is too long', { commitment: `${HASH}0` }, 'commitment is no SHA-256'],
    ['without a reason', { reason: undefined }, 'reason is missing'],
    ['with markets that are no list', { markets: { a: 1 } }, 'markets is no list'],
    ['with a market that is none', { markets: [null] }, 'markets[0].id is no id'],
    ['with a market that is a list', { markets: [[]] }, 'markets[0].id is no id'],
    ['with a market without an id', { markets: [...rules.markets, { capacity: 1, waitlistCapacity: 1 }] }, 'markets[2].id is no id'],
    ['with a market twice', { markets: twice }, 'markets[1].id is there twice'],
    ['with less than no places', { markets: [{ id: 'a', capacity: -1, waitlistCapacity: 1 }] }, 'markets[0] has a capacity that is no count'],
    ['with half a place to wait', { markets: [{ id: 'a', capacity: 1, waitlistCapacity: 0.5 }] }, 'markets[0] has a capacity that is no count'],
    ...[
      undefined,
      null,
      'text',
      [],
      { kind: 'dice' },
      { kind: 'dice', announced: 'x' },
      { kind: 'dice', chainHash: HASH, round: 1 },
      { kind: 'text' },
      { kind: 'drand', chainHash: HASH },
      { kind: 'drand', chainHash: HASH, round: 0 },
      { kind: 'drand', chainHash: 'x', round: 1 },
    ].map((publicRandomness): [string, Readonly<Record<string, unknown>>, string] => [
      `with ${JSON.stringify(publicRandomness)} for public randomness`,
      { publicRandomness },
      'publicRandomness is not none, text or drand',
    ]),
  ])('%s is refused', (_, changes, problem) => {
    expect(rulesProblem(changes)).toBe(problem);
  });

  test.each(['null', '[]', '7', '"x"'])('that is %s is refused', (text) => {
    expect(parseRules(text)).toEqual({ ok: false, problem: 'is no JSON object' });
  });

  test('that is no JSON is refused', () => {
    expect(parseRules('{')).toEqual({ ok: false, problem: 'is no JSON' });
  });

  test('names priority groups by id and score where the campaign has some', () => {
    const given = { draw: 1, previous: null, commitment: HASH, reason: 'first draw' };
    const selection = { method: 'random', maxLots: 1, minScore: null, publicRandomness: 'none' } as const;
    const groups = [{ id: 'members', name: 'not for the file', minScore: 800 }];
    expect(rulesOf({ id: 'c', selection: { ...selection, priorityGroups: groups } }, [], given).priorityGroups).toEqual([{ id: 'members', minScore: 800 }]);
    expect(rulesOf({ id: 'c', selection }, [], given)).not.toHaveProperty('priorityGroups');
  });

  test('holds of a campaign what the draw needs, and nothing else', () => {
    const given = { draw: 2, previous: HASH, commitment: HASH, reason: 'a second night' };
    const selection = { method: 'weighted', maxLots: 5, minScore: 10, publicRandomness: 'none' } as const;
    const markets = rules.markets.map((market) => ({ ...market, name: 'not for the file' }));
    expect(rulesOf({ id: 'summer-tour', selection }, markets, given)).toEqual({ ...rules, ...given, method: 'weighted' });
    for (const rule of [{ kind: 'text', announced: 'the lottery of 8 May' } as const, { kind: 'drand', chainHash: HASH, round: 7 } as const]) {
      const noted = { ...rule, note: 'not for the file' };
      expect(rulesOf({ id: 'c', selection: { ...selection, publicRandomness: noted } }, [], given).publicRandomness).toEqual(rule);
    }
  });
});

describe('draw.json', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['of nobody', {}],
    ['with words', { entrantsCount: 12, publicRandomness: { kind: 'text', value: '00ff' } }],
    ['with a round of drand', { publicRandomness: drand }],
    ['with a round behind another', { publicRandomness: { ...drand, previousSignature: '00' } }],
  ])('%s is read', (_, changes) => {
    expect(recordProblem(changes)).toBeNull();
  });

  const chainProblem = 'publicRandomness.chain is no description of a drand chain';
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['of another version', { version: '1' }, 'version is not 1'],
    ...(['rulesHash', 'entrantsRoot', 'secret', 'seed', 'resultsRoot'] as const).map((key): [string, Readonly<Record<string, unknown>>, string] => [
      `with a ${key} that is none`,
      { [key]: 'x' },
      `${key} is not 64 hex digits`,
    ]),
    ['with less than no entrants', { entrantsCount: -1 }, 'entrantsCount is no count'],
    ['with randomness that is missing', { publicRandomness: undefined }, 'publicRandomness has no kind that is known'],
    ['with randomness of another kind', { publicRandomness: { kind: 'dice', value: '00' } }, 'publicRandomness has no kind that is known'],
    ['with words that are no hex', { publicRandomness: { kind: 'text', value: '0' } }, 'publicRandomness.value is not hex'],
    ['with words that end in no hex', { publicRandomness: { kind: 'text', value: '00 ' } }, 'publicRandomness.value is not hex'],
    ['with words that begin with no hex', { publicRandomness: { kind: 'text', value: ' 00' } }, 'publicRandomness.value is not hex'],
    ['with no words', { publicRandomness: { kind: 'text', value: '' } }, 'publicRandomness.value is not hex'],
    ['with drand of no value', { publicRandomness: { ...drand, value: null } }, 'publicRandomness.value is not hex'],
    ['with round 0', { publicRandomness: { ...drand, round: 0 } }, 'publicRandomness has no round with its signature'],
    ['with a round that is not signed', { publicRandomness: { ...drand, signature: '' } }, 'publicRandomness has no round with its signature'],
    [
      'with a signature before that is none',
      { publicRandomness: { ...drand, previousSignature: undefined } },
      'publicRandomness.previousSignature is neither null nor hex',
    ],
    ['with no chain', { publicRandomness: { ...drand, chain: undefined } }, chainProblem],
    ['with a list for a chain', { publicRandomness: { ...drand, chain: [] } }, chainProblem],
    ...[{ publicKey: 'x' }, { groupHash: 7 }, { period: 0 }, { genesisTime: 0 }, { schemeId: null }, { beaconId: undefined }].map(
      (change): [string, Readonly<Record<string, unknown>>, string] => [
        `with a chain whose ${Object.keys(change)[0]} is none`,
        { publicRandomness: { ...drand, chain: { ...quicknet, ...change } } },
        chainProblem,
      ],
    ),
  ])('%s is refused', (_, changes, problem) => {
    expect(recordProblem(changes)).toBe(problem);
  });
});
