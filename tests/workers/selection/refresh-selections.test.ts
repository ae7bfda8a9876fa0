import { describe, expect, test } from 'vitest';
import type { DrawResult } from '../../../src/services/campaign/draw-contract.ts';
import { refreshSelections } from '../../../src/workers/selection/refresh-selections.ts';
import { saveSelections } from '../../../src/workers/selection/save-selections.ts';
import { createSelectionWorld, drawnResults, type SelectionWorld } from '../../support/selection-world.ts';
import { market } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const refresh = ({ campaignService, entryService, codeService, queues }: SelectionWorld, marketId = 'london-1') =>
  refreshSelections(
    { records: [{ id: 'message-1', body: { campaignId: 'summer-tour', marketId }, correlationId: 'correlation-1' }] },
    workerContext<'refreshSelections'>({
      campaignService,
      entryService,
      codeService,
      queues: { saveSelectionQueue: queues.saveSelectionQueue },
      topics: {},
      workers: {},
    }),
  );
/** What the queue brings to saveSelections, and the stream to the Code Service. */
const drain = async (world: SelectionWorld): Promise<void> => {
  const { campaignCache, campaignStore, entryService, entryTable, codeService, queues } = world;
  const records = queues.saveSelectionQueue.bodies.splice(0).map((body) => ({ id: body.chunkId, body, correlationId: 'c' }));
  const { emailJobQueue, verdictReporterQueue } = queues;
  const context = workerContext<'saveSelections'>({
    campaignCache,
    campaignStore,
    entryService,
    entryTable,
    queues: { emailJobQueue, verdictReporterQueue },
    topics: {},
    workers: {},
  });
  expect((await saveSelections({ records }, context)).failures).toEqual([]);
  const codes = records.flatMap(({ body }) =>
    body.selections.map(({ globalUserId, accessCode = '' }) => ({ marketId: body.marketId, code: accessCode, globalUserId })),
  );
  await codeService.markAssigned({ body: { campaignId: 'summer-tour', codes } });
};
/** A world whose drawn winners hold their codes and whose waitlist has been told. */
const settledWorld = (results: readonly DrawResult[], options: Parameters<typeof createSelectionWorld>[0] = {}): SelectionWorld => {
  const world = createSelectionWorld({ results, ...options });
  for (const { globalUserId, verdict, marketId, position } of results) {
    const code = `OLD-${position}`;
    const held = { verdict, ...(marketId === null ? {} : { accessCode: code }) };
    world.replica.set(globalUserId, held);
    world.table.set(globalUserId, held);
    if (marketId !== null) world.heldCodes.set(code, { marketId, globalUserId });
  }
  return world;
};
const promoted = (world: SelectionWorld, marketId = 'london-1') => world.promotions.get(marketId) ?? [];
const LONDON_FULL = drawnResults({ 'london-1': 3 }, [['london-1', 'paris-1'], ['london-1'], ['paris-1', 'london-1'], ['london-1']]);

