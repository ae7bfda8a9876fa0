import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/draw/serving.ts';
import type { DrawnDraw, DrawStore, FreezeAttempt, FrozenDraw, StoredEntrant } from '../../src/ports/draw-store.ts';

/** A store of the adapter's, empty; `restart` gives what a new process finds. */
export interface DrawStoreSubject {
  readonly store: DrawStore;
  restart(): Promise<DrawStore>;
}

const refOf = (number: number): string => number.toString(16).padStart(32, '0');
const entrant = (number: number): StoredEntrant => ({
  ref: new Uint8Array(Buffer.from(refOf(number), 'hex')),
  globalUserId: `fan-${number}`,
  tier: 0,
  lots: number,
  markets: 'london-1>paris-1',
});
const frozen: FrozenDraw = {
  rules: '{}\n',
  rulesHash: 'aa',
  entrantsRoot: 'bb',
  entrantsCount: 4,
  commitment: 'cc',
  frozenAt: '2027-02-08T10:00:00.000Z',
};
const drawn: DrawnDraw = {
  record: '{ "version": 1 }\n',
  resultsRoot: 'dd',
  counts: { markets: { 'london-1': { eligible: 4, winners: 1, waitlisted: 1 } }, losers: 1 },
  drawnAt: '2027-02-08T11:00:00.000Z',
};
/** Entrants 3, 1, 4, 2 in this order: a winner in each market, one who waits for both, one who lost. */
const results: readonly Result[] = [
  { position: 1, ref: refOf(3), verdict: 'WINNER', marketId: 'london-1', waitlist: [] },
  { position: 2, ref: refOf(1), verdict: 'WINNER', marketId: 'paris-1', waitlist: [] },
  {
    position: 3,
    ref: refOf(4),
    verdict: 'WAITLIST',
    marketId: null,
    waitlist: [
      { marketId: 'paris-1', place: 1 },
      { marketId: 'london-1', place: 1 },
    ],
  },
  { position: 4, ref: refOf(2), verdict: 'LOSER', marketId: null, waitlist: [] },
];

const collect = async (store: DrawStore, numbers: readonly number[] = [4, 2, 1, 3]): Promise<FreezeAttempt> => {
  const attempt = await store.beginFreeze('summer-tour', 1);
  await store.addEntrants(attempt, numbers.map(entrant));
  return attempt;
};
const draw = async (store: DrawStore): Promise<void> => {
  await store.freeze(await collect(store), frozen);
  await store.addResults('summer-tour', 1, results);
  await store.saveDrawn('summer-tour', 1, drawn);
};
const fansIn = async (store: DrawStore, query: { marketId?: string; verdict?: Result['verdict']; after?: number; limit?: number }) =>
  (await store.results('summer-tour', 1, { after: 0, limit: 10, ...query })).map(({ globalUserId }) => globalUserId);
const counts = (winners: number) => ({ winners, waitlisted: 2, losers: 3, withdrawn: 4 });
const reportOf = (reportId: string, winners = 1) => ({ reportId, marketId: 'london-1', drawId: 'summer-tour/1', counts: counts(winners) });

