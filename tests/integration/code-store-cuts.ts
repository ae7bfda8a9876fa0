import { describe, expect, test } from 'vitest';
import { RESERVATION_MS } from '../../src/domain/access-code.ts';
import { RegError } from '../../src/errors.ts';
import type { CodeStore, SealedCode } from '../../src/ports/code-store.ts';
import { sealedCode } from '../contract/code-store.contract.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import type { CutOff } from './cut-off-client.ts';

/** A database with codes, as processes have it. Each process believes that nobody has a turn any more. */
export interface CutSubject {
  /** A store of a process that lives. */
  living(): CodeStore;
  /** One of a process that starts when it is asked for and ends at one of its requests; `sent` counts those that were to be sent. */
  ending(cut: CutOff): Promise<{ store(): CodeStore; sent(): number; close(): Promise<void> }>;
  /** One of a process that stands still before it first changes codes, until `goOn`. */
  standingStill(): Promise<{ readonly store: CodeStore; readonly standsStill: Promise<void>; goOn(): void; close(): Promise<void> }>;
  /** Stores of processes that wait for each other's turns. */
  patient(count: number): readonly CodeStore[];
}

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
/** Null where others were always first. */
const unlessConflict = async <Answer>(call: Promise<Answer>): Promise<Answer | null> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof RegError && error.code === 'CONFLICT') return null;
    throw error;
  }
};

/** Has `work` done with processes that end at their first request, their second and so on, until one lives to the end. Answers how many ended before. */
const atEachCut = async (subject: CutSubject, work: (marketId: string, cutOff: () => CodeStore) => Promise<void>): Promise<number> => {
  let cuts = 0;
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at += 1) {
      const { store, sent, close } = await subject.ending({ at, when });
      await work(`${when}-${at}`, store);
      await close();
      if (sent() < at) break;
      cuts += 1;
    }
  }
  return cuts;
};

/**
 * What codes are after a call was cut off between any two of its requests, and after many calls at once. `cuts`: of each
 * kind of call at least so many have to be tried.
 */
