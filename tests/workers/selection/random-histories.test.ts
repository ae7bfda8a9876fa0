import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAMPAIGN, type LabFan, MARKETS, openSelectionLab, type SelectionLab, UNIQUE } from '../../support/selection-lab.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';

type Step =
  | { readonly do: 'select'; readonly steps: number }
  | { readonly do: 'request'; readonly market: number | null }
  | { readonly do: 'refresh' | 'grow' | 'import' | 'generate'; readonly market: number }
  | { readonly do: 'deliver'; readonly message: number; readonly again: boolean }
  | { readonly do: 'report' | 'mark'; readonly again: boolean }
  | { readonly do: 'withdraw' | 'replicate' | 'redeem'; readonly fan: number }
  | { readonly do: 'redrive' }
  | { readonly do: 'wait'; readonly hours: number };

const market = fc.nat(MARKETS.length - 1);
const again = fc.boolean();
const fan = fc.nat(11);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('select' as const), steps: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('request' as const), market: fc.option(market) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('refresh', 'refresh', 'grow', 'import', 'generate'), market }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('deliver' as const), message: fc.nat(5), again }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('report', 'mark', 'mark'), again }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('withdraw', 'replicate', 'replicate', 'redeem'), fan }) },
  { weight: 1, arbitrary: fc.constant({ do: 'redrive' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 12, 25) }) },
);

const RANKINGS = [['london-1'], ['paris-1', 'london-1'], ['berlin-1', 'london-1'], ['london-1', 'paris-1', 'berlin-1'], ['paris-1']] as const;
/** The last two score too little to take part. */
const FANS: readonly LabFan[] = Array.from({ length: 12 }, (_, index) => ({
  globalUserId: `fan-${String(index).padStart(2, '0')}`,
  markets: RANKINGS[index % RANKINGS.length] ?? [],
  score: index < 10 ? 900 : 100,
}));

const take = async (lab: SelectionLab, next: Step, number: number): Promise<void> => {
  const last = (await lab.draws()).length;
  switch (next.do) {
    case 'select':
      return lab.select(Math.max(1, last), next.steps);
    case 'request':
      if (last === 0) return;
      await lab.request(next.market === null ? undefined : [MARKETS[next.market] ?? '']);
      return lab.select(last + 1, 1);
    case 'refresh':
      await lab.refresh(MARKETS[next.market] ?? '');
      return;
    case 'grow':
      return lab.grow(MARKETS[next.market] ?? '');
    case 'import':
      await lab.importCodes(UNIQUE[next.market % UNIQUE.length] ?? '', [`CODE-${number}-A`, `CODE-${number}-B`]);
      return;
    case 'generate':
      await lab.generateCodes(UNIQUE[next.market % UNIQUE.length] ?? '', `key-${next.market}`);
      return;
    case 'deliver':
      return lab.deliver(next.message % Math.max(1, lab.live.length), next.again);
    case 'report':
      return lab.report(next.again);
    case 'mark':
      await lab.mark(next.again);
      return;
    case 'withdraw':
      return lab.withdraw(FANS[next.fan]?.globalUserId ?? '');
    case 'replicate':
      return lab.replicate(FANS[next.fan]?.globalUserId ?? '');
    case 'redeem': {
      const item = (await lab.items()).find(({ globalUserId }) => globalUserId === FANS[next.fan]?.globalUserId);
      const marketId = item?.selection?.marketId;
      if (marketId !== undefined && UNIQUE.includes(marketId as never)) await lab.redeem(marketId, item?.accessCode ?? '');
      await lab.redeem('london-1', 'NOBODY');
      return;
    }
    case 'redrive':
      lab.live.push(...lab.dead.splice(0));
      return;
    case 'wait':
      return lab.clock.advance(next.hours * 3_600_000);
  }
};

/** Everything that lies about arrives, in order and once. */
const drain = async (lab: SelectionLab): Promise<void> => {
  for (const { globalUserId } of FANS) await lab.replicate(globalUserId);
  lab.live.push(...lab.dead.splice(0));
  while (lab.live.length > 0) await lab.deliver(0, false);
  while (lab.awards.length > 0) expect(await lab.mark(false)).toBeNull();
  while (lab.reports.length > 0) await lab.report(false);
  for (const { globalUserId } of FANS) await lab.replicate(globalUserId);
};

/** There are codes enough, every draw is selected whole, every market refreshed, and all that follows has arrived. */
const settle = async (lab: SelectionLab): Promise<void> => {
  for (const marketId of UNIQUE)
    await lab.importCodes(
      marketId,
      Array.from({ length: 60 }, (_, index) => `${marketId}-LAST-${index}`),
    );
  const draws = Math.max(1, (await lab.draws()).length);
  for (let draw = 1; draw <= draws; draw += 1) await lab.select(draw);
  await drain(lab);
  for (let round = 0; round < 3; round += 1) {
    for (const marketId of MARKETS) expect(await lab.refresh(marketId)).toBeNull();
    await drain(lab);
  }
};

