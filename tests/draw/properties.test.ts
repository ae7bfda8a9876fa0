import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayTakePart, standingOf } from '../../src/domain/draw/lots.ts';
import { orderEntrants } from '../../src/domain/draw/order.ts';
import { isProven, proveRef } from '../../src/domain/draw/proof.ts';
import { createReferences } from '../../src/domain/draw/references.ts';
import { type Result, serve } from '../../src/domain/draw/serving.ts';
import { createHmacSha256, sha256, toHex } from '../../src/domain/draw/sha256.ts';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { fanReference } from '../../src/domain/fan-reference.ts';
import { inChunks, packOf } from '../support/draw-pack.ts';
import { type DrawInput, drawInputs, makeDraw, readMade } from '../support/made-draw.ts';

const winnersOf = (results: readonly Result[], market: string): number => results.filter(({ marketId }) => marketId === market).length;

describe('every draw', () => {
  test('can be verified', () =>
    fc.assert(
      fc.asyncProperty(drawInputs, async (input) => {
        const { checks } = await verifyPack(packOf(makeDraw(input).pack));
        expect(checks.filter(({ ok }) => !ok)).toEqual([]);
      }),
      { numRuns: 50 },
    ));

  test('has a result for each entrant, and no two for one', () =>
    fc.assert(
      fc.property(drawInputs, (input) => {
        const { results } = makeDraw(input);
        expect(results.map(({ position }) => position)).toEqual(input.entrants.map((_, index) => index + 1));
        expect(new Set(results.map(({ ref }) => ref))).toEqual(new Set(input.entrants.map(({ ref }) => ref)));
      }),
    ));

  test('fills a market exactly, unless fewer fans rank it than it has places', () =>
    fc.assert(
      fc.property(drawInputs, (input) => {
        const { results } = makeDraw(input);
        const rankings = new Map(input.entrants.map(({ ref, ranking }) => [ref, ranking]));
        for (const { id, capacity } of input.markets) {
          const winners = winnersOf(results, id);
          expect(winners).toBeLessThanOrEqual(capacity);
          // A place stays free only where everybody who ranked the market won something.
          if (winners < capacity) expect(results.filter(({ ref, verdict }) => verdict !== 'WINNER' && rankings.get(ref)?.includes(id))).toEqual([]);
        }
      }),
    ));

  test('lets nobody win what they did not rank, and gives places from 1 in drawn order', () =>
    fc.assert(
      fc.property(drawInputs, (input) => {
        const { results } = makeDraw(input);
        const rankings = new Map(input.entrants.map(({ ref, ranking }) => [ref, ranking]));
        for (const { ref, verdict, marketId, waitlist } of results) {
          expect(verdict === 'WINNER').toBe(marketId !== null);
          expect(verdict === 'WAITLIST').toBe(waitlist.length > 0);
          if (marketId !== null) expect(rankings.get(ref)).toContain(marketId);
        }
        for (const { id, waitlistCapacity } of input.markets) {
          const places = results.flatMap(({ waitlist }) => waitlist.filter(({ marketId }) => marketId === id).map(({ place }) => place));
          expect(places).toEqual(places.map((_, index) => index + 1));
          expect(places.length).toBeLessThanOrEqual(waitlistCapacity);
        }
      }),
    ));

  test('serves lower tiers first', () =>
    fc.assert(
      fc.property(drawInputs, (input) => {
        const tiers = new Map(input.entrants.map(({ ref, tier }) => [ref, tier]));
        const served = makeDraw(input).results.map(({ ref }) => tiers.get(ref) ?? 0);
        expect(served).toEqual(served.toSorted((a, b) => a - b));
      }),
    ));

  test('gives nobody a market they like better for a ranking that is untrue', () =>
    fc.assert(
      fc.property(drawInputs, fc.nat(), fc.infiniteStream(fc.nat(100)), (input, pick, shuffle) => {
        const liar = input.entrants[pick % Math.max(1, input.entrants.length)];
        if (liar === undefined) return;
        const untrue = liar.ranking.map((id) => ({ id, at: shuffle.next().value })).toSorted((a, b) => a.at - b.at);
        const order = makeDraw(input).results.map(({ ref }) => ref);
        const honest = outcomeIn(input, order, liar.ref);
        const lying = outcomeIn(
          { ...input, entrants: input.entrants.map((e) => (e === liar ? { ...e, ranking: untrue.map(({ id }) => id) } : e)) },
          order,
          liar.ref,
        );
        const worth = (market: string | null): number => (market === null ? liar.ranking.length : liar.ranking.indexOf(market));
        expect(worth(lying)).toBeGreaterThanOrEqual(worth(honest));
      }),
    ));

  test('depends on who takes part, not on when they registered', () =>
    fc.assert(
      fc.property(drawInputs, (input) => {
        expect(makeDraw({ ...input, entrants: input.entrants.toReversed() })).toEqual(makeDraw(input));
      }),
    ));

  test('proves each fan their two lines, and no others', () =>
    fc.assert(
      fc.asyncProperty(drawInputs, async (input) => {
        const { pack } = makeDraw(input);
        const { entrantsRoot, resultsRoot } = JSON.parse(pack.draw) as Record<string, string>;
        for (const { ref } of input.entrants) {
          const proof = await proveRef({ entrants: inChunks(pack.entrants), results: inChunks(pack.results) }, ref);
          if (proof === null) throw new Error('no proof');
          expect(proof.entrant.line).toContain(ref);
          expect(isProven(proof.entrant, entrantsRoot ?? '')).toBe(true);
          expect(isProven(proof.result, resultsRoot ?? '')).toBe(true);
          expect(isProven({ ...proof.result, line: proof.result.line.replace('LOSER', 'WINNER').replace('WAITLIST', 'LOSER') }, resultsRoot ?? '')).toBe(
            proof.result.line.includes('WINNER'),
          );
          expect(isProven({ ...proof.entrant, index: proof.entrant.index + 1 }, entrantsRoot ?? '')).toBe(false);
        }
        expect(await proveRef({ entrants: inChunks(pack.entrants), results: inChunks(pack.results) }, 'f'.repeat(31))).toBe(null);
      }),
      { numRuns: 30 },
    ));
});

