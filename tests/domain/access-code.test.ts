import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AccessCodeChange,
  type AccessCodeState,
  CODE_ALPHABET,
  CODE_LENGTH,
  decideAssignment,
  makeAccessCodes,
  normaliseAccessCode,
  RESERVATION_MS,
  stateAfter,
} from '../../src/domain/access-code.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

const states: readonly AccessCodeState[] = ['AVAILABLE', 'RESERVED', 'ASSIGNED', 'REDEEMED', 'REVOKED'];
const changes: readonly AccessCodeChange[] = ['reserve', 'expire', 'assign', 'redeem', 'revoke'];
const anyChanges = fc.array(fc.constantFrom(...changes), { maxLength: 30 });

const history = (steps: readonly AccessCodeChange[]): readonly AccessCodeState[] => {
  const seen: AccessCodeState[] = ['AVAILABLE'];
  for (const step of steps) seen.push(stateAfter(seen.at(-1) ?? 'AVAILABLE', step) ?? seen.at(-1) ?? 'AVAILABLE');
  return seen;
};

describe('states', () => {
  test('revoked and redeemed are the end', () => {
    fc.assert(
      fc.property(anyChanges, (steps) => {
        const seen = history(steps);
        const end = seen.findIndex((state) => state === 'REVOKED' || state === 'REDEEMED');
        if (end >= 0) expect(new Set(seen.slice(end)).size).toBe(1);
      }),
    );
  });

  test('a code that was assigned is never free again', () => {
    fc.assert(
      fc.property(anyChanges, (steps) => {
        const seen = history(steps);
        const assigned = seen.indexOf('ASSIGNED');
        if (assigned >= 0) expect(seen.slice(assigned)).not.toContain('AVAILABLE');
      }),
    );
  });

  test('change as they may, and as nothing else', () => {
    const all = Object.fromEntries(states.map((state) => [state, changes.map((change) => stateAfter(state, change))]));
    expect(all).toEqual({
      AVAILABLE: ['RESERVED', null, 'ASSIGNED', null, 'REVOKED'],
      RESERVED: [null, 'AVAILABLE', 'ASSIGNED', null, 'REVOKED'],
      ASSIGNED: [null, null, null, 'REDEEMED', 'REVOKED'],
      REDEEMED: [null, null, null, null, null],
      REVOKED: [null, null, null, null, null],
    });
    expect(RESERVATION_MS).toBe(86_400_000);
  });

  test('only an assigned code is redeemed', () => {
    expect(states.filter((state) => stateAfter(state, 'redeem') !== null)).toEqual(['ASSIGNED']);
  });
});

describe('assignment', () => {
  test('a code whose reservation ran out still goes to its winner', () => {
    expect(decideAssignment({ state: 'AVAILABLE', holder: null }, 'fan-1')).toBe('assigned');
  });
  test.each(['ASSIGNED', 'REDEEMED'] as const)('the holder of an %s code keeps it, nobody else gets it', (state) => {
    expect(decideAssignment({ state, holder: 'fan-1' }, 'fan-1')).toBe('unchanged');
    expect(decideAssignment({ state, holder: 'fan-1' }, 'fan-2')).toBe('refused');
  });
  test('a revoked code goes to nobody, not even back to its holder', () => {
    expect(decideAssignment({ state: 'REVOKED', holder: 'fan-1' }, 'fan-1')).toBe('refused');
  });
});

describe('made codes', () => {
  test('carry at least 64 random bits', () => {
    expect(CODE_LENGTH * Math.log2(CODE_ALPHABET.length)).toBeGreaterThanOrEqual(64);
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  });

  test('have no characters that look alike', () => {
    for (const pair of ['0O', '1I', '1L', 'IL', '2Z', '5S', '8B', 'UV']) {
      expect([...pair].every((character) => CODE_ALPHABET.includes(character))).toBe(false);
    }
  });

  test('are distinct, of the alphabet and their own normal form', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 200 }), (seed, count) => {
        const codes = makeAccessCodes(count, createSeededRandom(seed).bytes);
        expect(new Set(codes).size).toBe(count);
        for (const code of codes) {
          expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`));
          expect(normaliseAccessCode(code)).toBe(code);
        }
      }),
    );
  });

  test('use each character about as often', () => {
    const codes = makeAccessCodes(20_000, createSeededRandom(1).bytes).join('');
    const expected = codes.length / CODE_ALPHABET.length;
    for (const character of CODE_ALPHABET) expect(Math.abs(codes.split(character).length - 1 - expected)).toBeLessThan(expected * 0.05);
  });
});

describe('imported codes', () => {
  test('are trimmed and keep their case', () => {
    expect(normaliseAccessCode('  aBc-1 \r\n')).toBe('aBc-1');
    expect(normaliseAccessCode('x'.repeat(128))).toBe('x'.repeat(128));
  });
  test.each(['', '   ', 'a\tb', 'a\u0000b', 'a\ud800', 'x'.repeat(129)])('%j is none', (text) => {
    expect(normaliseAccessCode(text)).toBeNull();
  });
  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseAccessCode(text);
        if (once !== null) expect(normaliseAccessCode(once)).toBe(once);
      }),
    );
  });
});