const check = async (lab: SelectionLab): Promise<void> => {
  const items = await lab.items();
  expect(lab.dead).toEqual([]);
  for (const [code, fans] of lab.seen) expect([code, fans.size]).toEqual([code, 1]);
  const draws = await lab.draws();
  const results = await Promise.all(draws.map(({ draw }) => lab.results(draw)));
  let counted = 0;
  for (const marketId of MARKETS) {
    const winners = items.filter(({ verdict, selection }) => verdict === 'WINNER' && selection?.marketId === marketId);
    expect(winners.length).toBeLessThanOrEqual(lab.places.get(marketId) ?? 0);
    expect(winners.filter(({ accessCode }) => accessCode === undefined)).toEqual([]);
    const { verdicts } = await lab.stats(marketId);
    expect(verdicts.winners + verdicts.withdrawn).toBeGreaterThanOrEqual([...lab.told].filter((won) => won.startsWith(`${marketId} `)).length);
    counted += verdicts.winners + verdicts.waitlisted + verdicts.losers + verdicts.withdrawn;

    // Who moved up comes before who did not, draw by draw in the order of places.
    const alive = new Map(items.map((item) => [item.globalUserId, item]));
    for (const [index, { draw }] of draws.entries()) {
      const promoted = new Set(await lab.promotions(marketId, `${CAMPAIGN}/${draw}`));
      const waiting = (results[index] ?? [])
        .flatMap(({ globalUserId, waitlist }) => waitlist.flatMap((place) => (place.marketId === marketId ? [{ globalUserId, place: place.place }] : [])))
        .sort((a, b) => a.place - b.place)
        .map(({ globalUserId }) => globalUserId);
      const passedOver = waiting
        .slice(
          0,
          Math.max(
            0,
            waiting.findLastIndex((waiter) => promoted.has(waiter)),
          ),
        )
        .filter((waiter) => !promoted.has(waiter));
      expect(passedOver.filter((waiter) => alive.has(waiter) && alive.get(waiter)?.verdict !== 'WINNER')).toEqual([]);
    }
    if (!UNIQUE.includes(marketId)) continue;
    const { codeStore } = lab.adapters;
    const counts = await codeStore.counts(marketId, lab.clock.now());
    const { codes } = await codeStore.held(marketId, null, 1000);
    const holders = codes.map(({ globalUserId }) => globalUserId);
    // Assigned or redeemed: each winner's, and nobody else's but redeemed ones of fans who left.
    expect(new Set(holders).size).toBe(holders.length);
    expect(holders.filter((holder) => !winners.some(({ globalUserId }) => globalUserId === holder))).toEqual([]);
    expect(counts.assigned + counts.redeemed).toBeGreaterThanOrEqual(winners.length);
    expect(winners.length - holders.length).toBeLessThanOrEqual(counts.redeemed);
    const codesOfWinners = winners.map(({ accessCode }) => accessCode);
    expect(new Set(codesOfWinners).size).toBe(codesOfWinners.length);
  }
  // Every result of every draw is counted once, and promotions besides.
  const ofDraws = results.flat().reduce((sum, { waitlist }) => sum + Math.max(1, waitlist.length), 0);
  expect(counted).toBeGreaterThanOrEqual(ofDraws);
  // Nobody is left without a verdict who asked for what was drawn.
  const drawn = new Set(draws.flatMap(({ rules }) => (JSON.parse(rules) as { markets: { id: string }[] }).markets.map(({ id }) => id)));
  expect(items.filter(({ verdict, rankedMarkets }) => verdict === 'PENDING' && rankedMarkets.some((id) => drawn.has(id)))).toEqual([]);
};

const imported = (lab: SelectionLab): Promise<readonly number[]> =>
  Promise.all(
    UNIQUE.map(async (marketId) => Object.values(await lab.adapters.codeStore.counts(marketId, lab.clock.now())).reduce((sum, count) => sum + count, 0)),
  );

test('whatever happens in whatever order, once everything has arrived no code is lost or with two fans, and every winner has one', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), fc.integer({ min: 1, max: 3 }), fc.nat(5), async (steps, capacity, codes) => {
      const lab = await openSelectionLab(createTemporaryFolder(), FANS, capacity);
      try {
        for (const marketId of UNIQUE)
          await lab.importCodes(
            marketId,
            Array.from({ length: codes }, (_, index) => `${marketId}-FIRST-${index}`),
          );
        await lab.select(1, 4);
        for (const [number, next] of steps.entries()) {
          const before = await imported(lab);
          await take(lab, next, number);
          const after = await imported(lab);
          if (next.do !== 'import' && next.do !== 'generate') expect(after).toEqual(before);
        }
        await settle(lab);
        await check(lab);
      } finally {
        await lab.close();
      }
    }),
    { numRuns: 20 },
  );
});
