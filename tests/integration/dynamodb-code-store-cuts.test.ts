import { describe, expect, test } from 'vitest';
import { createDynamoDBCodeStore } from '../../src/adapters/aws/dynamodb-code-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { RESERVATION_MS } from '../../src/domain/access-code.ts';
import type { CodeStore, SealedCode } from '../../src/ports/code-store.ts';
import { sealedCode } from '../contract/code-store.contract.ts';
import { atEachCut, createCutOffClient, createPausedClient, tableOf } from './cut-off-client.ts';
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
  /** A table, and `living` for a store of another process that lives. */
  const createTable = async () => {
    const subject = await createDynamoDBSubject('codes');
    return { subject, living: () => createDynamoDBCodeStore(tableOf(subject.tableName, subject.client)) };
  };

  test('a reservation that is asked for again is whole, the same ever after, and shares no code', async () => {
    const { subject, living } = await createTable();
    const cuts = await atEachCut(subject, async (marketId, cutOff) => {
      await living().add(marketId, sealedCodes(marketId, 110));
      const ranOut = await reserved(living(), marketId, 'ran-out', 12, NOW - RESERVATION_MS);
      const first = await attempt(reserved(createDynamoDBCodeStore(cutOff()), marketId, 'a', 103));
      const store = living();
      const again = await reserved(store, marketId, 'a', 103);
      expect(new Set(again).size).toBe(103);
      if (first !== null) expect(again).toEqual(first);
      const rest = await reserved(store, marketId, 'b', 7);
      expect(new Set([...again, ...rest]).size).toBe(110);
      expect([...again, ...rest]).toEqual(expect.arrayContaining([...ranOut]));
      expect(await reserved(store, marketId, 'a', 103)).toEqual(again);
      expect(await store.counts(marketId, NOW)).toEqual({ available: 0, reserved: 110, assigned: 0, redeemed: 0, revoked: 0 });
    });
    expect(cuts).toBeGreaterThan(30);
  });

  test('codes of a reservation that nobody asks for again are free after 24 hours', async () => {
    const { subject, living } = await createTable();
    await atEachCut(subject, async (marketId, cutOff) => {
      await living().add(marketId, sealedCodes(marketId, 103));
      await attempt(reserved(createDynamoDBCodeStore(cutOff()), marketId, 'a', 101));
      const store = living();
      const { available, reserved: held } = await store.counts(marketId, NOW);
      expect(available + held).toBe(103);
      expect(await reserved(store, marketId, 'b', 103, NOW + RESERVATION_MS)).toHaveLength(103);
    });
  });

  test('a reservation that cannot be finished any more gives back what it had', async () => {
    const { subject, living } = await createTable();
    await atEachCut(subject, async (marketId, cutOff) => {
      const codes = sealedCodes(marketId, 101);
      await living().add(marketId, codes);
      const first = await attempt(reserved(createDynamoDBCodeStore(cutOff()), marketId, 'a', 101));
      const store = living();
      await store.revoke([{ marketId, lookup: codes[100]?.lookup ?? new Uint8Array() }], 'withdrawn', NOW);
      expect(await reserved(store, marketId, 'a', 101)).toEqual(['1 short']);
      const { available, reserved: held } = await store.counts(marketId, NOW);
      expect([available, held]).toEqual(first === null && available > 0 ? [100, 0] : [0, 100]);
    });
  });

  test('giving back is itself gone on with', async () => {
    const { subject, living } = await createTable();
    const whole = createCutOffClient({ at: Number.POSITIVE_INFINITY, when: 'before' });
    await living().add('whole', sealedCodes('whole', 101));
    await reserved(createDynamoDBCodeStore(tableOf(subject.tableName, whole.client)), 'whole', 'a', 101);
    const cuts = await atEachCut(subject, async (marketId, cutOff) => {
      const codes = sealedCodes(marketId, 101);
      await living().add(marketId, codes);
      const almost = createCutOffClient({ at: whole.sent() - 1, when: 'before' });
      expect(await attempt(reserved(createDynamoDBCodeStore(tableOf(subject.tableName, almost.client)), marketId, 'a', 101))).toBeNull();
      await living().revoke([{ marketId, lookup: codes[100]?.lookup ?? new Uint8Array() }], 'withdrawn', NOW);
      await attempt(reserved(createDynamoDBCodeStore(cutOff()), marketId, 'a', 101));
      const store = living();
      expect(await reserved(store, marketId, 'a', 101)).toEqual(['1 short']);
      expect(await store.counts(marketId, NOW)).toMatchObject({ available: 100, reserved: 0, revoked: 1 });
    });
    expect(cuts).toBeGreaterThan(20);
  });

  test('an import that is sent again has every code once', async () => {
    const { subject, living } = await createTable();
    const cuts = await atEachCut(subject, async (marketId, cutOff) => {
      const codes = sealedCodes(marketId, 52);
      await attempt(createDynamoDBCodeStore(cutOff()).add(marketId, codes));
      const store = living();
      const { duplicates } = await store.add(marketId, codes);
      expect(new Set(duplicates).size).toBe(duplicates.length);
      expect((await store.counts(marketId, NOW)).available).toBe(52);
      expect(new Set(await reserved(store, marketId, 'all', 52)).size).toBe(52);
    });
    expect(cuts).toBeGreaterThan(5);
  });

  test('a part of a batch that is sent again with other codes adds as many as the part has', async () => {
    const { subject, living } = await createTable();
    const cuts = await atEachCut(subject, async (marketId, cutOff) => {
      const part = { idempotencyKey: 'k', part: 0, total: 52 };
      await attempt(createDynamoDBCodeStore(cutOff()).addOnce(marketId, part, sealedCodes(`${marketId}-first`, 52)));
      const store = living();
      expect(await store.addOnce(marketId, part, sealedCodes(`${marketId}-second`, 52))).toEqual({ added: 52 });
      expect((await store.counts(marketId, NOW)).available).toBe(52);
    });
    expect(cuts).toBeGreaterThan(20);
  });

  test('processes that each believe that it is their turn share no code, and one key never gets more than its codes', async () => {
    const { living } = await createTable();
    await living().add('market', sealedCodes('market', 330));
    const keys = ['a', 'b', 'a', 'c', 'b', 'a'];
    const stores = keys.map(() => living());
    const together = await Promise.all(
      stores.map((store, index) =>
        reserved(store, 'market', keys[index] ?? '', 110).catch((error) => {
          expect(error).toMatchObject({ code: 'CONFLICT' });
          return null;
        }),
      ),
    );
    const final = new Map<string, readonly string[]>();
    for (const key of ['a', 'b', 'c']) final.set(key, await reserved(living(), 'market', key, 110));
    expect(new Set([...final.values()].flat()).size).toBe(330);
    together.forEach((codes, index) => {
      if (codes !== null && codes.length > 1) expect(codes).toEqual(final.get(keys[index] ?? ''));
    });
    expect(await living().counts('market', NOW)).toMatchObject({ available: 0, reserved: 330 });
  });

  test('a process that stood still too long does not undo what another did for the same key', async () => {
    const { subject, living } = await createTable();
    await living().add('market', sealedCodes('market', 10));
    await reserved(living(), 'market', 'ran-out', 10, NOW - RESERVATION_MS);
    const paused = createPausedClient();
    const late = reserved(createDynamoDBCodeStore(tableOf(subject.tableName, paused.client)), 'market', 'a', 10);
    await paused.standsStill;
    await living().add('market', sealedCodes('new', 10));
    const codes = await reserved(living(), 'market', 'a', 10);
    expect(codes[0]).toBe('sealed new-0');
    paused.goOn();
    expect(await late).toEqual(codes);
    expect(await reserved(living(), 'market', 'a', 10)).toEqual(codes);
    expect(await living().counts('market', NOW)).toMatchObject({ available: 10, reserved: 10 });
  });

  test('processes take turns, so that none is short or gives up while there are enough codes', async () => {
    const { subject } = await createTable();
    const clock = createSystemClock();
    const stores = Array.from({ length: 12 }, () => createDynamoDBCodeStore({ ...subject, clock, random: createSystemRandom(clock) }));
    await stores[0]?.add('market', sealedCodes('market', 120));
    const together = await Promise.all(stores.map((store, index) => reserved(store, 'market', `key-${index}`, 10)));
    expect(new Set(together.flat()).size).toBe(120);
  });
});
