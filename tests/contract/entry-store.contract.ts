import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntrySelection, isNewer } from '../../src/domain/entry.ts';
import { RegError } from '../../src/errors.ts';
import type { Assignment, EntryCounts, EntryStore, Page, Replica, ReplicaPage, ReplicaWrite } from '../../src/ports/entry-store.ts';
import { createReplicaWorld, newestOf, replicaOf, type Step } from '../support/replica-world.ts';
import { replicaWrite } from '../support/replica-write.ts';

/** What every entry store has to do; `open` gives an empty one. `runs`: of each property, by what a call costs. */
export const entryStoreContract = (
  open: () => Promise<{ readonly store: EntryStore; readonly close: () => Promise<void> }>,
  runs: { readonly lives: number; readonly worlds: number } = { lives: 100, worlds: 300 },
): void => {
  let store: EntryStore;
  let close: () => Promise<void>;
  let campaigns = 0;
  /** Each test has a campaign of its own. */
  const newCampaign = (): string => {
    campaigns += 1;
    return `campaign-${campaigns}`;
  };

  beforeAll(async () => {
    ({ store, close } = await open());
  });
  afterAll(() => close());

  const read = async (campaignId: string, globalUserId = 'fan-000001') => (await store.getBatch([{ campaignId, globalUserId }]))[0];
  const upsert = async (write: ReplicaWrite, score: number | null = 500) => (await store.upsert([write], [score]))[0];
  const won = (campaignId: string, place: number): EntrySelection => ({
    drawId: `${campaignId}/1`,
    position: place,
    marketId: `${campaignId}-london`,
    waitlist: [],
  });
  const award = (campaignId: string, entries: Assignment['entries'], codes: Assignment['codes'] = 'unique') =>
    store.assign({ campaignId, marketId: `${campaignId}-london`, codes, entries });
  const winner = (campaignId: string, globalUserId: string, accessCode: string) =>
    ({ globalUserId, verdict: 'WINNER', accessCode, selection: won(campaignId, 1) }) as const;

  describe('replication', () => {
    test('gives back every field that was written', async () => {
      const campaignId = newCampaign();
      const write = replicaWrite({
        campaignId,
        entry: { 'line\nbreak': 'ä\u0000"', markets: ['a'], yes: true, places: { a: true } },
        verdict: 'WINNER',
        accessCode: `${campaignId}-X`,
        selection: { ...won(campaignId, 7), waitlist: [{ marketId: 'paris', place: 3 }] },
        linkedFrom: 'spring-tour',
        version: 9,
      });
      expect(await upsert(write)).toEqual({ outcome: 'applied', scored: true });
      expect(await read(campaignId)).toEqual(replicaOf(write));
    });

    test('applies a newer version once, and nothing older', async () => {
      const campaignId = newCampaign();
      const [one, two] = [replicaWrite({ campaignId }), replicaWrite({ campaignId, version: 2, entry: { tickets: 4 } })];
      expect((await upsert(two))?.outcome).toBe('applied');
      expect((await upsert(two))?.outcome).toBe('stale');
      expect((await upsert(one))?.outcome).toBe('stale');
      expect(await read(campaignId)).toEqual(replicaOf(two));
    });

    test('a removed entry is not brought back by a late write, but by a new registration', async () => {
      const campaignId = newCampaign();
      const first = replicaWrite({ campaignId, version: 2 });
      expect(await store.remove([first])).toEqual(['deleted']);
      expect((await upsert(first))?.outcome).toBe('stale');
      expect(await read(campaignId)).toBeNull();
      const again = replicaWrite({ campaignId, createdAt: '2027-02-02T10:00:00.000Z' });
      expect((await upsert(again))?.outcome).toBe('applied');
      expect(await store.remove([first])).toEqual(['stale']);
      expect(await read(campaignId)).toEqual(replicaOf(again));
    });

    test('states of several lives, in any order and any number of times, end in the newest', async () => {
      const state = fc.record({ life: fc.integer({ min: 1, max: 3 }), version: fc.integer({ min: 1, max: 4 }) });
      await fc.assert(
        fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 12 }), fc.option(fc.integer({ min: 1, max: 3 })), async (states, removedLife) => {
          const campaignId = newCampaign();
          const writes = states.map(({ life, version }) =>
            replicaWrite({ campaignId, createdAt: `2027-02-0${life}T10:00:00.000Z`, version, entry: { life, version } }),
          );
          const removed = removedLife === null ? undefined : newestOf(writes.filter(({ entry }) => entry.life === removedLife));
          for (const [index, write] of writes.entries()) {
            if (removed !== undefined && index === Math.floor(writes.length / 2)) await store.remove([removed]);
            await upsert(write);
          }
          const newest = newestOf(writes);
          const gone = removed !== undefined && newest !== undefined && newest.createdAt === removed.createdAt;
          expect(await read(campaignId)).toEqual(gone ? null : replicaOf(newest));
        }),
        { numRuns: runs.lives },
      );
    });

    test('after everything has arrived, in whatever order and however often, the replica is the demand-table', async () => {
      const fan = fc.nat({ max: 2 });
      const step: fc.Arbitrary<Step> = fc.oneof(
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('register' as const), fan }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), fan }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), fan }) },
        { weight: 3, arbitrary: fc.record({ kind: fc.constant('award' as const), fan, award: fc.nat({ max: 5 }) }) },
        { weight: 8, arbitrary: fc.record({ kind: fc.constant('deliver' as const), message: fc.nat({ max: 30 }), again: fc.boolean() }) },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
          const campaignId = newCampaign();
          const world = createReplicaWorld(store, campaignId);
          let before = await store.getBatch(world.keys());
          for (const next of steps) {
            await world.take(next);
            const after = await store.getBatch(world.keys());
            expect(after.filter((now, fan) => wentBack(before[fan], now))).toEqual([]);
            before = after;
          }
          await world.drain();
          expect(await store.getBatch(world.keys())).toEqual(world.expected());
          expect(await store.count(campaignId)).toEqual(countsOf([...world.table.values()]));
          const codes = [...world.table.values()].flatMap(({ accessCode }) => accessCode ?? []);
          expect(new Set(codes).size).toBe(codes.length);
        }),
        { numRuns: runs.worlds },
      );
    });
  });

  describe('scores', () => {
    test('a failed score keeps the one there is, and is named until there is one', async () => {
      const campaignId = newCampaign();
      const write = replicaWrite({ campaignId });
      expect(await upsert(write, null)).toEqual({ outcome: 'applied', scored: false });
      expect(await upsert(write, null)).toEqual({ outcome: 'stale', scored: false });
      await store.setScores([{ ...write, score: 0 }], 'provider');
      expect(await upsert({ ...write, version: 2 }, null)).toEqual({ outcome: 'applied', scored: true });
      expect((await read(campaignId))?.score).toBe(0);
    });

    test('a score of an earlier life is not taken for a later one', async () => {
      const campaignId = newCampaign();
      const write = replicaWrite({ campaignId, createdAt: '2027-02-02T10:00:00.000Z' });
      await upsert(write, null);
      await store.setScores([{ campaignId, globalUserId: write.globalUserId, createdAt: '2027-02-01T10:00:00.000Z', score: 7 }], 'provider');
      expect((await read(campaignId))?.score).toBeNull();
      await store.setScores([{ ...write, score: 9 }], 'provider');
      expect(await upsert(replicaWrite({ campaignId, createdAt: '2027-02-03T10:00:00.000Z' }), null)).toEqual({ outcome: 'applied', scored: false });
    });

    test('a score that an operator set stands for the life of the entry, and another by an operator takes its place', async () => {
      const campaignId = newCampaign();
      const write = replicaWrite({ campaignId });
      await upsert(write, 500);
      await store.setScores([{ ...write, score: 720 }], 'operator');
      expect((await read(campaignId))?.score).toBe(720);
      expect(await upsert({ ...write, version: 2 }, 0)).toEqual({ outcome: 'applied', scored: true });
      await store.setScores([{ ...write, score: 1 }], 'provider');
      expect(await award(campaignId, [winner(campaignId, write.globalUserId, `${campaignId}-A`)])).toEqual(['assigned']);
      await upsert({ ...write, version: 3 }, 1000);
      expect(await read(campaignId)).toMatchObject({ score: 720, version: 3, accessCode: `${campaignId}-A` });
      await store.setScores([{ ...write, score: 0 }], 'operator');
      await upsert({ ...write, version: 4 }, 1000);
      expect((await read(campaignId))?.score).toBe(0);
    });

    test('a later life has a score of its own, whatever an operator said of the one before', async () => {
      const campaignId = newCampaign();
      const write = replicaWrite({ campaignId });
      const [overtaken, after] = [
        replicaWrite({ campaignId, createdAt: '2027-02-02T10:00:00.000Z' }),
        replicaWrite({ campaignId, createdAt: '2027-02-03T10:00:00.000Z' }),
      ];
      await upsert(write, 500);
      await store.setScores([{ ...write, score: 720 }], 'operator');
      await upsert(overtaken, 30);
      expect((await read(campaignId))?.score).toBe(30);
      await store.setScores([{ ...write, score: 7 }], 'operator');
      await store.setScores([{ ...overtaken, score: 31 }], 'provider');
      expect((await read(campaignId))?.score).toBe(31);
      await store.setScores([{ ...overtaken, score: 800 }], 'operator');
      await store.remove([overtaken]);
      await store.setScores([{ ...overtaken, score: 9 }], 'operator');
      await upsert(after, 40);
      await store.setScores([{ ...after, score: 41 }], 'provider');
      expect((await read(campaignId))?.score).toBe(41);
    });

    test('subjects are those of the entries that are there', async () => {
      const campaignId = newCampaign();
      const [member, gone] = [
        replicaWrite({ campaignId, userInfo: { email: 'a@example.org', memberId: 'M1' } }),
        replicaWrite({ campaignId, globalUserId: 'fan-2' }),
      ];
      await store.upsert([member, gone], [1, 1]);
      await store.remove([gone]);
      expect(await store.scoreSubjects([gone, member])).toEqual([
        null,
        { campaignId, globalUserId: 'fan-000001', createdAt: member.createdAt, memberId: 'M1' },
      ]);
    });
  });

  describe('awards', () => {
    test('an edit that knows nothing of an assigned code leaves it there; the verdict from the table is then taken', async () => {
      const campaignId = newCampaign();
      await upsert(replicaWrite({ campaignId }));
      expect(await award(campaignId, [winner(campaignId, 'fan-000001', `${campaignId}-A`)])).toEqual(['assigned']);
      const edit = replicaWrite({ campaignId, version: 2, entry: { tickets: 4 } });
      await upsert(edit);
      const given = { verdict: 'WINNER', accessCode: `${campaignId}-A`, selection: won(campaignId, 1) } as const;
      expect(await read(campaignId)).toEqual(replicaOf({ ...edit, ...given }));
      await upsert({ ...edit, ...given, version: 3 });
      expect(await read(campaignId)).toEqual(replicaOf({ ...edit, ...given, version: 3 }));
    });

    test('what the table decided otherwise replaces an award', async () => {
      const campaignId = newCampaign();
      await upsert(replicaWrite({ campaignId }));
      await award(campaignId, [winner(campaignId, 'fan-000001', `${campaignId}-A`)]);
      const other = replicaWrite({ campaignId, version: 2, verdict: 'WINNER', accessCode: `${campaignId}-B`, selection: won(campaignId, 1) });
      await upsert(other);
      expect(await read(campaignId)).toEqual(replicaOf(other));
    });

    test('a later draw has more for who lost, and what the table wrote before that does not take it away', async () => {
      const campaignId = newCampaign();
      const lost = { verdict: 'LOSER', selection: { drawId: 'd', position: 4, waitlist: [] } } as const;
      await upsert(replicaWrite({ campaignId }));
      expect(await award(campaignId, [{ globalUserId: 'fan-000001', ...lost }])).toEqual(['assigned']);
      expect(await award(campaignId, [winner(campaignId, 'fan-000001', `${campaignId}-A`)])).toEqual(['assigned']);
      await upsert(replicaWrite({ campaignId, version: 2, ...lost }));
      expect(await read(campaignId)).toMatchObject({ verdict: 'WINNER', accessCode: `${campaignId}-A`, version: 2 });
    });

    test('the same award again is unchanged, another is refused, and who is not there is absent', async () => {
      const campaignId = newCampaign();
      await upsert(replicaWrite({ campaignId }));
      const first = winner(campaignId, 'fan-000001', `${campaignId}-A`);
      expect(
        await award(campaignId, [first, first, winner(campaignId, 'fan-000001', `${campaignId}-B`), winner(campaignId, 'nobody', `${campaignId}-C`)]),
      ).toEqual(['assigned', 'unchanged', 'refused', 'absent']);
      const lost = { globalUserId: 'fan-000001', verdict: 'LOSER', selection: { drawId: 'd', position: 1, waitlist: [] } } as const;
      expect(await award(campaignId, [lost])).toEqual(['refused']);
    });

    test('a unique code goes to one fan, ever, also after a withdrawal; a shared one to everybody', async () => {
      const campaignId = newCampaign();
      const fans = ['a', 'b', 'c'].map((globalUserId) => replicaWrite({ campaignId, globalUserId }));
      await store.upsert(fans, [1, 1, 1]);
      expect(await award(campaignId, [winner(campaignId, 'a', `${campaignId}-A`), winner(campaignId, 'b', `${campaignId}-A`)])).toEqual([
        'assigned',
        'refused',
      ]);
      await store.remove(fans.slice(0, 1));
      expect(await award(campaignId, [winner(campaignId, 'b', `${campaignId}-A`)])).toEqual(['refused']);
      expect((await read(campaignId, 'b'))?.verdict).toBe('PENDING');
      expect(await award(campaignId, [winner(campaignId, 'b', 'SAME'), winner(campaignId, 'c', 'SAME')], 'shared')).toEqual(['assigned', 'assigned']);
    });

    test('a new registration begins without the award of the one before, and never gets its code', async () => {
      const campaignId = newCampaign();
      await upsert(replicaWrite({ campaignId }));
      await award(campaignId, [winner(campaignId, 'fan-000001', `${campaignId}-A`)]);
      const again = replicaWrite({ campaignId, createdAt: '2027-02-02T10:00:00.000Z' });
      await upsert(again);
      expect(await read(campaignId)).toEqual(replicaOf(again));
      expect(await award(campaignId, [winner(campaignId, 'fan-000001', `${campaignId}-A`)])).toEqual(['refused']);
      expect(await award(campaignId, [winner(campaignId, 'fan-000001', `${campaignId}-B`)])).toEqual(['assigned']);
    });

    test('of many that are given one code at once, one gets it', async () => {
      const campaignId = newCampaign();
      const fans = Array.from({ length: 6 }, (_, n) => replicaWrite({ campaignId, globalUserId: `fan-${n}` }));
      await store.upsert(
        fans,
        fans.map(() => 1),
      );
      const outcomes = await Promise.all(fans.map(({ globalUserId }) => award(campaignId, [winner(campaignId, globalUserId, `${campaignId}-A`)])));
      expect(outcomes.flat().sort()).toEqual(['assigned', ...fans.slice(1).map(() => 'refused')]);
      expect((await store.getBatch(fans)).filter((replica) => replica?.accessCode !== undefined)).toHaveLength(1);
      expect((await store.count(campaignId)).byVerdict).toMatchObject({ PENDING: 5, WINNER: 1 });
    });

    test('winners whom the table gave another market are listed there, and in the first no more', async () => {
      const campaignId = newCampaign();
      const fans = Array.from({ length: 25 }, (_, n) => replicaWrite({ campaignId, globalUserId: `fan-${n}`, rankedMarkets: [] }));
      const scores = fans.map(() => 1);
      await store.upsert(fans, scores);
      await award(
        campaignId,
        fans.map(({ globalUserId }, n) => winner(campaignId, globalUserId, `${campaignId}-A${n}`)),
      );
      const selection = { ...won(campaignId, 1), marketId: `${campaignId}-paris` };
      await store.upsert(
        fans.map((fan, n) => ({ ...fan, version: 2, verdict: 'WINNER', accessCode: `${campaignId}-B${n}`, selection })),
        scores,
      );
      expect((await store.listByMarket(`${campaignId}-london`, { limit: 99 })).entries).toEqual([]);
      expect((await store.listByMarket(`${campaignId}-paris`, { limit: 99 })).entries).toHaveLength(25);
      expect((await store.count(campaignId)).byMarket).toEqual({ [`${campaignId}-paris`]: { entrants: 0, winners: 25, codes: 25 } });
    });

    test('what the table says of a code stands, also where another fan held it before', async () => {
      const campaignId = newCampaign();
      await store.upsert([replicaWrite({ campaignId, globalUserId: 'a' }), replicaWrite({ campaignId, globalUserId: 'b' })], [500, 500]);
      await award(campaignId, [winner(campaignId, 'a', `${campaignId}-A`)]);
      const given = { verdict: 'WINNER', accessCode: `${campaignId}-A`, selection: won(campaignId, 1), version: 2 } as const;
      const written = ['b', 'c'].map((globalUserId) => replicaWrite({ campaignId, globalUserId, ...given }));
      expect((await store.upsert(written, [500, 500])).map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
      expect(await store.getBatch(written)).toEqual(written.map((write) => replicaOf(write)));
    });

    test('a code that only replication brought is in use as well', async () => {
      const campaignId = newCampaign();
      const winnerOfTable = replicaWrite({
        campaignId,
        globalUserId: 'a',
        verdict: 'WINNER',
        accessCode: `${campaignId}-A`,
        selection: won(campaignId, 1),
        version: 2,
      });
      await store.upsert([winnerOfTable, replicaWrite({ campaignId, globalUserId: 'b' })], [1, 1]);
      await store.remove([winnerOfTable]);
      expect(await award(campaignId, [winner(campaignId, 'b', `${campaignId}-A`)])).toEqual(['refused']);
    });

    test('a waiting fan moves up, and a winner without a code gets one', async () => {
      const campaignId = newCampaign();
      await upsert(replicaWrite({ campaignId }));
      const waiting = {
        globalUserId: 'fan-000001',
        verdict: 'WAITLIST',
        selection: { drawId: 'd', position: 3, waitlist: [{ marketId: `${campaignId}-london`, place: 1 }] },
      } as const;
      const { accessCode: _, ...uncoded } = winner(campaignId, 'fan-000001', '');
      expect(await award(campaignId, [waiting, uncoded, winner(campaignId, 'fan-000001', `${campaignId}-A`)])).toEqual(['assigned', 'assigned', 'assigned']);
      expect((await read(campaignId))?.accessCode).toBe(`${campaignId}-A`);
    });
  });

  describe('lists and counts', () => {
    test('pages a campaign in the order of ids, without removed entries', async () => {
      const campaignId = newCampaign();
      const fans = ['d', 'a', 'c', 'b', 'e'].map((globalUserId) => replicaWrite({ campaignId, globalUserId }));
      await store.upsert(
        fans,
        fans.map(() => 1),
      );
      await store.remove(fans.slice(3, 4));
      const first = await store.listByCampaign(campaignId, { limit: 2 });
      expect(first).toMatchObject({ entries: [{ globalUserId: 'a' }, { globalUserId: 'c' }], next: 'c' });
      expect(await store.listByCampaign(campaignId, { limit: 2, after: 'c' })).toMatchObject({
        entries: [{ globalUserId: 'd' }, { globalUserId: 'e' }],
        next: null,
      });
      expect(await store.listByCampaign(newCampaign(), { limit: 2 })).toEqual({ entries: [], next: null });
    });

    test('pages lead over everything once, in the order of the bytes of ids, however many there are', async () => {
      const campaignId = newCampaign();
      const ids = [...Array.from({ length: 230 }, (_, n) => `${(n * 7919) % 1000}-fan`), 'Zoë', 'zebra', '\uff5e', '😀'];
      const fans = ids.map((globalUserId, n) => replicaWrite({ campaignId, globalUserId, ...(n % 3 === 0 ? lostIn(campaignId, n) : {}) }));
      await store.upsert(
        fans,
        fans.map(() => 1),
      );
      const expected = (wanted: readonly ReplicaWrite[]) =>
        wanted.map(({ globalUserId }) => globalUserId).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(await walk((page) => store.listByCampaign(campaignId, page), 50)).toEqual(expected(fans));
      const inParts = await Promise.all(store.parts.map((part) => walk((page) => store.listByCampaign(campaignId, { ...page, part }), 3)));
      expect(inParts.flat().toSorted()).toEqual(ids.toSorted());
      for (const part of inParts) expect(part).toEqual(part.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      const pending = fans.filter(({ verdict }) => verdict === 'PENDING');
      const pendingInParts = await Promise.all(
        store.parts.map((part) => walk((page) => store.listByCampaign(campaignId, { ...page, verdict: 'PENDING', part }), 30)),
      );
      expect(pendingInParts.flat().toSorted()).toEqual(pending.map(({ globalUserId }) => globalUserId).toSorted());
      expect(await walk((page) => store.listByCampaign(campaignId, { ...page, verdict: 'PENDING' }), 30)).toEqual(expected(pending));
      const winners = pending.slice(0, 60);
      await award(
        campaignId,
        winners.map(({ globalUserId }, n) => winner(campaignId, globalUserId, `${campaignId}-${n}`)),
      );
      expect(await walk((page) => store.listByMarket(`${campaignId}-london`, page), 7)).toEqual(expected(winners));
    });

    test('counts are exact also where many write at once, the same entries among them', async () => {
      const campaignId = newCampaign();
      const rounds = Array.from({ length: 12 }, (_, round) =>
        Array.from({ length: 8 }, (__, n) =>
          replicaWrite({ campaignId, globalUserId: `fan-${(round * 5 + n) % 40}`, version: 1 + (round % 3), rankedMarkets: [`${campaignId}-${round % 3}`] }),
        ),
      );
      const retried = async (writes: readonly ReplicaWrite[]): Promise<void> => {
        // Whoever met other writes too often is told to try again, and does.
        const isDone = await store
          .upsert(
            writes,
            writes.map(() => 1),
          )
          .then(
            () => true,
            (error: unknown) => {
              if (error instanceof RegError && error.code === 'CONFLICT') return false;
              throw error;
            },
          );
        if (!isDone) await retried(writes);
      };
      await Promise.all([...rounds.map(retried), ...[0, 7, 21].map((n) => store.remove([replicaWrite({ campaignId, globalUserId: `fan-${n}`, version: 9 })]))]);
      const newest = Object.values(Object.groupBy(rounds.flat(), ({ globalUserId }) => globalUserId)).flatMap((states = []) => newestOf(states) ?? []);
      const living = newest.filter(({ globalUserId }) => !['fan-0', 'fan-7', 'fan-21'].includes(globalUserId));
      expect(await store.count(campaignId)).toEqual(countsOf(living));
      expect(await store.getBatch(living)).toEqual(living.map((write) => replicaOf(write, 1)));
    });

    test('takes more markets and more entries in a call than anybody is likely to send', async () => {
      const campaignId = newCampaign();
      const rankedMarkets = Array.from({ length: 1_000 }, (_, n) => `${campaignId}-market-${n}`);
      const keen = replicaWrite({ campaignId, globalUserId: 'keen', rankedMarkets });
      const wordy = Array.from({ length: 20 }, (_, n) => replicaWrite({ campaignId, globalUserId: `wordy-${n}`, entry: { story: 'é'.repeat(150_000) } }));
      const writes = [keen, ...wordy, { ...keen, version: 2 }, { ...keen, version: 3, rankedMarkets: rankedMarkets.slice(1) }];
      expect(
        (
          await store.upsert(
            writes,
            writes.map(() => 1),
          )
        ).map(({ outcome }) => outcome),
      ).toEqual(writes.map(() => 'applied'));
      expect(await store.count(campaignId)).toEqual(countsOf([...wordy, ...writes.slice(-1)]));
    });

    test('pages winners of a market, and entries of one verdict', async () => {
      const campaignId = newCampaign();
      const fans = ['c', 'b', 'a'].map((globalUserId) => replicaWrite({ campaignId, globalUserId }));
      await store.upsert(
        fans,
        fans.map(() => 1),
      );
      await award(campaignId, [winner(campaignId, 'c', `${campaignId}-C`), winner(campaignId, 'a', `${campaignId}-A`)]);
      expect(await store.listByMarket(`${campaignId}-london`, { limit: 1 })).toMatchObject({ entries: [{ globalUserId: 'a' }], next: 'a' });
      expect(await store.listByMarket(`${campaignId}-london`, { limit: 1, after: 'a' })).toMatchObject({ entries: [{ globalUserId: 'c' }], next: null });
      expect(await store.listByCampaign(campaignId, { limit: 9, verdict: 'PENDING' })).toMatchObject({ entries: [{ globalUserId: 'b' }], next: null });
    });
  });

  describe('invites', () => {
    test('counts what was not on the list, and answers by campaign, key and value', async () => {
      const campaignId = newCampaign();
      expect(await store.addInvites(campaignId, 'email', ['a@example.org', 'b@example.org', 'a@example.org'])).toBe(2);
      expect(await store.addInvites(campaignId, 'email', ['b@example.org', 'c@example.org'])).toBe(1);
      expect(await store.isInvited(campaignId, 'email', 'c@example.org')).toBe(true);
      expect(await store.isInvited(campaignId, 'memberId', 'c@example.org')).toBe(false);
      expect(await store.isInvited(newCampaign(), 'email', 'c@example.org')).toBe(false);
    });
  });

  describe('erasing a fan', () => {
    test('removes entries and invites everywhere, keeps late writes out, and hands no code of theirs out again', async () => {
      const [one, two] = [newCampaign(), newCampaign()];
      const fan = { globalUserId: 'erased', userInfo: { email: 'Erased@Example.org', memberId: 'M9' } };
      const writes = [
        replicaWrite({ campaignId: one, ...fan }),
        replicaWrite({ campaignId: two, ...fan }),
        replicaWrite({ campaignId: one, globalUserId: 'other' }),
      ];
      await store.upsert(writes, [1, 1, 1]);
      await award(one, [winner(one, 'erased', `${one}-A`)]);
      await store.addInvites(one, 'email', ['erased@example.org', 'other@example.org']);
      await store.addInvites(two, 'memberId', ['M9']);
      await store.addInvites(two, 'globalUserId', ['erased']);
      expect(await store.eraseFan('erased')).toBe(3);
      expect(await store.getBatch(writes)).toEqual([null, null, replicaOf(writes[2], 1)]);
      expect((await upsert(replicaWrite({ campaignId: one, ...fan })))?.outcome).toBe('stale');
      const lists = [
        [one, 'email', 'erased@example.org'],
        [two, 'memberId', 'M9'],
        [two, 'globalUserId', 'erased'],
        [one, 'email', 'other@example.org'],
      ] as const;
      expect(await Promise.all(lists.map(([campaignId, key, value]) => store.isInvited(campaignId, key, value)))).toEqual([false, false, false, true]);
      expect(await award(one, [winner(one, 'other', `${one}-A`)])).toEqual(['refused']);
      expect((await store.count(one)).entries).toBe(1);
    });

    test('and then forgets that they were there, once for each campaign, and still hands no code of theirs out', async () => {
      const campaignId = newCampaign();
      const [fan, other] = ['forgotten', 'staying'].map((name) => replicaWrite({ campaignId, globalUserId: `${name}-${campaignId}` }));
      if (fan === undefined || other === undefined) throw new Error('two were made');
      await store.upsert([fan, other], [1, 1]);
      await award(campaignId, [winner(campaignId, fan.globalUserId, `${campaignId}-A`)]);
      expect(await store.forgetFan(fan.globalUserId)).toBe(0);
      await store.eraseFan(fan.globalUserId);
      expect(await store.forgetFan(fan.globalUserId)).toBe(1);
      expect(await store.forgetFan(fan.globalUserId)).toBe(0);
      expect((await store.count(campaignId)).entries).toBe(1);
      expect(await award(campaignId, [winner(campaignId, other.globalUserId, `${campaignId}-A`)])).toEqual(['refused']);
      expect((await upsert(fan))?.outcome).toBe('applied');
      expect((await store.count(campaignId)).entries).toBe(2);
    });

    test('a value that is taken off the lists is on none of them', async () => {
      const [one, two] = [newCampaign(), newCampaign()];
      const email = `${one}@example.org`;
      for (const campaignId of [one, two]) await store.addInvites(campaignId, 'email', [email]);
      expect(await store.removeInvites('email', email)).toBe(2);
      expect(await store.removeInvites('email', email)).toBe(0);
      expect(await store.isInvited(one, 'email', email)).toBe(false);
    });
  });
};

const lostIn = (campaignId: string, place: number) =>
  ({ verdict: 'LOSER', selection: { drawId: `${campaignId}/1`, position: place + 1, waitlist: [] }, version: 2 }) as const;

/** The ids that page after page names, to the last. */
const walk = async (readPage: (page: Page) => Promise<ReplicaPage>, limit: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  let next: string | null = null;
  do {
    const page: ReplicaPage = await readPage(next === null ? { limit } : { limit, after: next });
    expect(page.entries.length).toBeLessThanOrEqual(limit);
    ids.push(...page.entries.map(({ globalUserId }) => globalUserId));
    next = page.next;
  } while (next !== null);
  return ids;
};

/** A replica may vanish, but never show an older state. */
const wentBack = (before: Replica | null | undefined, now: Replica | null): boolean => before != null && now !== null && isNewer(before, now);

const countsOf = (items: readonly ReplicaWrite[]): EntryCounts => {
  const byVerdict = { PENDING: 0, WINNER: 0, WAITLIST: 0, LOSER: 0 };
  const byMarket: Record<string, { entrants: number; winners: number; codes: number }> = {};
  const market = (id: string) => {
    byMarket[id] ??= { entrants: 0, winners: 0, codes: 0 };
    return byMarket[id];
  };
  for (const { verdict, rankedMarkets, selection, accessCode } of items) {
    byVerdict[verdict] += 1;
    for (const id of rankedMarkets) market(id).entrants += 1;
    if (verdict === 'WINNER' && selection?.marketId !== undefined) {
      market(selection.marketId).winners += 1;
      if (accessCode !== undefined) market(selection.marketId).codes += 1;
    }
  }
  return { entries: items.length, byVerdict, byMarket };
};
