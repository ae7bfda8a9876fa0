import { describe, expect, test } from 'vitest';
import { RegError } from '../../../src/errors.ts';
import { enqueueMarketSelections, type MarketSelectionInput } from '../../../src/workers/selection/enqueue-market-selections.ts';
import { freezeDraw } from '../../../src/workers/selection/freeze-draw.ts';
import { revealDraw } from '../../../src/workers/selection/reveal-draw.ts';
import { createSelectionWorld, DRAW_ID, drawnResults, type SelectionWorld } from '../../support/selection-world.ts';
import { market } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const select = (world: SelectionWorld, changes: Partial<MarketSelectionInput> = {}) =>
  enqueueMarketSelections(
    { campaignId: 'summer-tour', marketId: 'london-1', selectionCount: 1000, drawId: DRAW_ID, ...changes },
    workerContext<'enqueueMarketSelections'>({
      campaignService: world.campaignService,
      codeService: world.codeService,
      queues: { saveSelectionQueue: world.queues.saveSelectionQueue },
      topics: {},
      workers: {},
    }),
  );
const chunksIn = (world: SelectionWorld) => world.queues.saveSelectionQueue.bodies;
const selectionsIn = (world: SelectionWorld) => chunksIn(world).flatMap(({ selections }) => selections);

describe('the selection of a market', () => {
  test('every winner gets a code of their own, in drawn order, and who waits is told so', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 60, 'paris-1': 5 }, [['london-1', 'paris-1'], ['london-1']]) });
    const { stats, errors } = await select(world);
    expect(errors).toEqual([]);
    expect(stats).toEqual({ eligible: 67, selected: 60, waitlisted: 2, reserved: 60, enqueued: 62, failed: 0 });
    expect(chunksIn(world).map(({ chunkId, selections }) => [chunkId, selections.length])).toEqual([
      ['summer-tour/1/london-1/1', 25],
      ['summer-tour/1/london-1/2', 25],
      ['summer-tour/1/london-1/3', 12],
    ]);
    expect(selectionsIn(world).map(({ globalUserId, verdict, accessCode }) => `${globalUserId} ${verdict} ${accessCode}`)).toEqual([
      ...Array.from({ length: 60 }, (_, index) => `fan-${index + 1} WINNER CODE-${index + 1}`),
      'fan-66 WAITLIST undefined',
      'fan-67 WAITLIST undefined',
    ]);
    expect(selectionsIn(world)[60]?.waitlist).toEqual([
      { marketId: 'london-1', place: 1 },
      { marketId: 'paris-1', place: 1 },
    ]);
    expect(world.stats.map(({ status }) => status)).toEqual(['PROCESSING', 'FINISHED']);
  });

  test('repeated, it reserves the same codes and sends the same chunks', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 30 }) });
    await select(world);
    const first = [...chunksIn(world)];
    await select(world);
    expect(chunksIn(world).slice(first.length)).toEqual(first);
    expect(world.freeCodes).toHaveLength(70);
  });

  test('with too few codes nothing is enqueued, and the shortfall is told', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 30 }), codes: 12 });
    await expect(select(world)).rejects.toMatchObject({ code: 'CODES_SHORT', retryable: false, detail: { shortfall: 18 } });
    expect(chunksIn(world)).toEqual([]);
    expect(world.stats.at(-1)).toMatchObject({ status: 'FAILED', shortfall: 18, stats: { selected: 30, reserved: 0, enqueued: 0 } });
    expect(world.freeCodes).toHaveLength(12);
  });

  test('codes are asked for at most 20,000 at a time, and what one call could have had counts for the next', async () => {
    const results = drawnResults({ 'london-1': 20_010 });
    const world = createSelectionWorld({ results, codes: 20_004 });
    await expect(select(world, { selectionCount: 30_000 })).rejects.toMatchObject({ detail: { shortfall: 6 } });
    expect([...world.reservations].map(([key, codes]) => [key, codes.length])).toEqual([['summer-tour/1/london-1/1', 20_000]]);
  });

  test('a shared code goes to every winner, and nothing is reserved', async () => {
    const shared = market({ id: 'london-1', codes: { mode: 'shared', sharedCode: 'ALL' } });
    const world = createSelectionWorld({ markets: [shared], results: drawnResults({ 'london-1': 3 }) });
    expect((await select(world)).stats).toMatchObject({ selected: 3, reserved: 0, enqueued: 3 });
    expect(selectionsIn(world).map(({ accessCode }) => accessCode)).toEqual(['ALL', 'ALL', 'ALL']);
    expect(chunksIn(world)[0]?.codes).toBe('shared');
    expect(world.reservations.size).toBe(0);
  });

  test('no more are selected than asked for, the first in drawn order', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 5 }, [['london-1'], ['london-1']]) });
    expect((await select(world, { selectionCount: 2, waitlistCount: 1 })).stats).toMatchObject({ selected: 2, waitlisted: 1, reserved: 2 });
    expect(selectionsIn(world).map(({ globalUserId }) => globalUserId)).toEqual(['fan-1', 'fan-2', 'fan-6']);
  });

  test('a market that nobody won is finished at once', async () => {
    const world = createSelectionWorld();
    expect((await select(world)).stats).toMatchObject({ selected: 0, enqueued: 0 });
    expect(world.stats.at(-1)).toMatchObject({ status: 'FINISHED' });
  });

  test('codes that cannot be reserved leave the market failed, and another number of winners than before is named as the cause', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 3 }) });
    const refuse = (error: Error): SelectionWorld => ({
      ...world,
      codeService: { ...world.codeService, reserveCodes: () => Promise.reject(error) },
    });
    await expect(select(refuse(new RegError('SERVICE_UNAVAILABLE', 'It is away.')))).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(world.stats.at(-1)).toMatchObject({ status: 'FAILED', shortfall: 0, stats: { selected: 3, reserved: 0, enqueued: 0 } });
    await expect(select(refuse(new RegError('STATE_INVALID', 'The key stands for 2 codes.')))).rejects.toMatchObject({
      code: 'STATE_INVALID',
      message: expect.stringContaining('another number of winners'),
    });
  });

  test('chunks that the queue does not take fail the step, so that it is repeated', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 60 }) });
    world.queues.saveSelectionQueue.refuse = ({ chunkId }) => chunkId.endsWith('/2');
    await expect(select(world)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
    expect(world.stats.at(-1)).toMatchObject({ status: 'FAILED', stats: { enqueued: 35, failed: 25 } });
  });

  test('without a draw named the market is drawn alone, or selected by the draw that holds it already', async () => {
    const { drawId, ...alone } = { campaignId: 'summer-tour', marketId: 'london-1', selectionCount: 9, waitlistCount: 4, drawId: DRAW_ID };
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 2 }) });
    const asked: unknown[] = [];
    const held = world.draws[0];
    if (held === undefined) throw new Error('the world has a draw');
    const run = (state: 'FROZEN' | 'DRAWN') =>
      enqueueMarketSelections(
        alone,
        workerContext<'enqueueMarketSelections'>({
          ...world,
          campaignService: {
            ...world.campaignService,
            freezeDraw: async ({ body }) => {
              asked.push(body);
              return { ...held, state };
            },
            revealDraw: async ({ params }) => {
              asked.push(params);
              return held;
            },
          },
          queues: { saveSelectionQueue: world.queues.saveSelectionQueue },
          topics: {},
          workers: {},
        }),
      );
    await run('FROZEN');
    expect(chunksIn(world)[0]?.drawId).toBe(drawId);
    const market = { marketId: 'london-1', selectionCount: 9, waitlistCount: 4 };
    expect(asked).toEqual([{ market }, { campaignId: 'summer-tour', draw: 1 }]);
    await run('DRAWN');
    expect(asked.slice(2)).toEqual([{ market }]);
  });

  test.each([
    ['a draw of another campaign', { drawId: 'winter-tour/1' }, 'INPUT_INVALID'],
    ['no draw id at all', { drawId: 'summer-tour' }, 'INPUT_INVALID'],
    ['a market of another campaign', { campaignId: 'winter-tour', drawId: 'winter-tour/1' }, 'INPUT_INVALID'],
  ])('%s is refused', async (_, changes, code) => {
    await expect(select(createSelectionWorld(), changes)).rejects.toMatchObject({ code });
  });
});