/** What an entrant wins when everybody is served in this order: the order stands for the luck, which nobody knows when ranking. */
const outcomeIn = (input: DrawInput, order: readonly string[], ref: string): string | null => {
  const refs = input.entrants.map((entrant) => entrant.ref).sort();
  const results = serve(
    input.markets,
    readMade(input).read,
    Uint32Array.from(order, (served) => refs.indexOf(served)),
  );
  return results.find((result) => result.ref === ref)?.marketId ?? null;
};

describe('the order', () => {
  test('compares whole priorities where the leading bits are equal, then refs', () => {
    const priorities = Buffer.alloc(32 * 5);
    const set = (entrant: number, offset: number, value: number) => priorities.writeUInt8(value, 32 * entrant + offset);
    // 0: high in the last byte; 1: equal to 3; 2: smaller in byte 9; 4: smallest of all by its first byte, but in a later tier.
    set(0, 31, 9);
    set(1, 31, 5);
    set(3, 31, 5);
    for (const entrant of [0, 1, 3]) set(entrant, 9, 1);
    for (const entrant of [0, 1, 2, 3]) set(entrant, 0, 7);
    expect([...orderEntrants({ count: 5, tiers: Uint32Array.of(0, 0, 0, 0, 1) }, priorities)]).toEqual([2, 1, 3, 0, 4]);
  });

  test('never mixes two tiers, however alike their priorities begin', () => {
    const priorities = Buffer.alloc(32 * 4);
    for (const [entrant, last] of [9, 5, 7, 3].entries()) priorities.writeUInt8(last, 32 * entrant + 31);
    expect([...orderEntrants({ count: 4, tiers: Uint32Array.of(0, 1, 0, 1) }, priorities)]).toEqual([2, 0, 3, 1]);
  });

  test('is the one that comparing whole priorities gives', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.uint8Array({ minLength: 32, maxLength: 32, max: 1 }), fc.nat(2)), { maxLength: 200 }), (entrants) => {
        const order = orderEntrants({ count: entrants.length, tiers: Uint32Array.from(entrants, ([, tier]) => tier) }, Buffer.concat(entrants.map(([p]) => p)));
        const expected = entrants
          .map(([priority, tier], index) => ({ priority, tier, index }))
          .sort((a, b) => a.tier - b.tier || Buffer.compare(a.priority, b.priority) || a.index - b.index);
        expect([...order]).toEqual(expected.map(({ index }) => index));
      }),
    ));
});

const refOf = (index: number): string => createHash('md5').update(`entrant ${index}`).digest('hex');

const groupedDraws = fc.record({
  groups: fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 5 })
    .map((scores) => scores.toSorted((a, b) => b - a).map((minScore) => ({ id: `from-${minScore}`, minScore }))),
  method: fc.constantFrom('random' as const, 'weighted' as const),
  scores: fc.array(fc.option(fc.integer({ min: 0, max: 1000 })), { maxLength: 40 }),
  capacity: fc.nat(20),
  secret: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});

