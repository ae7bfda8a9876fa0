import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSqliteCodeStore } from '../../src/adapters/sqlite/sqlite-code-store.ts';
import { RESERVATION_MS } from '../../src/domain/access-code.ts';
import { createLog } from '../../src/log.ts';
import { createCodeHandlers } from '../../src/services/code/handlers.ts';
import type { CallContext } from '../../src/services/contract.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { openTemporaryEngine, type TemporaryEngine } from '../support/temporary-engine.ts';

const context: CallContext = { caller: { kind: 'operator', name: 'test' }, correlationId: 'test' };
const params = { marketId: 'london-1' };

const codeService = (opened: TemporaryEngine = openTemporaryEngine(), lines: string[] = []) => {
  const clock = createSetClock();
  const handlers = createCodeHandlers({
    store: createSqliteCodeStore(opened.engine),
    secrets: createMemorySecrets(),
    clock,
    random: createSeededRandom(7),
    log: createLog('debug', { write: (line) => lines.push(line) }),
  });
  const importCodes = (codes: string[], marketId = 'london-1') => handlers.importCodes({ params: { marketId }, body: { codes } }, context);
  const reserve = (count: number, idempotencyKey: string) =>
    handlers.reserveCodes({ body: { campaignId: 'summer-tour', marketId: 'london-1', count, idempotencyKey } }, context);
  const assign = (code: string, globalUserId: string) =>
    handlers.markAssigned({ body: { campaignId: 'summer-tour', codes: [{ ...params, code, globalUserId }] } }, context);
  const stats = () => handlers.codeStats({ params }, context);
  return { handlers, clock, importCodes, reserve, assign, stats, ...opened };
};

describe('import', () => {
  test('trims, and reports duplicates of all markets by index', async () => {
    const { importCodes, stats } = codeService();
    await importCodes(['A', 'B'], 'paris-1');
    expect(await importCodes([' C ', 'A', 'D', 'C'])).toEqual({ imported: 2, duplicates: [1, 3] });
    expect(await stats()).toMatchObject({ imported: 2, available: 2 });
  });

  test('names the code that is none, and imports nothing', async () => {
    const { importCodes, stats } = codeService();
    await expect(importCodes(['A', 'b\u0000'])).rejects.toMatchObject({ code: 'INPUT_INVALID', detail: { index: 1 } });
    expect((await stats()).imported).toBe(0);
  });

  test('indexes of duplicates hold over a batch of more than one transaction', async () => {
    const { importCodes } = codeService();
    const codes = Array.from({ length: 25_000 }, (_, index) => `code-${index}`);
    codes[24_999] = 'code-3';
    expect(await importCodes(codes)).toEqual({ imported: 24_999, duplicates: [24_999] });
  });
});

test('generated codes can be reserved; under one key they are made once', async () => {
  const { handlers, stats, reserve } = codeService();
  const generate = () => handlers.generateCodes({ params, body: { count: 12_000, idempotencyKey: 'k' } }, context);
  expect(await generate()).toEqual({ generated: 12_000 });
  expect(await generate()).toEqual({ generated: 12_000 });
  expect((await stats()).available).toBe(12_000);
  const { codes } = await reserve(5000, 'r');
  expect(new Set(codes).size).toBe(5000);
});

test('a reservation answers the codes as they were imported, and the same ones for the same key', async () => {
  const { importCodes, reserve } = codeService();
  await importCodes(['Zürich-1', 'b', 'c']);
  const first = await reserve(2, 'k');
  expect(first).toMatchObject({ codes: ['Zürich-1', 'b'], shortfall: 0, expiresAt: '2027-02-02T10:00:00.000Z' });
  expect(await reserve(2, 'k')).toEqual(first);
  expect(await reserve(2, 'other')).toEqual({ reservationId: null, codes: [], shortfall: 1, expiresAt: null });
});

test('assigned codes are listed with their holders', async () => {
  const { importCodes, assign, handlers } = codeService();
  await importCodes(['a', 'b']);
  expect(await assign('b', 'fan-1')).toEqual({ results: [{ globalUserId: 'fan-1', outcome: 'assigned' }] });
  expect(await handlers.listHeldCodes({ params, query: {} }, context)).toEqual({
    codes: [{ marketId: 'london-1', code: 'b', globalUserId: 'fan-1' }],
    next: null,
  });
});