export const describeCodeStoreCuts = (
  adapter: string,
  open: () => Promise<CutSubject>,
  cuts: { readonly reservation: number; readonly givingBack: number; readonly add: number; readonly addOnce: number },
): void => {
  describe(`codes on ${adapter}, a process that ended at any of its requests`, { timeout: 600_000 }, () => {
    test('a reservation that is asked for again is whole, the same ever after, and shares no code', async () => {
      const subject = await open();
      const tried = await atEachCut(subject, async (marketId, cutOff) => {
        await subject.living().add(marketId, sealedCodes(marketId, 110));
        const ranOut = await reserved(subject.living(), marketId, 'ran-out', 12, NOW - RESERVATION_MS);
        const first = await attempt(reserved(cutOff(), marketId, 'a', 103));
        const store = subject.living();
        const again = await reserved(store, marketId, 'a', 103);
        expect(new Set(again).size).toBe(103);
        if (first !== null) expect(again).toEqual(first);
        const rest = await reserved(store, marketId, 'b', 7);
        expect(new Set([...again, ...rest]).size).toBe(110);
        expect([...again, ...rest]).toEqual(expect.arrayContaining([...ranOut]));
        expect(await reserved(store, marketId, 'a', 103)).toEqual(again);
        expect(await store.counts(marketId, NOW)).toEqual({ available: 0, reserved: 110, assigned: 0, redeemed: 0, revoked: 0 });
      });
      expect(tried).toBeGreaterThan(cuts.reservation);
    });

    test('codes of a reservation that nobody asks for again are free after 24 hours', async () => {
      const subject = await open();
      await atEachCut(subject, async (marketId, cutOff) => {
        await subject.living().add(marketId, sealedCodes(marketId, 103));
        await attempt(reserved(cutOff(), marketId, 'a', 101));
        const store = subject.living();
        const { available, reserved: held } = await store.counts(marketId, NOW);
        expect(available + held).toBe(103);
        expect(await reserved(store, marketId, 'b', 103, NOW + RESERVATION_MS)).toHaveLength(103);
      });
    });

    test('a reservation that cannot be finished any more gives back what it had', async () => {
      const subject = await open();
      await atEachCut(subject, async (marketId, cutOff) => {
        const codes = sealedCodes(marketId, 101);
        await subject.living().add(marketId, codes);
        const first = await attempt(reserved(cutOff(), marketId, 'a', 101));
        const store = subject.living();
        await store.revoke([{ marketId, lookup: codes[100]?.lookup ?? new Uint8Array() }], 'withdrawn', NOW);
        expect(await reserved(store, marketId, 'a', 101)).toEqual(['1 short']);
        const { available, reserved: held } = await store.counts(marketId, NOW);
        expect([available, held]).toEqual(first === null && available > 0 ? [100, 0] : [0, 100]);
      });
    });

    test('giving back is itself gone on with', async () => {
      const subject = await open();
      const whole = await subject.ending({ at: Number.POSITIVE_INFINITY, when: 'before' });
      await subject.living().add('whole', sealedCodes('whole', 101));
      await reserved(whole.store(), 'whole', 'a', 101);
      // The last request leaves the turn, and the one before says that the reservation is whole.
      const almostAll = whole.sent() - 1;
      await whole.close();
      const tried = await atEachCut(subject, async (marketId, cutOff) => {
        const codes = sealedCodes(marketId, 101);
        await subject.living().add(marketId, codes);
        const almost = await subject.ending({ at: almostAll, when: 'before' });
        expect(await attempt(reserved(almost.store(), marketId, 'a', 101))).toBeNull();
        await almost.close();
        await subject.living().revoke([{ marketId, lookup: codes[100]?.lookup ?? new Uint8Array() }], 'withdrawn', NOW);
        await attempt(reserved(cutOff(), marketId, 'a', 101));
        const store = subject.living();
        expect(await reserved(store, marketId, 'a', 101)).toEqual(['1 short']);
        expect(await store.counts(marketId, NOW)).toMatchObject({ available: 100, reserved: 0, revoked: 1 });
      });
      expect(tried).toBeGreaterThan(cuts.givingBack);
    });

    test('an import that is sent again has every code once', async () => {
      const subject = await open();
      const tried = await atEachCut(subject, async (marketId, cutOff) => {
        const codes = sealedCodes(marketId, 52);
        await attempt(cutOff().add(marketId, codes));
        const store = subject.living();
        const { duplicates } = await store.add(marketId, codes);
        expect(new Set(duplicates).size).toBe(duplicates.length);
        expect((await store.counts(marketId, NOW)).available).toBe(52);
        expect(new Set(await reserved(store, marketId, 'all', 52)).size).toBe(52);
      });
      expect(tried).toBeGreaterThan(cuts.add);
    });

    test('a part of a batch that is sent again with other codes adds as many as the part has', async () => {
      const subject = await open();
      const tried = await atEachCut(subject, async (marketId, cutOff) => {
        const part = { idempotencyKey: 'k', part: 0, total: 52 };
        await attempt(cutOff().addOnce(marketId, part, sealedCodes(`${marketId}-first`, 52)));
        const store = subject.living();
        expect(await store.addOnce(marketId, part, sealedCodes(`${marketId}-second`, 52))).toEqual({ added: 52 });
        expect((await store.counts(marketId, NOW)).available).toBe(52);
      });
      expect(tried).toBeGreaterThan(cuts.addOnce);
    });

    test('what was to be assigned, redeemed or revoked is so when it is sent again', async () => {
      const subject = await open();
      await atEachCut(subject, async (marketId, cutOff) => {
        const codes = sealedCodes(marketId, 3).map(({ lookup }) => ({ marketId, lookup }));
        const [taken, used, gone] = codes;
        if (taken === undefined || used === undefined || gone === undefined) throw new Error('three were made');
        await subject.living().add(marketId, sealedCodes(marketId, 3));
        const holdings = codes.map((code) => ({ ...code, globalUserId: 'fan-1' }));
        for (const store of [cutOff(), subject.living()]) {
          await attempt(store.markAssigned(holdings, NOW));
          await attempt(store.redeem([{ ...used, redeemedAt: NOW }], NOW));
          await attempt(store.revoke([gone], 'withdrawn', NOW));
        }
        const store = subject.living();
        expect(await store.markAssigned(holdings, NOW)).toEqual(['unchanged', 'unchanged', 'refused']);
        expect(await store.counts(marketId, NOW)).toEqual({ available: 0, reserved: 0, assigned: 1, redeemed: 1, revoked: 1 });
      });
    });
  });

  describe(`codes on ${adapter}, many processes at once`, { timeout: 600_000 }, () => {
    test('processes that each believe that it is their turn share no code, and one key never gets more than its codes', async () => {
      const subject = await open();
      await subject.living().add('market', sealedCodes('market', 330));
      const keys = ['a', 'b', 'a', 'c', 'b', 'a'];
      const stores = keys.map(() => subject.living());
      const together = await Promise.all(stores.map((store, index) => unlessConflict(reserved(store, 'market', keys[index] ?? '', 110))));
      const final = new Map<string, readonly string[]>();
      for (const key of ['a', 'b', 'c']) final.set(key, await reserved(subject.living(), 'market', key, 110));
      expect(new Set([...final.values()].flat()).size).toBe(330);
      together.forEach((codes, index) => {
        if (codes !== null && codes.length > 1) expect(codes).toEqual(final.get(keys[index] ?? ''));
      });
      expect(await subject.living().counts('market', NOW)).toMatchObject({ available: 0, reserved: 330 });
    });

    test('a process that stood still too long does not undo what another did for the same key', async () => {
      const subject = await open();
      await subject.living().add('market', sealedCodes('market', 10));
      await reserved(subject.living(), 'market', 'ran-out', 10, NOW - RESERVATION_MS);
      const paused = await subject.standingStill();
      const late = reserved(paused.store, 'market', 'a', 10);
      await paused.standsStill;
      await subject.living().add('market', sealedCodes('new', 10));
      const codes = await reserved(subject.living(), 'market', 'a', 10);
      expect(codes[0]).toBe('sealed new-0');
      paused.goOn();
      expect(await late).toEqual(codes);
      expect(await reserved(subject.living(), 'market', 'a', 10)).toEqual(codes);
      expect(await subject.living().counts('market', NOW)).toMatchObject({ available: 10, reserved: 10 });
      await paused.close();
    });

    test('processes take turns, so that none is short or gives up while there are enough codes', async () => {
      const subject = await open();
      const stores = subject.patient(12);
      await stores[0]?.add('market', sealedCodes('market', 120));
      const together = await Promise.all(stores.map((store, index) => reserved(store, 'market', `key-${index}`, 10)));
      expect(new Set(together.flat()).size).toBe(120);
    });

    test('codes are conserved: one fan a code, none handed out again after it was revoked, and no code more or less', async () => {
      const subject = await open();
      const { fraction } = createSeededRandom(7);
      const pick = (below: number): number => Math.floor(fraction() * below);
      await subject.living().add('market', sealedCodes('market', 60));
      const refs = new Map(sealedCodes('market', 60).map(({ lookup, sealed }) => [new TextDecoder().decode(sealed), { marketId: 'market', lookup }]));
      const assigned = new Map<string, Set<string>>();
      const revoked = new Set<string>();
      const act = async (store: CodeStore): Promise<void> => {
        const revokedBefore = [...revoked];
        const codes = (await unlessConflict(reserved(store, 'market', `key-${pick(4)}`, 12))) ?? [];
        expect(codes.filter((code) => revokedBefore.includes(code))).toEqual([]);
        for (const code of codes) {
          const ref = refs.get(code);
          const chance = pick(12);
          if (ref === undefined || chance > 3) continue;
          if (chance === 0) {
            if ((await unlessConflict(store.revoke([ref], 'withdrawn', NOW))) === 1) revoked.add(code);
          } else if (chance === 1) await unlessConflict(store.redeem([{ ...ref, redeemedAt: NOW }], NOW));
          else {
            const fan = `fan-${pick(20)}`;
            const [outcome] = (await unlessConflict(store.markAssigned([{ ...ref, globalUserId: fan }], NOW))) ?? [];
            if (outcome === 'assigned' || outcome === 'unchanged') assigned.set(code, (assigned.get(code) ?? new Set()).add(fan));
          }
        }
      };
      await Promise.all(
        Array.from({ length: 6 }, async () => {
          for (let round = 0; round < 6; round += 1) await act(subject.living());
        }),
      );
      expect([...assigned].filter(([, fans]) => fans.size !== 1)).toEqual([]);
      const store = subject.living();
      const counts = await store.counts('market', NOW);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(60);
      expect(counts.revoked).toBe(revoked.size);
      const { codes } = await store.held('market', null, 100);
      expect(codes).toHaveLength(counts.assigned);
      for (const { sealed, globalUserId } of codes) expect(assigned.get(new TextDecoder().decode(sealed))).toContain(globalUserId);
      const final: string[] = [];
      for (let key = 0; key < 4; key += 1) final.push(...(await reserved(store, 'market', `key-${key}`, 12)).filter((code) => refs.has(code)));
      expect(new Set(final).size).toBe(final.length);
      expect(final.filter((code) => revoked.has(code))).toEqual([]);
    });
  });
};
