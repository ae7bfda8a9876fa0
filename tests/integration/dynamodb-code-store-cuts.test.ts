import { describe, expect, test } from 'vitest';
import { createDynamodbCodeStore } from '../../src/adapters/aws/dynamodb-code-store.ts';
import { RESERVATION_MS } from '../../src/domain/access-code.ts';
import type { CodeStore, SealedCode } from '../../src/ports/code-store.ts';
import { sealedCode } from '../contract/code-store.contract.ts';
import { atEachCut, createCutOffClient, tableOf } from './cut-off-client.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';

const NOW = Date.UTC(2027, 1, 9);
const sealedCodes = (prefix: string, count: number): readonly SealedCode[] => Array.from({ length: count }, (_, index) => sealedCode(`${prefix}-${index}`));
const request = (marketId: string, idempotencyKey: string, count: number, now = NOW) => ({
  campaignId: 'summer-tour',
  marketId,
  idempotencyKey,
  count,
  now,
  reservationId: `reservation-${idempotencyKey}`,
});
const reserved = async (store: CodeStore, ...args: Parameters<typeof request>): Promise<readonly string[]> => {
  const outcome = await store.reserve(request(...args));
  return outcome.outcome === 'reserved' ? outcome.codes.map(({ sealed }) => new TextDecoder().decode(sealed)) : [`${outcome.shortfall} short`];
};
/** Whatever comes of a call in a process that may end; what failed says so and no more. */
const attempt = async <Answer>(call: Promise<Answer>): Promise<Answer | null> => {
  try {
    return await call;
  } catch (error) {
    expect(error).toMatchObject({ code: 'STORAGE_FAILED' });
    return null;
  }
};

/** Cuts a call off between any two of its requests; the servers are real, the process is what ends. */
describe('codes on DynamoDB, a process that ended at any of its requests', { timeout: 600_000 }, () => {
  const opened = async () => {
    const subject = await createDynamoDBSubject('codes');
    return { subject, store: createDynamodbCodeStore(tableOf(subject.tableName, subject.client)) };
  };

  test('a reservation that is asked for again is whole, the same ever after, and shares no code', async () => {
    const { subject, store } = await opened();
    const cuts = await atEachCut(subject, async (marketId, table) => {
      await store.add(marketId, sealedCodes(marketId, 230));
      const ranOut = await reserved(store, marketId, 'ran-out', 30, NOW - RESERVATION_MS);
      const first = await attempt(reserved(createDynamodbCodeStore(table), marketId, 'a', 210));
      const again = await reserved(store, marketId, 'a', 210);
      expect(new Set(again).size).toBe(210);
      if (first !== null) expect(again).toEqual(first);
      const rest = await reserved(store, marketId, 'b', 20);
      expect(new Set([...again, ...rest]).size).toBe(230);
      expect([...again, ...rest]).toEqual(expect.arrayContaining([...ranOut]));
      expect(await reserved(store, marketId, 'a', 210)).toEqual(again);
      expect(await store.counts(marketId, NOW)).toEqual({ available: 0, reserved: 230, assigned: 0, redeemed: 0, revoked: 0 });
    });
    expect(cuts).toBeGreaterThan(30);
  });

  test('codes of a reservation that nobody asks for again are free after 24 hours', async () => {
    const { subject, store } = await opened();
    await atEachCut(subject, async (marketId, table) => {
      await store.add(marketId, sealedCodes(marketId, 210));
      await attempt(reserved(createDynamodbCodeStore(table), marketId, 'a', 205));
      const { available, reserved: held } = await store.counts(marketId, NOW);
      expect(available + held).toBe(210);
      expect(await reserved(store, marketId, 'b', 210, NOW + RESERVATION_MS)).toHaveLength(210);
    });
  });

  test('a reservation that cannot be finished any more gives back what it had', async () => {
    const { subject, store } = await opened();
    await atEachCut(subject, async (marketId, table) => {
      const codes = sealedCodes(marketId, 205);
      await store.add(marketId, codes);
      const first = await attempt(reserved(createDynamodbCodeStore(table), marketId, 'a', 205));
      await store.revoke([{ marketId, lookup: codes[204]?.lookup ?? new Uint8Array() }], 'withdrawn', NOW);
      expect(await reserved(store, marketId, 'a', 205)).toEqual(['1 short']);
      const { available, reserved: held } = await store.counts(marketId, NOW);
      expect([available, held]).toEqual(first === null && available > 0 ? [204, 0] : [0, 204]);
    });
  });

  test('giving back is itself gone on with', async () => {
    const { subject, store } = await opened();
    const whole = createCutOffClient({ at: Number.POSITIVE_INFINITY, when: 'before' });
    await store.add('whole', sealedCodes('whole', 205));
    await reserved(createDynamodbCodeStore(tableOf(subject.tableName, whole.client)), 'whole', 'a', 205);
    const cuts = await atEachCut(subject, async (marketId, table) => {
      const codes = sealedCodes(marketId, 205);
      await store.add(marketId, codes);
      const almost = createCutOffClient({ at: whole.sent() - 1, when: 'before' });
      expect(await attempt(reserved(createDynamodbCodeStore(tableOf(subject.tableName, almost.client)), marketId, 'a', 205))).toBeNull();
      await store.revoke([{ marketId, lookup: codes[204]?.lookup ?? new Uint8Array() }], 'withdrawn', NOW);
      await attempt(reserved(createDynamodbCodeStore(table), marketId, 'a', 205));
      expect(await reserved(store, marketId, 'a', 205)).toEqual(['1 short']);
      expect(await store.counts(marketId, NOW)).toMatchObject({ available: 204, reserved: 0, revoked: 1 });
    });
    expect(cuts).toBeGreaterThan(20);
  });

  test('an import that is sent again has every code once', async () => {
    const { subject, store } = await opened();
    const cuts = await atEachCut(subject, async (marketId, table) => {
      const codes = sealedCodes(marketId, 120);
      await attempt(createDynamodbCodeStore(table).add(marketId, codes));
      const { duplicates } = await store.add(marketId, codes);
      expect(new Set(duplicates).size).toBe(duplicates.length);
      expect((await store.counts(marketId, NOW)).available).toBe(120);
      expect(new Set(await reserved(store, marketId, 'all', 120)).size).toBe(120);
    });
    expect(cuts).toBeGreaterThan(6);
  });

  test('a part of a batch that is sent again with other codes adds as many as the part has', async () => {
    const { subject, store } = await opened();
    const cuts = await atEachCut(subject, async (marketId, table) => {
      const part = { idempotencyKey: 'k', part: 0, total: 120 };
      await attempt(createDynamodbCodeStore(table).addOnce(marketId, part, sealedCodes(`${marketId}-first`, 120)));
      expect(await store.addOnce(marketId, part, sealedCodes(`${marketId}-second`, 120))).toEqual({ added: 120 });
      expect((await store.counts(marketId, NOW)).available).toBe(120);
    });
    expect(cuts).toBeGreaterThan(20);
  });
});
