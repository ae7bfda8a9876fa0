import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSqliteCodeStore } from '../../src/adapters/sqlite/sqlite-code-store.ts';
import { RESERVATION_MS } from '../../src/domain/access-code.ts';
import { createLog } from '../../src/log.ts';
import type { codeContract } from '../../src/services/code/contract.ts';
import { createCodeHandlers } from '../../src/services/code/handlers.ts';
import type { CallContext, HandlersOf } from '../../src/services/contract.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock, type SetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const context: CallContext = { caller: { kind: 'operator', name: 'test' }, correlationId: 'test' };
const params = { marketId: 'london-1' };

const codeService = async (lines: string[] = []) => {
  const folder = createSqliteFolder();
  const engine = await folder.open();
  const clock = createSetClock();
  const handlers = createCodeHandlers({
    store: createSqliteCodeStore(engine),
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
  return { handlers, clock, importCodes, reserve, assign, stats, engine, folder: folder.path };
};

describe('import', () => {
  test('trims, and reports duplicates of all markets by index', async () => {
    const { importCodes, stats } = await codeService();
    await importCodes(['A', 'B'], 'paris-1');
    expect(await importCodes([' C ', 'A', 'D', 'C'])).toEqual({ imported: 2, duplicates: [1, 3] });
    expect(await stats()).toMatchObject({ imported: 2, available: 2 });
  });

  test('names the code that is none, and imports nothing', async () => {
    const { importCodes, stats } = await codeService();
    await expect(importCodes(['A', 'b\u0000'])).rejects.toMatchObject({ code: 'INPUT_INVALID', detail: { index: 1 } });
    expect((await stats()).imported).toBe(0);
  });

  test('indexes of duplicates hold over a batch of more than one transaction', async () => {
    const { importCodes } = await codeService();
    const codes = Array.from({ length: 25_000 }, (_, index) => `code-${index}`);
    codes[24_999] = 'code-3';
    expect(await importCodes(codes)).toEqual({ imported: 24_999, duplicates: [24_999] });
  });
});

test.each([
  ['importing', (handlers: Handlers, codes: string[]) => handlers.importCodes({ params, body: { codes } }, context)],
  ['making', (handlers: Handlers, codes: string[]) => handlers.generateCodes({ params, body: { count: codes.length, idempotencyKey: 'k' } }, context)],
])('%s a batch leaves others their turn: they wait for 1,000 codes at most', async (_, start) => {
  const { handlers, engine, stats } = await codeService();
  const codes = Array.from({ length: 20_000 }, (_, index) => `code-${index}`);
  let isDone = false;
  const batch = start(handlers, codes).finally(() => {
    isDone = true;
  });
  let before = (await stats()).imported;
  const steps: number[] = [];
  while (!isDone) {
    // A request of somebody else: it is answered when its write is done, whatever the batch does meanwhile.
    await engine.write(() => true);
    const { imported } = await stats();
    steps.push(imported - before);
    before = imported;
  }
  await batch;
  expect(Math.max(...steps)).toBeLessThanOrEqual(1000);
  expect((await stats()).imported).toBe(20_000);
});

test('generated codes can be reserved; under one key they are made once', async () => {
  const { handlers, stats, reserve } = await codeService();
  const generate = () => handlers.generateCodes({ params, body: { count: 12_000, idempotencyKey: 'k' } }, context);
  expect(await generate()).toEqual({ generated: 12_000 });
  expect(await generate()).toEqual({ generated: 12_000 });
  expect((await stats()).available).toBe(12_000);
  const { codes } = await reserve(5000, 'r');
  expect(new Set(codes).size).toBe(5000);
});

test('a reservation answers the codes as they were imported, and the same ones for the same key', async () => {
  const { importCodes, reserve } = await codeService();
  await importCodes(['Zürich-1', 'b', 'c']);
  const first = await reserve(2, 'k');
  expect(first).toMatchObject({ codes: ['Zürich-1', 'b'], shortfall: 0, expiresAt: '2027-02-02T10:00:00.000Z' });
  expect(await reserve(2, 'k')).toEqual(first);
  expect(await reserve(2, 'other')).toEqual({ reservationId: null, codes: [], shortfall: 1, expiresAt: null });
});

test('assigned codes are listed with their holders', async () => {
  const { importCodes, assign, handlers } = await codeService();
  await importCodes(['a', 'b']);
  expect(await assign('b', 'fan-1')).toEqual({ results: [{ globalUserId: 'fan-1', outcome: 'assigned' }] });
  expect(await handlers.listHeldCodes({ params, query: {} }, context)).toEqual({
    codes: [{ marketId: 'london-1', code: 'b', globalUserId: 'fan-1' }],
    next: null,
  });
});

test('redemptions that do not fit are refused by index, with the state of the code', async () => {
  const { importCodes, assign, handlers } = await codeService();
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
  const lines: string[] = [];
  const { importCodes, assign, reserve, handlers, engine, folder } = await codeService(lines);
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

type Handlers = HandlersOf<typeof codeContract>;

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
  const { handlers, clock } = await codeService();
  let histories = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      histories += 1;
      const history = createHistory(handlers, clock, `market-${histories}`);
      for (const next of steps) await history.take(next);
    }),
    { numRuns: 100 },
  );
});