describe('refreshing a market', () => {
  test('that is as it should be changes nothing', async () => {
    const world = settledWorld(LONDON_FULL);
    expect(await refresh(world)).toEqual({ failures: [], count: { received: 1, failed: 0, promoted: 0, revoked: 0, enqueued: 0 } });
    expect([world.revoked, world.freeCodes.length, world.queues.saveSelectionQueue.bodies]).toEqual([[], 100, []]);
  });

  test('gives the places of withdrawn winners to the waitlist in drawn order, and revokes their codes', async () => {
    const world = settledWorld(LONDON_FULL);
    world.withdraw('fan-1');
    world.withdraw('fan-3');
    expect((await refresh(world)).count).toMatchObject({ promoted: 2, revoked: 2, enqueued: 2 });
    expect(promoted(world)).toEqual(['fan-4', 'fan-5']);
    expect(world.revoked.toSorted()).toEqual(['OLD-1', 'OLD-3']);
    await drain(world);
    expect(world.table.get('fan-4')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-1' });
    expect(world.replica.get('fan-5')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-2' });
    expect((await refresh(world)).count).toMatchObject({ promoted: 0, revoked: 0, enqueued: 0 });
  });

  test('fills places that nobody won, as far as the waitlist goes', async () => {
    const world = settledWorld(drawnResults({ 'london-1': 1 }, [['london-1']]));
    expect((await refresh(world)).count).toMatchObject({ promoted: 1, enqueued: 1 });
  });

  test('passes over who withdrew, who won elsewhere, and who was promoted elsewhere but is not saved yet', async () => {
    const world = settledWorld(LONDON_FULL);
    world.withdraw('fan-1');
    world.withdraw('fan-4');
    world.replica.set('fan-5', { verdict: 'WINNER', accessCode: 'FROM-ELSEWHERE' });
    world.promotions.set('paris-1', ['fan-6']);
    expect((await refresh(world)).count).toMatchObject({ promoted: 1 });
    expect(promoted(world)).toEqual(['fan-7']);
  });

  test('a promoted fan who withdraws gives the place to the next', async () => {
    const world = settledWorld(LONDON_FULL);
    world.withdraw('fan-1');
    await refresh(world);
    await drain(world);
    world.withdraw('fan-4');
    expect((await refresh(world)).count).toMatchObject({ promoted: 1, revoked: 1 });
    expect(promoted(world)).toEqual(['fan-4', 'fan-5']);
    expect(world.revoked).toEqual(['OLD-1', 'CODE-1']);
  });

  test('run again before its selections are saved, it sends the same ones with the same codes', async () => {
    const world = settledWorld(LONDON_FULL);
    world.withdraw('fan-2');
    await refresh(world);
    const [first] = world.queues.saveSelectionQueue.bodies;
    expect(first).toMatchObject({
      chunkId: 'summer-tour/1/london-1/position/4',
      selections: [{ globalUserId: 'fan-4', verdict: 'WINNER', accessCode: 'CODE-1', position: 4 }],
    });
    expect((await refresh(world)).count).toMatchObject({ promoted: 0, enqueued: 1 });
    expect(world.queues.saveSelectionQueue.bodies).toEqual([first, first]);
    expect(world.freeCodes).toHaveLength(99);
  });

  test('gives drawn winners a code who have none', async () => {
    const world = settledWorld(LONDON_FULL);
    world.replica.set('fan-2', { verdict: 'PENDING' });
    world.table.set('fan-2', { verdict: 'PENDING' });
    expect((await refresh(world)).count).toMatchObject({ promoted: 0, enqueued: 1 });
    await drain(world);
    expect(world.table.get('fan-2')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-1' });
  });

  test('a code that ran out for one fan and came to another by an older message is replaced', async () => {
    const world = settledWorld(LONDON_FULL);
    for (const place of [world.replica, world.table]) for (const fan of ['fan-1', 'fan-2']) place.set(fan, { verdict: 'PENDING' });
    await refresh(world);
    const [, second] = world.queues.saveSelectionQueue.bodies.splice(0);
    expect(second?.selections[0]).toMatchObject({ globalUserId: 'fan-2', accessCode: 'CODE-2' });
    // The message of the draw comes through late and gives fan-1 what was reserved for fan-2 by now.
    for (const place of [world.replica, world.table]) place.set('fan-1', { verdict: 'WINNER', accessCode: 'CODE-2' });
    expect((await refresh(world)).count).toMatchObject({ enqueued: 1 });
    await drain(world);
    expect(world.table.get('fan-2')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-3' });
  });

  test('without codes left it fails and says how many are missing; who got one is not held up', async () => {
    const world = settledWorld(LONDON_FULL, { codes: 1 });
    world.withdraw('fan-1');
    world.withdraw('fan-2');
    const { failures } = await refresh(world);
    expect(failures).toEqual([{ id: 'message-1', error: expect.objectContaining({ code: 'CODES_SHORT', detail: { marketId: 'london-1', shortfall: 1 } }) }]);
    expect(world.queues.saveSelectionQueue.bodies.map(({ chunkId }) => chunkId)).toEqual(['summer-tour/1/london-1/position/4']);
    world.freeCodes.push('CODE-90');
    await drain(world);
    expect(await refresh(world)).toMatchObject({ failures: [], count: { promoted: 0, enqueued: 1 } });
    await drain(world);
    expect(world.table.get('fan-5')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-90' });
  });

  test('where another refresh was faster it looks again, and nobody is promoted twice', async () => {
    const world = settledWorld(LONDON_FULL);
    world.withdraw('fan-1');
    world.withdraw('fan-2');
    world.meanwhile.run = () => world.promotions.set('london-1', ['fan-4']);
    expect((await refresh(world)).count).toMatchObject({ promoted: 1 });
    expect(promoted(world)).toEqual(['fan-4', 'fan-5']);
  });

  test('of several draws promotes the waitlist of the earlier one first, and nobody who has won another', async () => {
    // fan-1 to fan-3 won the first draw; fan-4 to fan-7 wait, as above. The second gave fan-5 Paris, and lets fan-7, 8 and 9 wait.
    const waits = (globalUserId: string, place: number): DrawResult => ({
      position: place + 1,
      globalUserId,
      verdict: 'WAITLIST',
      marketId: null,
      waitlist: [{ marketId: 'london-1', place }],
    });
    const won: DrawResult = { position: 1, globalUserId: 'fan-5', verdict: 'WINNER', marketId: 'paris-1', waitlist: [] };
    const laterResults = [won, waits('fan-8', 1), waits('fan-7', 2), waits('fan-9', 3)];
    const world = settledWorld(LONDON_FULL, { markets: [market({ id: 'london-1', capacity: 6 }), market({ id: 'paris-1', capacity: 9 })], laterResults });
    for (const fan of ['fan-8', 'fan-9']) for (const place of [world.replica, world.table]) place.set(fan, { verdict: 'LOSER' });
    world.withdraw('fan-1');
    world.promotions.set('paris-1 of summer-tour/2', ['fan-6']);
    expect((await refresh(world)).count).toMatchObject({ promoted: 4, revoked: 1 });
    expect(promoted(world)).toEqual(['fan-4', 'fan-7']);
    expect(world.promotions.get('london-1 of summer-tour/2')).toEqual(['fan-8', 'fan-9']);
    await drain(world);
    expect(world.table.get('fan-8')).toMatchObject({ verdict: 'WINNER' });
    expect((await refresh(world)).count).toMatchObject({ promoted: 0, revoked: 0, enqueued: 0 });
  });

  test('a market with a shared code reserves and revokes nothing', async () => {
    const shared = market({ id: 'london-1', capacity: 3, codes: { mode: 'shared', sharedCode: 'ALL' } });
    const world = settledWorld(LONDON_FULL, { markets: [shared] });
    world.withdraw('fan-1');
    expect((await refresh(world)).count).toMatchObject({ promoted: 1, revoked: 0, enqueued: 1 });
    expect(world.queues.saveSelectionQueue.bodies[0]).toMatchObject({ codes: 'shared', selections: [{ accessCode: 'ALL' }] });
    expect(world.reservations.size).toBe(0);
  });

  test('of a shared code a drawn winner is counted by the draw alone, a promoted one by the refresh', async () => {
    const shared = market({ id: 'london-1', capacity: 3, codes: { mode: 'shared', sharedCode: 'ALL' } });
    const world = settledWorld(LONDON_FULL, { markets: [shared] });
    world.withdraw('fan-1');
    for (const place of [world.replica, world.table]) place.set('fan-2', { verdict: 'PENDING' });
    await refresh(world);
    expect(world.queues.saveSelectionQueue.bodies.map(({ selections, counted }) => [selections[0]?.globalUserId, counted])).toEqual([
      ['fan-2', 'nobody'],
      ['fan-4', 'winners'],
    ]);
  });

  test('more places than one call records are filled all the same', async () => {
    const waiting = Array.from({ length: 1205 }, () => ['london-1']);
    const world = settledWorld(drawnResults({}, waiting), { markets: [market({ id: 'london-1', capacity: 1200 })], codes: 1200 });
    expect((await refresh(world)).count).toMatchObject({ promoted: 1200, enqueued: 1200 });
    expect(new Set(promoted(world)).size).toBe(1200);
  });

  test('a market whose campaign is not drawn fails the message', async () => {
    const world = settledWorld(LONDON_FULL);
    world.draws.length = 0;
    expect((await refresh(world)).failures).toEqual([{ id: 'message-1', error: expect.objectContaining({ code: 'STATE_INVALID' }) }]);
  });
});