/** What every draw store does, whatever it is built on. */
export const describeDrawStoreContract = (adapter: string, create: () => Promise<DrawStoreSubject>): void => {
  describe(`draws: ${adapter}`, () => {
    test('the first commitment stays', async () => {
      const { store } = await create();
      expect(await store.commitment('summer-tour')).toBeNull();
      expect(await store.publishCommitment('summer-tour', 'aa')).toBe('aa');
      expect(await store.publishCommitment('summer-tour', 'bb')).toBe('aa');
      expect(await store.commitment('summer-tour')).toBe('aa');
    });

    test('one at a time works on a draw: until it is released, or its time is over', async () => {
      const { store } = await create();
      const hold = (by: string, now: number, draw = 1) => store.holdDraw('summer-tour', draw, { by, now, until: now + 60 });
      expect(await hold('first', 1000)).toBe(true);
      expect(await hold('second', 1059)).toBe(false);
      expect(await hold('second', 1059, 2)).toBe(true);
      expect(await hold('first', 1059)).toBe(true);
      expect(await hold('second', 1118)).toBe(false);
      expect(await hold('second', 1119)).toBe(true);
      await store.releaseDraw('summer-tour', 1, 'first');
      expect(await hold('first', 1120)).toBe(false);
      await store.releaseDraw('summer-tour', 1, 'second');
      await store.releaseDraw('summer-tour', 1, 'second');
      expect(await hold('first', 1120)).toBe(true);
      expect(await store.draws('summer-tour')).toEqual([]);
    });

    test('of two who take a draw at the same time one gets it', async () => {
      const { store } = await create();
      const taken = await Promise.all(['first', 'second'].map((by) => store.holdDraw('summer-tour', 1, { by, now: 1000, until: 1060 })));
      expect(taken.filter((isMine) => isMine)).toHaveLength(1);
    });

    test('entrants come back sorted by ref, a page at a time, in whatever order they came', async () => {
      const { store } = await create();
      const attempt = await collect(store);
      const [first, second] = await store.entrants(attempt, null, 2);
      expect([first, second]).toEqual([entrant(1), entrant(2)]);
      expect(await store.entrants(attempt, second?.ref ?? null, 9)).toEqual([entrant(3), entrant(4)]);
    });

    test('who is an entrant is found by their ref, of each attempt for itself', async () => {
      const { store } = await create();
      const attempt = await collect(store);
      const refs = [7, 4, 1, 9].map((index) => entrant(index).ref);
      expect(await store.areEntrants(attempt, refs)).toEqual([false, true, true, false]);
      const frozenAttempt = await store.freeze(attempt, frozen);
      expect(await store.areEntrants(frozenAttempt, refs)).toEqual([false, true, true, false]);
      expect(await store.areEntrants({ ...attempt, draw: 2, attempt: attempt.attempt + 1 }, refs)).toEqual([false, false, false, false]);
      expect(await store.areEntrants(attempt, [])).toEqual([]);
      const many = Array.from({ length: 250 }, (_, index) => Buffer.from(String(index).padStart(16, '0')));
      expect(await store.areEntrants(attempt, [...many, ...refs])).toEqual([...many.map(() => false), false, true, true, false]);
    });

    test('a freeze that is begun again starts afresh and shuts the first attempt out', async () => {
      const { store } = await create();
      const first = await collect(store);
      const second = await collect(store, [7]);
      await expect(store.addEntrants(first, [entrant(5)])).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(store.freeze(first, frozen)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await store.entrants(first, null, 9)).toEqual([]);
      expect(await store.entrants(second, null, 9)).toEqual([entrant(7)]);
    });

    test('a frozen draw stays as it is: nothing is added, and another attempt gets the one that is frozen', async () => {
      const subject = await create();
      const attempt = await collect(subject.store);
      const first = await subject.store.freeze(attempt, frozen);
      expect(first).toEqual({ ...frozen, ...attempt, publicRandomness: null, drawn: null });
      await expect(subject.store.addEntrants(attempt, [entrant(9)])).rejects.toMatchObject({ code: 'CONFLICT' });
      const late = await subject.store.beginFreeze('summer-tour', 1);
      await expect(subject.store.addEntrants(late, [entrant(9)])).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await subject.store.freeze(late, { ...frozen, entrantsRoot: 'other' })).toEqual(first);
      const store = await subject.restart();
      expect(await store.draws('summer-tour')).toEqual([first]);
      expect(await store.draw('summer-tour', 1)).toEqual(first);
      expect(await store.entrants(first, null, 9)).toHaveLength(4);
      expect(await store.draw('summer-tour', 2)).toBeNull();
    });

    test('the first public randomness stays', async () => {
      const { store } = await create();
      await store.freeze(await collect(store), frozen);
      expect(await store.recordRandomness('summer-tour', 1, '31')).toBe('31');
      expect(await store.recordRandomness('summer-tour', 1, '32')).toBe('31');
      expect((await store.draw('summer-tour', 1))?.publicRandomness).toBe('31');
    });

    test('results are found in drawn order: all, by verdict, by market', async () => {
      const subject = await create();
      await draw(subject.store);
      const store = await subject.restart();
      expect(await fansIn(store, {})).toEqual(['fan-3', 'fan-1', 'fan-4', 'fan-2']);
      expect(await fansIn(store, { after: 1, limit: 2 })).toEqual(['fan-1', 'fan-4']);
      expect(await fansIn(store, { verdict: 'LOSER' })).toEqual(['fan-2']);
      expect(await fansIn(store, { marketId: 'paris-1', verdict: 'WINNER' })).toEqual(['fan-1']);
      expect(await fansIn(store, { marketId: 'paris-1' })).toEqual(['fan-1']);
      expect(await fansIn(store, { marketId: 'london-1', verdict: 'WAITLIST' })).toEqual(['fan-4']);
      expect(await fansIn(store, { marketId: 'london-1', verdict: 'WAITLIST', after: 3 })).toEqual([]);
      expect((await store.results('summer-tour', 1, { after: 2, limit: 1 }))[0]).toEqual({
        position: 3,
        globalUserId: 'fan-4',
        verdict: 'WAITLIST',
        marketId: null,
        waitlist: results[2]?.waitlist,
      });
    });

    test('positions come in any order and any number at a time, some for the second time', async () => {
      const { store } = await create();
      await store.freeze(await collect(store), frozen);
      const [first, second, third, fourth] = results as readonly [Result, Result, Result, Result];
      await Promise.all([store.addResults('summer-tour', 1, [fourth]), store.addResults('summer-tour', 1, [fourth])]);
      await store.addResults('summer-tour', 1, [third, first]);
      await store.addResults('summer-tour', 1, [second, { ...first, verdict: 'LOSER', marketId: null }, fourth]);
      expect(await fansIn(store, {})).toEqual(['fan-3', 'fan-1', 'fan-4', 'fan-2']);
      expect(await fansIn(store, { marketId: 'london-1', verdict: 'WINNER' })).toEqual(['fan-3']);
      expect(await fansIn(store, { marketId: 'paris-1', verdict: 'WINNER' })).toEqual(['fan-1']);
    });

    test('a large draw is read a page at a time: entrants by ref, results by position, verdict and market', async () => {
      const { store } = await create();
      const count = 1200;
      const numbers = Array.from({ length: count }, (_, index) => index);
      // Spread over all refs, as real ones are.
      const refAt = (number: number): string => ((number * 7919) % 65_536).toString(16).padStart(4, '0') + refOf(number).slice(4);
      const attempt = await store.beginFreeze('summer-tour', 1);
      await store.addEntrants(
        attempt,
        numbers.map((number) => ({ ...entrant(number), ref: new Uint8Array(Buffer.from(refAt(number), 'hex')) })),
      );
      const refs: string[] = [];
      for (let after: Uint8Array | null = null; ; ) {
        const page: readonly StoredEntrant[] = await store.entrants(attempt, after, 500);
        refs.push(...page.map(({ ref }) => Buffer.from(ref).toString('hex')));
        after = page.at(-1)?.ref ?? null;
        if (after === null) break;
      }
      expect(refs).toEqual(numbers.map(refAt).toSorted());

      const drawnResults = numbers.map((number): Result => {
        const base = { position: number + 1, ref: refAt(number), marketId: null, waitlist: [] };
        if (number % 3 === 0) return { ...base, verdict: 'WINNER', marketId: number % 2 === 0 ? 'london-1' : 'paris-1' };
        if (number % 3 === 1) return { ...base, verdict: 'LOSER' };
        return { ...base, verdict: 'WAITLIST', waitlist: [{ marketId: 'paris-1', place: (number + 1) / 3 }] };
      });
      await store.freeze(attempt, { ...frozen, entrantsCount: count });
      await Promise.all([drawnResults.slice(0, 700), drawnResults.slice(700)].map((part) => store.addResults('summer-tour', 1, part)));
      const pages = async (query: { marketId?: string; verdict?: Result['verdict'] }): Promise<readonly number[]> => {
        const positions: number[] = [];
        for (let after = 0; ; ) {
          const page = await store.results('summer-tour', 1, { ...query, after, limit: 70 });
          positions.push(...page.map(({ position }) => position));
          if (page.length < 70) return positions;
          after = page.at(-1)?.position ?? 0;
        }
      };
      const positionsOf = (wanted: (result: Result) => boolean) => drawnResults.filter(wanted).map(({ position }) => position);
      expect(await pages({})).toEqual(positionsOf(() => true));
      expect(await pages({ verdict: 'LOSER' })).toEqual(positionsOf(({ verdict }) => verdict === 'LOSER'));
      expect(await pages({ marketId: 'london-1', verdict: 'WINNER' })).toEqual(positionsOf(({ marketId }) => marketId === 'london-1'));
      expect(await pages({ marketId: 'paris-1', verdict: 'WAITLIST' })).toEqual(positionsOf(({ verdict }) => verdict === 'WAITLIST'));
    });

    test('results that come again change nothing, and a drawn draw stays as it is', async () => {
      const { store } = await create();
      await draw(store);
      await store.addResults('summer-tour', 1, results.slice(1, 3));
      expect(await fansIn(store, {})).toHaveLength(4);
      expect(await fansIn(store, { marketId: 'london-1', verdict: 'WAITLIST' })).toHaveLength(1);
      expect((await store.saveDrawn('summer-tour', 1, { ...drawn, resultsRoot: 'other' })).drawn).toEqual(drawn);
      await expect(store.addResults('summer-tour', 2, results)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe(`an erased fan: ${adapter}`, () => {
    const erased = (number: number, position: number | null) => ({
      ...{ ref: entrant(number).ref, globalUserId: `fan-${number}`, name: `erased:${refOf(number)}`, position },
      ...{ drawId: 'summer-tour/1', marketIds: ['london-1', 'paris-1'] },
    });

    test('is a name in results and promotions, where the order and everybody else stay', async () => {
      const subject = await create();
      const { store } = subject;
      await draw(store);
      await store.recordPromotions('paris-1', 'summer-tour/1', 0, ['fan-4', 'fan-9']);
      expect(await store.eraseFan('summer-tour', 1, erased(4, 3))).toBeGreaterThan(1);
      expect(await store.eraseFan('summer-tour', 1, erased(4, 3))).toBe(0);
      const { name } = erased(4, 3);
      expect(await fansIn(store, {})).toEqual(['fan-3', 'fan-1', name, 'fan-2']);
      for (const marketId of ['london-1', 'paris-1']) expect(await fansIn(store, { marketId, verdict: 'WAITLIST' })).toEqual([name]);
      expect(await store.promotions('paris-1', 'summer-tour/1', { after: 0, limit: 9 })).toEqual([name, 'fan-9']);
      expect(await store.recordPromotions('paris-1', 'summer-tour/1', 2, ['fan-8'])).toBe(true);
      const attempt = await store.draw('summer-tour', 1);
      expect((await store.entrants(attempt as FreezeAttempt, null, 9)).map(({ globalUserId }) => globalUserId)).toEqual(['fan-1', 'fan-2', 'fan-3', name]);
      expect((await (await subject.restart()).results('summer-tour', 1, { after: 2, limit: 1 }))[0]?.globalUserId).toBe(name);
    });

    test('who won is a name among the winners of the market', async () => {
      const { store } = await create();
      await draw(store);
      await store.eraseFan('summer-tour', 1, erased(3, 1));
      expect(await fansIn(store, { marketId: 'london-1' })).toEqual([erased(3, 1).name]);
    });

    test('a draw that is frozen, or only collected, is drawn with the name', async () => {
      const { store } = await create();
      const attempt = await collect(store);
      expect(await store.eraseFan('summer-tour', 1, erased(1, null))).toBe(1);
      await store.freeze(attempt, frozen);
      expect(await store.eraseFan('summer-tour', 1, erased(2, null))).toBe(1);
      await store.addResults('summer-tour', 1, results);
      await store.saveDrawn('summer-tour', 1, drawn);
      expect(await fansIn(store, {})).toEqual(['fan-3', erased(1, null).name, 'fan-4', erased(2, null).name]);
    });

    test('nothing is erased where the fan is not', async () => {
      const { store } = await create();
      expect(await store.eraseFan('summer-tour', 1, erased(1, null))).toBe(0);
      await draw(store);
      expect(await store.eraseFan('summer-tour', 1, erased(7, null))).toBe(0);
      expect(await store.eraseFan('summer-tour', 1, { ...erased(1, 2), globalUserId: 'fan-7' })).toBe(0);
    });
  });

  describe(`what selections came to: ${adapter}`, () => {
    test('a market without a report has none, and the last report stands', async () => {
      const subject = await create();
      expect(await subject.store.marketStats('london-1')).toEqual({
        report: null,
        verdicts: { winners: 0, waitlisted: 0, losers: 0, withdrawn: 0 },
        promoted: 0,
      });
      const stats = { eligible: 9, selected: 3, waitlisted: 2, reserved: 3, enqueued: 5, failed: 0 };
      await subject.store.saveStats('london-1', { drawId: 'summer-tour/1', status: 'PROCESSING', stats, shortfall: 0 });
      const report = { drawId: 'summer-tour/1', status: 'FAILED', stats, shortfall: 2 } as const;
      await subject.store.saveStats('london-1', report);
      expect((await (await subject.restart()).marketStats('london-1')).report).toEqual(report);
    });

    test('verdict counts are added up, each report once, also within one call', async () => {
      const { store } = await create();
      expect(await store.addVerdictCounts([reportOf('a'), reportOf('b'), reportOf('a', 50)])).toEqual({ added: 2, known: 1 });
      expect(await store.addVerdictCounts([reportOf('b'), reportOf('c', 5)])).toEqual({ added: 1, known: 1 });
      expect((await store.marketStats('london-1')).verdicts).toEqual({ winners: 7, waitlisted: 6, losers: 9, withdrawn: 12 });
      expect((await store.marketStats('paris-1')).verdicts.winners).toBe(0);
    });

    test('promotions are recorded in order, and only by who knows of all before', async () => {
      const { store } = await create();
      const promote = (known: number, ...fans: string[]) => store.recordPromotions('london-1', 'summer-tour/1', known, fans);
      expect(await promote(0, 'fan-5', 'fan-2')).toBe(true);
      expect(await promote(0, 'fan-7')).toBe(false);
      expect(await promote(2, 'fan-7')).toBe(true);
      expect(await store.promotions('london-1', 'summer-tour/1', { after: 0, limit: 1000 })).toEqual(['fan-5', 'fan-2', 'fan-7']);
      expect((await store.marketStats('london-1')).promoted).toBe(3);
    });

    test('98 are promoted at once, and of two who know the same one is too late', async () => {
      const { store } = await create();
      const fans = (prefix: string) => Array.from({ length: 98 }, (_, n) => `${prefix}-${n}`);
      const recorded = await Promise.all(['a', 'b'].map((prefix) => store.recordPromotions('london-1', 'summer-tour/1', 0, fans(prefix))));
      expect([...recorded].sort()).toEqual([false, true]);
      const first = fans(recorded[0] ? 'a' : 'b');
      expect(await store.recordPromotions('london-1', 'summer-tour/1', 98, fans('c'))).toBe(true);
      expect(await store.promotions('london-1', 'summer-tour/1', { after: 0, limit: 1000 })).toEqual([...first, ...fans('c')]);
    });

    test('promotions are listed a page at a time, in the order of recording', async () => {
      const { store } = await create();
      const fans = Array.from({ length: 130 }, (_, n) => `fan-${String(n).padStart(3, '0')}`).reverse();
      let known = 0;
      for (const size of [3, 98, 1, 28]) {
        await store.recordPromotions('london-1', 'summer-tour/1', known, fans.slice(known, known + size));
        known += size;
      }
      await store.recordPromotions('paris-1', 'summer-tour/1', 0, ['elsewhere']);
      for (const limit of [1000, 130, 100, 97, 7, 1]) {
        const listed: string[] = [];
        for (let after = 0; ; after += limit) {
          const page = await store.promotions('london-1', 'summer-tour/1', { after, limit });
          listed.push(...page);
          if (page.length < limit) break;
        }
        expect(listed).toEqual(fans);
      }
      expect(await store.promotions('london-1', 'summer-tour/1', { after: 500, limit: 10 })).toEqual([]);
    });

    test('counts that are added at the same time are all added', async () => {
      const { store } = await create();
      const reports = Array.from({ length: 25 }, (_, n) => ({ ...reportOf(`r-${n}`), marketId: n % 2 === 0 ? 'london-1' : 'paris-1' }));
      await Promise.all([store.addVerdictCounts(reports), store.addVerdictCounts(reports), store.addVerdictCounts([reportOf('other', 10)])]);
      expect((await store.marketStats('london-1')).verdicts.winners).toBe(23);
      expect((await store.marketStats('paris-1')).verdicts.winners).toBe(12);
    });

    test('nobody is promoted twice in one draw, in whatever market, and then nobody of the call is', async () => {
      const { store } = await create();
      await store.recordPromotions('london-1', 'summer-tour/1', 0, ['fan-5']);
      expect(await store.recordPromotions('paris-1', 'summer-tour/1', 0, ['fan-6', 'fan-5'])).toBe(false);
      expect(await store.recordPromotions('paris-1', 'summer-tour/1', 0, ['fan-6', 'fan-6'])).toBe(false);
      expect(await store.promotions('paris-1', 'summer-tour/1', { after: 0, limit: 1000 })).toEqual([]);
      expect(await store.recordPromotions('paris-1', 'summer-tour/2', 0, ['fan-5'])).toBe(true);
    });
  });
};