/** What is known of one market's codes, held against each answer. */
const createHistory = (handlers: Handlers, clock: SetClock, marketId: string) => {
  const imported = new Set<string>();
  const revoked = new Set<string>();
  const holders = new Map<string, string>();
  const reservations = new Map<string, { readonly until: number; readonly codes: readonly string[] }>();

  const reserve = async (key: string, count: number): Promise<void> => {
    const { codes } = await handlers.reserveCodes({ body: { campaignId: 'summer-tour', marketId, count, idempotencyKey: key } }, context);
    expect([0, count]).toContain(codes.length);
    expect(codes.filter((code) => revoked.has(code))).toEqual([]);
    if (codes.length === 0) return;
    for (const [other, theirs] of reservations) {
      const stillTheirs = theirs.until > clock.now() ? theirs.codes.filter((code) => !revoked.has(code)) : [];
      if (other !== key) expect(stillTheirs.filter((code) => codes.includes(code))).toEqual([]);
      else expect(codes.filter((code) => stillTheirs.includes(code))).toEqual(stillTheirs);
    }
    reservations.set(key, { until: clock.now() + RESERVATION_MS, codes });
  };

  const assign = async (code: string, globalUserId: string): Promise<void> => {
    const { results } = await handlers.markAssigned({ body: { campaignId: 'summer-tour', codes: [{ marketId, code, globalUserId }] } }, context);
    const holder = holders.get(code);
    const mayHold = !revoked.has(code) && (holder === undefined || holder === globalUserId);
    const outcome = !imported.has(code) ? 'unknown' : !mayHold ? 'refused' : holder === undefined ? 'assigned' : 'unchanged';
    expect(results).toEqual([{ globalUserId, outcome }]);
    if (outcome === 'assigned') holders.set(code, globalUserId);
  };

  const act = async (next: Step): Promise<void> => {
    if (next.do === 'wait') return clock.advance(next.hours * 3_600_000);
    if (next.do === 'reserve') return reserve(`${next.key}-${next.count}`, next.count);
    const code = `${marketId}-${next.code}`;
    if (next.do === 'assign') return assign(code, `fan-${next.fan}`);
    if (next.do === 'import') {
      const { duplicates } = await handlers.importCodes({ params: { marketId }, body: { codes: [code] } }, context);
      expect(duplicates).toEqual(imported.has(code) ? [0] : []);
      imported.add(code);
    } else if (next.do === 'revoke') {
      const answer = await handlers.revokeCodes({ body: { codes: [{ marketId, code }], reason: 'test' } }, context);
      if (answer.revoked === 1) revoked.add(code);
    } else await handlers.redeemCodes({ body: { codes: [{ marketId, code, redeemedAt: '2027-02-12T11:00:00Z' }] } }, context);
  };

  return {
    take: async (next: Step): Promise<void> => {
      await act(next);
      const counts = await handlers.codeStats({ params: { marketId } }, context);
      expect(counts.imported).toBe(imported.size);
      expect(counts.available + counts.reserved + counts.assigned + counts.redeemed + counts.revoked).toBe(counts.imported);
      expect(counts.revoked).toBe(revoked.size);
      expect(counts.available).toBeGreaterThanOrEqual(0);
    },
  };
};
