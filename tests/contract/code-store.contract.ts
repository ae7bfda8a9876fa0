import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RESERVATION_MS } from '../../src/domain/access-code.ts';
import type { CodeStore, SealedCode } from '../../src/ports/code-store.ts';
import { codeHistories, liveHistory } from './code-histories.ts';

/** A store of the adapter's, empty; `restart` gives what a new process finds. */
export interface CodeStoreSubject {
  readonly store: CodeStore;
  restart(): Promise<CodeStore>;
}

const NOW = Date.UTC(2027, 1, 9);
export const sealedCode = (code: string): SealedCode => ({
  lookup: new Uint8Array(createHash('sha256').update(code).digest()),
  sealed: new TextEncoder().encode(`sealed ${code}`),
});
const sealedCodes = (prefix: string, count: number): readonly SealedCode[] => Array.from({ length: count }, (_, index) => sealedCode(`${prefix}${index}`));
const ref = (code: string, marketId = 'london-1') => ({ marketId, lookup: sealedCode(code).lookup });
const reservation = (idempotencyKey: string, count: number, now = NOW) => ({
  campaignId: 'summer-tour',
  marketId: 'london-1',
  idempotencyKey,
  count,
  now,
  reservationId: `reservation-${idempotencyKey}`,
});
const texts = (codes: readonly SealedCode[]): readonly string[] => codes.map(({ sealed }) => new TextDecoder().decode(sealed).slice('sealed '.length));