describe('lots and tiers', () => {
  const weighted = (maxLots: number) => ({ method: 'weighted' as const, maxLots });

  test('weighted: from 1 lot without a score to maxLots for the best, never fewer for a better score', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 999 }), (maxLots, score) => {
        const lots = standingOf(weighted(maxLots), score).lots;
        expect(standingOf(weighted(maxLots), null)).toEqual({ tier: 0, lots: 1 });
        expect(standingOf(weighted(maxLots), 1000).lots).toBe(maxLots);
        expect(standingOf(weighted(maxLots), score + 1).lots).toBeGreaterThanOrEqual(lots);
        expect(lots).toBeGreaterThanOrEqual(1);
      }),
    ));

  test('random: one lot, whatever the score; score: the tier is what is missing to 1000', () => {
    expect(standingOf({ method: 'random', maxLots: 1 }, 900)).toEqual({ tier: 0, lots: 1 });
    expect(standingOf({ method: 'score', maxLots: 1 }, 900)).toEqual({ tier: 100, lots: 1 });
    expect(standingOf({ method: 'score', maxLots: 1 }, null)).toEqual({ tier: 1000, lots: 1 });
  });

  test('the tier is the first priority group whose least score is reached, and behind the last for everybody else', () => {
    const groups = [700, 400, 1].map((minScore) => ({ id: `from-${minScore}`, minScore }));
    const tiers = (method: 'random' | 'weighted') =>
      [1000, 700, 699, 400, 399, 1, 0, null].map((score) => standingOf({ method, maxLots: 1, priorityGroups: groups }, score).tier);
    expect(tiers('random')).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    expect(tiers('weighted')).toEqual(tiers('random'));
    expect(standingOf({ method: 'weighted', maxLots: 5, priorityGroups: groups }, 1000).lots).toBe(5);
  });

  test('an earlier group is always served before a later one: who is in it and wins nothing leaves no place to others', () =>
    fc.assert(
      fc.property(groupedDraws, ({ groups, method, scores, capacity, secret }) => {
        const rules = { method, maxLots: 3, priorityGroups: groups };
        const entrants = scores.map((score, index) => ({ ref: refOf(index), ...standingOf(rules, score), ranking: ['m1'] }));
        const { pack, results } = makeDraw({ ...rules, markets: [{ id: 'm1', capacity, waitlistCapacity: 2 }], entrants, secret });
        expect(pack.rules).toContain('priorityGroups');
        const tierOf = new Map(entrants.map(({ ref, tier }) => [ref, tier]));
        const tiers = (verdict: Result['verdict']) => results.filter((result) => result.verdict === verdict).map(({ ref }) => tierOf.get(ref) ?? -1);
        const [winners, waiting, losers] = [tiers('WINNER'), tiers('WAITLIST'), tiers('LOSER')];
        expect(Math.max(...winners, 0)).toBeLessThanOrEqual(Math.min(...waiting, ...losers, groups.length));
        expect(Math.max(...waiting, 0)).toBeLessThanOrEqual(Math.min(...losers, groups.length));
      }),
    ));

  test('within a group chance goes by lots: three of them are first three times as often as one', () => {
    const groups = [{ id: 'members', minScore: 500 }];
    const entrants = [
      { ref: refOf(0), tier: 0, lots: 1, ranking: ['m1'] },
      { ref: refOf(1), tier: 1, lots: 1, ranking: ['m1'] },
      { ref: refOf(2), tier: 1, lots: 3, ranking: ['m1'] },
    ];
    const markets = [{ id: 'm1', capacity: 1, waitlistCapacity: 0 }];
    const second = Array.from({ length: 800 }, (_, index) => {
      const secret = createHash('sha256').update(String(index)).digest();
      const { results } = makeDraw({ method: 'weighted', priorityGroups: groups, markets, entrants, secret });
      expect(results[0]?.ref).toBe(refOf(0));
      return results[1]?.ref;
    });
    // 600 expected, with a standard deviation of 12; the secrets are always the same.
    expect(Math.abs(second.filter((ref) => ref === refOf(2)).length - 600)).toBeLessThan(37);
  });

  test('who scores less than minScore takes no part, and no score is a score of 0', () => {
    expect([null, 0, 499, 500].map((score) => mayTakePart({ minScore: 500 }, score))).toEqual([false, false, false, true]);
    expect([null, 0, -1].map((score) => mayTakePart({ minScore: null }, score))).toEqual([true, true, true]);
  });
});

describe('hashes', () => {
  test('HMAC and SHA-256 are those of node:crypto, for each length', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 200 }), (key, message) => {
        const hmac = createHmacSha256(key, 200);
        hmac.message.set(message);
        expect(toHex(hmac.digest(message.length))).toBe(createHmac('sha256', key).update(message).digest('hex'));
        expect(toHex(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
      }),
    ));

  test('a ref is the one on the receipt', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string({ maxLength: 128, unit: 'grapheme' }), (key, fan) => {
        const id = fan.slice(0, 128);
        expect(createReferences(key)(id).toString('hex')).toBe(fanReference(key, id));
      }),
    ));
});
