import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSqliteCodeStore } from '../../src/adapters/sqlite/sqlite-code-store.ts';
import { createLog } from '../../src/log.ts';
import { createCodeHandlers } from '../../src/services/code/handlers.ts';
import type { CallContext } from '../../src/services/contract.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

type Handlers = ReturnType<typeof createCodeHandlers>;

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
