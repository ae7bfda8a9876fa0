import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProofClaims, provenTier } from '../../src/domain/identity-proof.ts';

const NOW = Date.UTC(2027, 1, 2);
const SECONDS = NOW / 1000;
const gate = { issuer: 'https://id.example' };
const claims = (changes: ProofClaims = {}): ProofClaims => ({ iss: 'https://id.example', sub: 'fan-1', exp: SECONDS + 600, tier: 2, ...changes });
const tierOf = (changes: ProofClaims): number | null => provenTier(claims(changes), gate, 'fan-1', NOW);

describe('a proof of identity', () => {
  test.each<[string, ProofClaims, number | null]>([
    ['of the issuer about the fan', {}, 2],
    ['of the lowest tier', { tier: 0 }, 0],
    ['for us', { aud: 'reg-workers' }, 2],
    ['for us and others', { aud: ['shop', 'reg-workers'] }, 2],
    ['for others', { aud: 'shop' }, null],
    ['for nobody', { aud: [] }, null],
    ['of another issuer', { iss: 'https://id.example/' }, null],
    ['about another fan', { sub: 'fan-2' }, null],
    ['about nobody', { sub: undefined }, null],
    ['without an end', { exp: undefined }, null],
    ['with an end that is no number', { exp: String(SECONDS + 600) }, null],
    ['that has just run out', { exp: SECONDS - 59 }, 2],
    ['that has run out', { exp: SECONDS - 60 }, null],
    ['that begins in a moment', { nbf: SECONDS + 60 }, 2],
    ['that begins later', { nbf: SECONDS + 61 }, null],
    ['with a beginning that is no number', { nbf: null }, null],
    ['without a tier', { tier: undefined }, null],
    ['with a tier in words', { tier: '2' }, null],
    ['with half a tier', { tier: 1.5 }, null],
    ['with a tier below all', { tier: -1 }, null],
  ])('%s', (_, changes, expected) => {
    expect(tierOf(changes)).toBe(expected);
  });

  test('whatever is signed, a tier comes out only of a proof by the issuer about the fan, at a time within its own', () => {
    const near = fc.integer({ min: -200, max: 200 }).map((offset) => SECONDS + offset);
    const signed = fc.record(
      {
        iss: fc.constantFrom<unknown>(gate.issuer, 'https://other.example', 7),
        sub: fc.constantFrom<unknown>('fan-1', 'fan-2', ['fan-1']),
        aud: fc.constantFrom<unknown>('reg-workers', 'shop', ['reg-workers'], {}),
        exp: fc.oneof(near, fc.constantFrom<unknown>(Number.NaN, '1', null)),
        nbf: fc.oneof(near, fc.constantFrom<unknown>(Number.NaN, '1', null)),
        tier: fc.oneof(fc.integer(), fc.double(), fc.constantFrom<unknown>('1', null)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(signed, fc.dictionary(fc.string(), fc.anything())), (found) => {
        const tier = provenTier(found, gate, 'fan-1', NOW);
        if (tier === null) return;
        expect(found).toMatchObject({ iss: gate.issuer, sub: 'fan-1', tier });
        expect(Number.isInteger(tier) && tier >= 0).toBe(true);
        expect(Number(found.exp)).toBeGreaterThan(SECONDS - 60);
        if (found.nbf !== undefined) expect(Number(found.nbf)).toBeLessThanOrEqual(SECONDS + 60);
      }),
      { numRuns: 2_000 },
    );
  });

  test('time only ever takes a tier away once a proof has begun', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (a, b) => {
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)].map((offset) => provenTier(claims(), gate, 'fan-1', NOW + offset));
        if (earlier === null) expect(later).toBeNull();
      }),
    );
  });
});
