import { describe, expect, test } from 'vitest';
import { RESERVATION_MS } from '../../../src/domain/access-code.ts';
import { CAMPAIGN, type LabFan, MARKETS, openSelectionLab, type SelectionLab, UNIQUE } from '../../support/selection-lab.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';

const fansOf = (count: number, markets: readonly string[] = ['london-1', 'berlin-1']): readonly LabFan[] =>
  Array.from({ length: count }, (_, index) => ({ globalUserId: `fan-${String(index).padStart(2, '0')}`, markets, score: index < count - 1 ? 900 : 100 }));

const openLab = async (fans: readonly LabFan[], capacity: number, codes: number): Promise<SelectionLab> => {
  const lab = await openSelectionLab(createTemporaryFolder(), fans, capacity);
  for (const marketId of UNIQUE) await addCodes(lab, marketId, codes);
  return lab;
};
const addCodes = (lab: SelectionLab, marketId: string, count: number, name = 'CODE') =>
  lab.importCodes(
    marketId,
    Array.from({ length: count }, (_, index) => `${marketId}-${name}-${index}`),
  );
const deliverAll = async (lab: SelectionLab): Promise<void> => {
  while (lab.live.length > 0) await lab.deliver(0, false);
  while (lab.awards.length > 0) expect(await lab.mark(false)).toBeNull();
  while (lab.reports.length > 0) await lab.report(false);
  for (const { globalUserId } of await lab.items()) await lab.replicate(globalUserId);
};
/** Everything that fans, operators and the public see. */
const stateOf = async (lab: SelectionLab) => {
  const draws = await lab.draws();
  return {
    items: (await lab.items()).map(({ globalUserId, verdict, accessCode, selection, version }) => ({ globalUserId, verdict, accessCode, selection, version })),
    draws: draws.map(({ drawn, ...draw }) => ({ ...draw, drawn: drawn === null ? null : drawn.resultsRoot })),
    verdicts: await Promise.all(MARKETS.map(async (id) => (await lab.stats(id)).verdicts)),
    codes: await Promise.all(UNIQUE.map((id) => lab.adapters.codeStore.counts(id, lab.clock.now()))),
  };
};

describe('the steps of the selection, run again', () => {
  // Freeze, reveal, three markets, close the books.
  test.each([1, 2, 3, 4, 5, 6])('a run that ends after step %i is repeated from the start and comes to what one run comes to', async (steps) => {
    const [once, repeated] = [await openLab(fansOf(9), 3, 20), await openLab(fansOf(9), 3, 20)];
    await once.select(1);
    await deliverAll(once);
    await repeated.select(1, steps);
    // What was sent by then may have arrived or not.
    if (steps % 2 === 0) await deliverAll(repeated);
    await repeated.select(1);
    await deliverAll(repeated);
    expect(await stateOf(repeated)).toEqual(await stateOf(once));
    await Promise.all([once.close(), repeated.close()]);
  });

  test('once all is done, nothing changes any more', async () => {
    const lab = await openLab(fansOf(9), 3, 20);
    await lab.select(1);
    await deliverAll(lab);
    const before = await stateOf(lab);
    for (let steps = 1; steps <= 6; steps += 1) {
      await lab.select(1, steps);
      await deliverAll(lab);
    }
    expect(await stateOf(lab)).toEqual(before);
    expect(before.items.filter(({ verdict }) => verdict === 'PENDING')).toEqual([]);
    await lab.close();
  });

  test('with too few codes nothing of the market is enqueued or reserved; once there are enough, the same run gives every winner one', async () => {
    const lab = await openLab(fansOf(9, ['london-1']), 4, 3);
    await lab.select(1);
    expect(await lab.stats('london-1')).toMatchObject({ status: 'FAILED', shortfall: 1, stats: { selected: 4, reserved: 0, enqueued: 0 } });
    await deliverAll(lab);
    expect((await lab.items()).filter(({ verdict }) => verdict === 'WINNER')).toEqual([]);
    expect(await lab.adapters.codeStore.counts('london-1', lab.clock.now())).toMatchObject({ available: 3, reserved: 0 });
    await addCodes(lab, 'london-1', 1, 'MORE');
    await lab.select(1);
    await deliverAll(lab);
    expect(await lab.stats('london-1')).toMatchObject({ status: 'FINISHED', shortfall: 0, verdicts: { winners: 4 } });
    expect(await lab.adapters.codeStore.counts('london-1', lab.clock.now())).toMatchObject({ available: 0, assigned: 4 });
    await lab.close();
  });
});