/** What every code store does, whatever it is built on. `histories`: how many random ones, and how long, by what a call costs. */
export const describeCodeStoreContract = (
  adapter: string,
  create: () => Promise<CodeStoreSubject>,
  histories: { readonly runs: number; readonly steps: number } = { runs: 120, steps: 60 },
): void => {
  const filled = async (count: number): Promise<CodeStoreSubject> => {
    const opened = await create();
    await opened.store.add('london-1', sealedCodes('code-', count));
    return opened;
  };
  const reserve = async (store: CodeStore, key: string, count: number, now = NOW): Promise<readonly string[]> => {
    const outcome = await store.reserve(reservation(key, count, now));
    return outcome.outcome === 'reserved' ? texts(outcome.codes) : [`${outcome.shortfall} short`];
  };

  describe(`code store: ${adapter}`, () => {
    test('whatever happens: no code is lost, none has two holders, none comes back once revoked, and repeated calls change nothing', async () => {
      const { store } = await create();
      let lived = 0;
      await fc.assert(
        fc.asyncProperty(codeHistories(histories.steps), async (history) => {
          lived += 1;
          await liveHistory(store, `history-${lived}`, history);
        }),
        { numRuns: histories.runs },
      );
    });

    test('a code that any market has already is a duplicate, and so is the second of two in one batch', async () => {
      const { store } = await create();
      expect(await store.add('london-1', [sealedCode('a'), sealedCode('b')])).toEqual({ duplicates: [] });
      expect(await store.add('paris-1', [sealedCode('c'), sealedCode('a'), sealedCode('c')])).toEqual({ duplicates: [1, 2] });
      expect(await store.counts('paris-1', NOW)).toEqual({ available: 1, reserved: 0, assigned: 0, redeemed: 0, revoked: 0 });
    });

    test('a part of a batch is added once under its key', async () => {
      const { store } = await create();
      const part = { idempotencyKey: 'k', part: 0, total: 3 };
      expect(await store.addOnce('london-1', part, sealedCodes('a', 2))).toEqual({ added: 2 });
      expect(await store.addOnce('london-1', part, sealedCodes('b', 2))).toEqual({ added: 2 });
      expect(await store.addOnce('london-1', { ...part, part: 1 }, sealedCodes('c', 1))).toEqual({ added: 1 });
      expect((await store.counts('london-1', NOW)).available).toBe(3);
      await expect(store.addOnce('london-1', { ...part, total: 4 }, sealedCodes('d', 1))).rejects.toMatchObject({ code: 'STATE_INVALID' });
    });

    test('reserves all or none', async () => {
      const { store } = await filled(3);
      expect(await reserve(store, 'a', 4)).toEqual(['1 short']);
      expect((await store.counts('london-1', NOW)).available).toBe(3);
      expect(await reserve(store, 'a', 3)).toHaveLength(3);
    });

    test('the same key gets the same codes in the same order, also after a restart and after some were assigned', async () => {
      const opened = await filled(6);
      const first = await reserve(opened.store, 'a', 3);
      const other = await reserve(opened.store, 'b', 2);
      await opened.store.markAssigned([{ ...ref(first[1] ?? ''), globalUserId: 'fan-1' }], NOW);
      const store = await opened.restart();
      expect(await reserve(store, 'a', 3)).toEqual(first);
      expect(other.some((code) => first.includes(code))).toBe(false);
    });

    test('codes are handed out in the order of their import, many at a time', async () => {
      const { store } = await filled(260);
      const codes = Array.from({ length: 260 }, (_, index) => `code-${index}`);
      expect(await reserve(store, 'a', 210)).toEqual(codes.slice(0, 210));
      expect(await reserve(store, 'b', 50)).toEqual(codes.slice(210));
      expect(await reserve(store, 'a', 210)).toEqual(codes.slice(0, 210));
    });

    test('reservations that come together share no code, and none is short while there are enough', async () => {
      const { store } = await filled(120);
      const reserved = await Promise.all(['a', 'b', 'a', 'c', 'd'].map((key) => reserve(store, key, 30)));
      expect(reserved[2]).toEqual(reserved[0]);
      expect(new Set(reserved.flat()).size).toBe(120);
      expect(await reserve(store, 'e', 1)).toEqual(['1 short']);
    });

    test('places that were lost are filled in a reservation of many codes', async () => {
      const { store } = await filled(230);
      const first = await reserve(store, 'a', 220);
      const lost = [first[3] ?? '', first[120] ?? '', first[219] ?? ''];
      expect(
        await store.revoke(
          lost.map((code) => ref(code)),
          'withdrawn',
          NOW,
        ),
      ).toBe(3);
      const again = await reserve(store, 'a', 220);
      expect(again.filter((code) => first.includes(code))).toHaveLength(217);
      expect([again[3], again[120], again[219]]).toEqual(['code-220', 'code-221', 'code-222']);
      expect(await store.counts('london-1', NOW)).toEqual({ available: 7, reserved: 220, assigned: 0, redeemed: 0, revoked: 3 });
    });

    test('a key that stood for another count is refused', async () => {
      const { store } = await filled(6);
      await reserve(store, 'a', 3);
      await expect(store.reserve(reservation('a', 2))).rejects.toMatchObject({ code: 'STATE_INVALID' });
    });

    test('a reservation runs out after 24 hours, not before', async () => {
      const { store } = await filled(2);
      await reserve(store, 'a', 2);
      expect(await store.counts('london-1', NOW + RESERVATION_MS - 1)).toMatchObject({ available: 0, reserved: 2 });
      expect(await store.counts('london-1', NOW + RESERVATION_MS)).toMatchObject({ available: 2, reserved: 0 });
      expect(await reserve(store, 'b', 2, NOW + RESERVATION_MS - 1)).toEqual(['2 short']);
      expect(await reserve(store, 'b', 2, NOW + RESERVATION_MS)).toHaveLength(2);
    });

    test('a key whose reservation ran out gets those of its codes that are still free, in their places', async () => {
      const { store } = await filled(3);
      const first = await reserve(store, 'a', 2);
      const late = NOW + RESERVATION_MS;
      expect(await reserve(store, 'b', 2, late)).toContain(first[0]);
      await store.add('london-1', [sealedCode('new')]);
      expect(await reserve(store, 'a', 2, late)).toEqual(['new', first[1]]);
      expect(await store.counts('london-1', late)).toMatchObject({ available: 0, reserved: 4 });
    });

    test('codes that were never reserved are handed out before those of a reservation that ran out', async () => {
      const { store } = await filled(4);
      const first = await reserve(store, 'a', 2);
      const second = await reserve(store, 'b', 2, NOW + RESERVATION_MS);
      expect(second.filter((code) => first.includes(code))).toEqual([]);
    });

    test('a code goes to one fan: the same fan is unchanged, another is refused, one that ran out is taken', async () => {
      const { store } = await filled(2);
      const [code = ''] = await reserve(store, 'a', 1);
      const late = NOW + RESERVATION_MS;
      expect(await store.markAssigned([{ ...ref(code), globalUserId: 'fan-1' }], late)).toEqual(['assigned']);
      expect(await store.markAssigned([{ ...ref(code), globalUserId: 'fan-1' }], late)).toEqual(['unchanged']);
      expect(
        await store.markAssigned(
          [
            { ...ref(code), globalUserId: 'fan-2' },
            { ...ref(code, 'paris-1'), globalUserId: 'fan-1' },
            { ...ref('nowhere'), globalUserId: 'fan-1' },
          ],
          late,
        ),
      ).toEqual(['refused', 'unknown', 'unknown']);
    });

    test('an assigned code survives the end of its reservation', async () => {
      const { store } = await filled(1);
      const [code = ''] = await reserve(store, 'a', 1);
      await store.markAssigned([{ ...ref(code), globalUserId: 'fan-1' }], NOW);
      expect(await reserve(store, 'b', 1, NOW + 2 * RESERVATION_MS)).toEqual(['1 short']);
    });

    test('held codes come page by page, by holder', async () => {
      const { store } = await filled(5);
      const fans = ['fan-3', 'fan-1', 'fan-2', 'fan-5', 'fan-4'];
      await store.markAssigned(
        fans.map((globalUserId, index) => ({ ...ref(`code-${index}`), globalUserId })),
        NOW,
      );
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await store.held('london-1', after, 2);
        seen.push(...page.codes.map(({ globalUserId }) => globalUserId));
        after = page.next;
      } while (after !== null);
      expect(seen).toEqual(['fan-1', 'fan-2', 'fan-3', 'fan-4', 'fan-5']);
      expect(texts((await store.held('london-1', null, 1)).codes)).toEqual(['code-1']);
      expect((await store.held('paris-1', null, 10)).codes).toEqual([]);
    });

    test('a revoked code is never handed out again, and its place in the reservation gets another', async () => {
      const { store } = await filled(3);
      const [one = '', two = ''] = await reserve(store, 'a', 2);
      await store.markAssigned([{ ...ref(one), globalUserId: 'fan-1' }], NOW);
      expect(await store.revoke([ref(one), ref('nowhere'), ref(two, 'paris-1')], 'withdrawn', NOW)).toBe(1);
      expect(await store.revoke([ref(one)], 'withdrawn', NOW)).toBe(0);
      expect(await reserve(store, 'a', 2)).toEqual(['code-2', two]);
      expect(await reserve(store, 'b', 1, NOW + 3 * RESERVATION_MS)).not.toContain(one);
      expect(await store.markAssigned([{ ...ref(one), globalUserId: 'fan-2' }], NOW)).toEqual(['refused']);
      expect((await store.held('london-1', null, 10)).codes).toEqual([]);
    });

    test('a holder who is forgotten holds nothing: what was assigned is revoked, what was redeemed stays so', async () => {
      const { store } = await filled(5);
      const holdings = ['fan-1', 'fan-1', 'fan-1', 'fan-10', 'fan-2'].map((globalUserId, index) => ({ ...ref(`code-${index}`), globalUserId }));
      await store.markAssigned(holdings, NOW);
      await store.redeem([{ ...ref('code-1'), redeemedAt: NOW }], NOW);
      await store.revoke([ref('code-2')], 'late', NOW);
      const { revoked, forgotten } = await store.forgetHolder('london-1', 'fan-1', 'erased', NOW);
      expect(revoked).toBe(1);
      expect(forgotten).toBeGreaterThanOrEqual(1);
      expect(await store.forgetHolder('london-1', 'fan-1', 'erased', NOW)).toEqual({ revoked: 0, forgotten: 0 });
      expect(await store.counts('london-1', NOW)).toEqual({ available: 0, reserved: 0, assigned: 2, redeemed: 1, revoked: 2 });
      // Who holds none of them is refused, and so is a fan whose holding was forgotten.
      expect(await store.markAssigned(holdings, NOW)).toEqual(['refused', 'refused', 'refused', 'unchanged', 'unchanged']);
      expect((await store.held('london-1', null, 10)).codes.map(({ globalUserId }) => globalUserId)).toEqual(['fan-10', 'fan-2']);
      expect(await store.forgetHolder('paris-1', 'fan-2', 'erased', NOW)).toEqual({ revoked: 0, forgotten: 0 });
    });

    test('only an assigned code is redeemed; a redeemed one stays redeemed', async () => {
      const { store } = await filled(2);
      await store.markAssigned([{ ...ref('code-0'), globalUserId: 'fan-1' }], NOW);
      const redeem = () =>
        store.redeem(
          ['code-0', 'code-1', 'nowhere'].map((code) => ({ ...ref(code), redeemedAt: NOW })),
          NOW,
        );
      expect(await redeem()).toEqual(['REDEEMED', 'AVAILABLE', null]);
      expect(await redeem()).toEqual(['REDEEMED', 'AVAILABLE', null]);
      expect(await store.revoke([ref('code-0')], 'late', NOW)).toBe(0);
      expect(await store.counts('london-1', NOW)).toEqual({ available: 1, reserved: 0, assigned: 0, redeemed: 1, revoked: 0 });
    });
  });
};