test('redemptions that do not fit are refused by index, with the state of the code', async () => {
  const { importCodes, assign, handlers } = codeService();
  await importCodes(['a', 'b']);
  await assign('a', 'fan-1');
  const codes = ['a', 'b', 'c'].map((code) => ({ ...params, code, redeemedAt: '2027-02-12T11:00:00Z' }));
  expect(await handlers.redeemCodes({ body: { codes } }, context)).toEqual({
    redeemed: 1,
    refused: [
      { index: 1, state: 'AVAILABLE' },
      { index: 2, state: null },
    ],
  });
});

test('neither the database nor a log line holds a code', async () => {
  const { readFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const lines: string[] = [];
  const { importCodes, assign, reserve, handlers, engine, folder } = codeService(openTemporaryEngine(), lines);
  await importCodes(['SECRETCODE1', 'SECRETCODE2', 'SECRETCODE3']);
  await reserve(2, 'k');
  await assign('SECRETCODE1', 'fan-1');
  await assign('SECRETCODE1', 'fan-2');
  await handlers.revokeCodes({ body: { codes: [{ ...params, code: 'SECRETCODE2' }], reason: 'withdrawn' } }, context);
  await engine.close();
  expect(readFileSync(join(folder, 'reg.db')).includes('SECRETCODE')).toBe(false);
  expect(lines.join('')).not.toContain('SECRETCODE');
  expect(lines.length).toBeGreaterThan(0);
});

type Step =
  | { readonly do: 'import' | 'assign' | 'revoke' | 'redeem'; readonly code: number; readonly fan: number }
  | { readonly do: 'reserve'; readonly key: number; readonly count: number }
  | { readonly do: 'wait'; readonly hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('import' as const, 'assign' as const, 'revoke' as const, 'redeem' as const), code: fc.nat(11), fan: fc.nat(4) }),
  fc.record({ do: fc.constant('reserve' as const), key: fc.nat(2), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }),
);

test('whatever happens: no code is lost, none has two holders, none comes back once revoked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const opened = openTemporaryEngine(false);
      try {
        const service = codeService(opened);
        const imported = new Set<string>();
        const revoked = new Set<string>();
        const holders = new Map<string, string>();
        const reserved = new Map<string, { until: number; codes: readonly string[] }>();
        for (const next of steps) {
          if (next.do === 'wait') service.clock.advance(next.hours * 3_600_000);
          else if (next.do === 'reserve') {
            const key = `${next.key}-${next.count}`;
            const { codes } = await service.reserve(next.count, key);
            expect([0, next.count]).toContain(codes.length);
            for (const code of codes) expect(revoked.has(code)).toBe(false);
            if (codes.length > 0) {
              for (const [other, { until, codes: theirs }] of reserved) {
                if (other !== key && until > service.clock.now()) expect(theirs.filter((code) => codes.includes(code) && !revoked.has(code))).toEqual([]);
              }
              const before = reserved.get(key);
              if (before !== undefined && before.until > service.clock.now()) {
                before.codes.forEach((code, place) => {
                  if (!revoked.has(code)) expect(codes[place]).toBe(code);
                });
              }
              reserved.set(key, { until: service.clock.now() + RESERVATION_MS, codes });
            }
          } else {
            const code = `code-${next.code}`;
            const fan = `fan-${next.fan}`;
            if (next.do === 'import') {
              const { duplicates } = await service.importCodes([code]);
              expect(duplicates).toEqual(imported.has(code) ? [0] : []);
              imported.add(code);
            } else if (next.do === 'assign') {
              const { results } = await service.assign(code, fan);
              const holder = holders.get(code);
              const expected = !imported.has(code)
                ? 'unknown'
                : revoked.has(code)
                  ? 'refused'
                  : holder === undefined
                    ? 'assigned'
                    : holder === fan
                      ? 'unchanged'
                      : 'refused';
              expect(results).toEqual([{ globalUserId: fan, outcome: expected }]);
              if (expected === 'assigned') holders.set(code, fan);
            } else if (next.do === 'revoke') {
              const answer = await service.handlers.revokeCodes({ body: { codes: [{ ...params, code }], reason: 'test' } }, context);
              if (answer.revoked === 1) revoked.add(code);
            } else await service.handlers.redeemCodes({ body: { codes: [{ ...params, code, redeemedAt: '2027-02-12T11:00:00Z' }] } }, context);
          }
          const { available, reserved: held, assigned, redeemed, revoked: gone, imported: total } = await service.stats();
          expect(total).toBe(imported.size);
          expect(available + held + assigned + redeemed + gone).toBe(total);
          expect(gone).toBe(revoked.size);
        }
      } finally {
        await opened.remove();
      }
    }),
    { numRuns: 60 },
  );
});