describe('a queue that stands still for longer than a reservation lasts', () => {
  test('gives its winners their codes all the same, as long as nobody else was to get them', async () => {
    const lab = await openLab(fansOf(6, ['london-1']), 3, 3);
    await lab.select(1);
    lab.clock.advance(RESERVATION_MS + 1);
    expect(await lab.adapters.codeStore.counts('london-1', lab.clock.now())).toMatchObject({ available: 3, reserved: 0 });
    await deliverAll(lab);
    expect(lab.dead).toEqual([]);
    expect(await lab.adapters.codeStore.counts('london-1', lab.clock.now())).toMatchObject({ available: 0, assigned: 3 });
    await lab.close();
  });

  test('or with other codes by refreshing: no code is with two fans, and the late messages do no harm', async () => {
    const lab = await openLab(fansOf(6, ['london-1']), 3, 3);
    await lab.select(1);
    const late = lab.live.splice(0);
    lab.clock.advance(RESERVATION_MS + 1);
    // No code is new, so the refresh reserves what ran out, for other winners than before.
    const results = await lab.results(1);
    await lab.withdraw(results.find(({ position }) => position === 1)?.globalUserId ?? '');
    for (const { globalUserId } of results) await lab.replicate(globalUserId);
    expect(await lab.refresh('london-1')).toBeNull();
    const refreshed = lab.live.splice(0);
    expect(refreshed.length).toBeGreaterThan(0);
    lab.live.push(...late, ...refreshed);
    await deliverAll(lab);
    // Who was second to a code is refused, and gets another.
    await addCodes(lab, 'london-1', 4, 'NEW');
    for (let round = 0; round < 2; round += 1) {
      lab.live.push(...lab.dead.splice(0));
      await lab.refresh('london-1');
      await deliverAll(lab);
    }
    lab.live.push(...lab.dead.splice(0));
    await deliverAll(lab);
    expect(lab.dead).toEqual([]);
    const winners = (await lab.items()).filter(({ verdict }) => verdict === 'WINNER');
    expect(winners).toHaveLength(3);
    expect(new Set(winners.map(({ accessCode }) => accessCode)).size).toBe(3);
    for (const [, fans] of lab.seen) expect(fans.size).toBe(1);
    const { assigned, available, reserved, revoked } = await lab.adapters.codeStore.counts('london-1', lab.clock.now());
    expect([assigned, available + reserved + revoked]).toEqual([3, 4]);
    await lab.close();
  });
});

describe('refreshing markets', () => {
  test('two refreshes at once promote nobody twice and nobody too many, and a fan who waits in two markets moves up in one', async () => {
    const lab = await openLab(fansOf(8, ['london-1', 'paris-1']), 2, 20);
    await lab.select(1);
    await deliverAll(lab);
    const winners = (await lab.items()).filter(({ verdict }) => verdict === 'WINNER');
    for (const marketId of ['london-1', 'paris-1'])
      for (const { globalUserId } of winners.filter(({ selection }) => selection?.marketId === marketId).slice(0, 1)) {
        await lab.withdraw(globalUserId);
        await lab.replicate(globalUserId);
      }
    const outcomes = await Promise.all(['london-1', 'paris-1', 'london-1', 'paris-1'].map((marketId) => lab.refresh(marketId)));
    expect(outcomes.filter((error) => error !== null && !error.retryable)).toEqual([]);
    for (let round = 0; round < 2; round += 1) {
      await deliverAll(lab);
      for (const marketId of ['london-1', 'paris-1']) expect(await lab.refresh(marketId)).toBeNull();
    }
    await deliverAll(lab);
    const promoted = await Promise.all(['london-1', 'paris-1'].map((marketId) => lab.promotions(marketId, `${CAMPAIGN}/1`)));
    expect(promoted.map((fans) => fans.length)).toEqual([1, 1]);
    expect(new Set(promoted.flat()).size).toBe(2);
    const now = (await lab.items()).filter(({ verdict }) => verdict === 'WINNER');
    expect(now).toHaveLength(4);
    expect(new Set(now.map(({ accessCode }) => accessCode)).size).toBe(4);
    await lab.close();
  });

  test('nobody moves up while a later draw is frozen and not drawn, as they could win that too', async () => {
    const lab = await openLab(fansOf(8, ['london-1']), 2, 20);
    await lab.select(1);
    await deliverAll(lab);
    const [winner] = (await lab.items()).filter(({ verdict }) => verdict === 'WINNER');
    await lab.withdraw(winner?.globalUserId ?? '');
    await lab.replicate(winner?.globalUserId ?? '');
    await lab.request(undefined);
    await lab.select(2, 1);
    expect(await lab.refresh('london-1')).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
    expect(await lab.promotions('london-1', `${CAMPAIGN}/1`)).toEqual([]);
    await lab.select(2);
    await deliverAll(lab);
    expect(await lab.refresh('london-1')).toBeNull();
    await deliverAll(lab);
    const winners = (await lab.items()).filter(({ verdict }) => verdict === 'WINNER');
    expect(winners).toHaveLength(2);
    expect(lab.dead).toEqual([]);
    await lab.close();
  });
});