describe('the steps before it', () => {
  test('the draw gives the markets that the state machine goes through', async () => {
    const { campaignService } = createSelectionWorld();
    const rest = { queues: {}, topics: {}, workers: {} };
    expect(await freezeDraw({ campaignId: 'summer-tour' }, workerContext<'freezeDraw'>({ campaignService, ...rest }))).toMatchObject({ state: 'FROZEN' });
    expect(await revealDraw({ campaignId: 'summer-tour', draw: 1 }, workerContext<'revealDraw'>({ campaignService, ...rest }))).toEqual({
      drawId: DRAW_ID,
      markets: [
        { campaignId: 'summer-tour', marketId: 'london-1', selectionCount: 3, waitlistCount: 100, drawId: DRAW_ID },
        { campaignId: 'summer-tour', marketId: 'paris-1', selectionCount: 2, waitlistCount: 100, drawId: DRAW_ID },
      ],
    });
    const only = { marketId: 'paris-1', selectionCount: 1 };
    const { markets } = await revealDraw({ campaignId: 'summer-tour', draw: 1, market: only }, workerContext<'revealDraw'>({ campaignService, ...rest }));
    expect(markets).toEqual([{ campaignId: 'summer-tour', drawId: DRAW_ID, ...only, waitlistCount: 100 }]);
  });
});
