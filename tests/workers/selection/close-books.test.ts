import { describe, expect, test } from 'vitest';
import { closeBooks } from '../../../src/workers/selection/close-books.ts';
import { saveSelections } from '../../../src/workers/selection/save-selections.ts';
import { createSelectionWorld, DRAW_ID, drawnResults, type HeldEntry, type SelectionWorld } from '../../support/selection-world.ts';
import { workerContext } from '../../support/worker-context.ts';

const close = ({ campaignService, entryService, queues }: SelectionWorld) =>
  closeBooks(
    { campaignId: 'summer-tour', drawId: DRAW_ID },
    workerContext<'closeBooks'>({ campaignService, entryService, queues: { saveSelectionQueue: queues.saveSelectionQueue }, topics: {}, workers: {} }),
  );
const drain = async ({
  campaignCache,
  campaignStore,
  entryService,
  entryTable,
  queues: { emailJobQueue, saveSelectionQueue, verdictReporterQueue },
}: SelectionWorld) => {
  const records = saveSelectionQueue.bodies.splice(0).map((body) => ({ id: body.chunkId, body, correlationId: 'c' }));
  const services = { campaignCache, campaignStore, entryService, entryTable, queues: { emailJobQueue, verdictReporterQueue }, topics: {}, workers: {} };
  expect((await saveSelections({ records }, workerContext<'saveSelections'>(services))).failures).toEqual([]);
};
const add = (world: SelectionWorld, fan: string, entry: HeldEntry = { verdict: 'PENDING' }): void => {
  world.replica.set(fan, entry);
  world.table.set(fan, { verdict: entry.verdict });
};
const fansIn = (world: SelectionWorld) =>
  world.queues.saveSelectionQueue.bodies.flatMap(({ selections }) => selections.map(({ globalUserId }) => globalUserId));

describe('closing the books', () => {
  test('tells losers, and losers alone, under the first market', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'paris-1': 2 }, [['london-1']], 30) });
    expect(await close(world)).toEqual({ losers: 30, bystanders: 0 });
    const chunks = world.queues.saveSelectionQueue.bodies;
    expect(chunks.map(({ chunkId, marketId, selections }) => [chunkId, marketId, selections.length])).toEqual([
      ['summer-tour/1/losers/1', 'london-1', 25],
      ['summer-tour/1/losers/2', 'london-1', 5],
    ]);
    expect(new Set(chunks.flatMap(({ selections }) => selections.map(({ verdict }) => verdict)))).toEqual(new Set(['LOSER']));
    expect(fansIn(world)[0]).toBe('fan-4');
  });

  test('tells who scored too little to take part, over any number of pages and parts, and counts them nowhere', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 1 }, [['london-1']], 1), minScore: 500 });
    const apart = Array.from({ length: 130 }, (_, index) => `low-${index}`);
    for (const fan of apart) add(world, fan);
    expect(await close(world)).toEqual({ losers: 1, bystanders: 130 });
    const chunks = world.queues.saveSelectionQueue.bodies;
    expect(fansIn(world).slice(1).toSorted()).toEqual(apart.toSorted());
    expect(chunks.every(({ selections }) => selections.length <= 25)).toBe(true);
    expect(chunks.map(({ counted }) => counted)).toEqual([undefined, ...chunks.slice(1).map(() => 'nobody')]);
    expect(chunks[1]?.selections[0]).toEqual({ globalUserId: expect.stringMatching(/^low-/), verdict: 'LOSER', waitlist: [] });
    await drain(world);
    expect(apart.map((fan) => world.table.get(fan)?.verdict)).toEqual(apart.map(() => 'LOSER'));
    expect(world.queues.verdictReporterQueue.bodies.map(({ counts }) => counts)).toEqual([{ winners: 0, waitlisted: 0, losers: 1, withdrawn: 0 }]);
  });

  test('leaves alone who took part and has not been told yet, who has a verdict or a code, and who ranks no market of the draw', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 3 }, [['london-1']]), minScore: 500 });
    add(world, 'waits', { verdict: 'WAITLIST' });
    add(world, 'holds', { verdict: 'PENDING', accessCode: 'OLD' });
    add(world, 'elsewhere', { verdict: 'PENDING', entry: { markets: ['berlin-1'] } });
    add(world, 'low');
    expect(await close(world)).toEqual({ losers: 0, bystanders: 1 });
    expect(fansIn(world)).toEqual(['low']);
  });

  test('an entry that came too late for the draw is told too, though everybody may take part', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 3 }) });
    add(world, 'late');
    expect(await close(world)).toEqual({ losers: 0, bystanders: 1 });
    expect(fansIn(world)).toEqual(['late']);
  });

  test('does not read the entries where everybody may take part and there are no more of them than entrants', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 3 }) });
    const entryService = { ...world.entryService, listEntries: () => Promise.reject(new Error('nobody should ask')) };
    expect(await close({ ...world, entryService })).toEqual({ losers: 0, bystanders: 0 });
  });

  test('run again it changes nothing: before its messages were saved, halfway, and after', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 1 }, [], 40), minScore: 500 });
    for (let index = 0; index < 60; index += 1) add(world, `low-${index}`);
    await close(world);
    const first = [...world.queues.saveSelectionQueue.bodies];
    await close(world);
    expect(world.queues.saveSelectionQueue.bodies.slice(first.length)).toEqual(first);
    // Half of what was sent is saved when a third run begins.
    world.queues.saveSelectionQueue.bodies.splice(3);
    await drain(world);
    await close(world);
    await drain(world);
    const told = new Map(world.table);
    expect([...told].filter(([, { verdict }]) => verdict === 'LOSER')).toHaveLength(100);
    expect(await close(world)).toEqual({ losers: 40, bystanders: 0 });
    await drain(world);
    expect(world.table).toEqual(told);
    const reports = new Map(world.queues.verdictReporterQueue.bodies.map(({ reportId, counts }) => [reportId, counts.losers]));
    expect([...reports.values()].reduce((sum, losers) => sum + losers, 0)).toBe(40);
  });

  test('who withdrew or was erased meanwhile is no failure', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 1 }, [], 1), minScore: 500 });
    add(world, 'low-1');
    add(world, 'low-2');
    await close(world);
    world.withdraw('low-1');
    await drain(world);
    expect([world.table.has('low-1'), world.table.get('low-2')?.verdict]).toEqual([false, 'LOSER']);
  });

  test('who has lost may still win a later draw, and a winner loses nothing to a late message', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 1 }), minScore: 500 });
    add(world, 'low');
    await close(world);
    const late = [...world.queues.saveSelectionQueue.bodies];
    await drain(world);
    const won = { globalUserId: 'low', verdict: 'WINNER' as const, position: 1, accessCode: 'CODE-1', waitlist: [] };
    world.queues.saveSelectionQueue.bodies.push({
      ...{ chunkId: 'summer-tour/2/london-1/1', campaignId: 'summer-tour', marketId: 'london-1', drawId: 'summer-tour/2', codes: 'unique' },
      selections: [won],
    });
    await drain(world);
    world.queues.saveSelectionQueue.bodies.push(...late);
    await drain(world);
    expect(world.table.get('low')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-1' });
  });

  test('chunks that the queue does not take fail the step, so that it is repeated', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 1 }), minScore: 500 });
    add(world, 'low');
    world.queues.saveSelectionQueue.refuse = ({ chunkId }) => chunkId.includes('bystanders');
    await expect(close(world)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
  });

  test('an Entry Service that fails halfway fails the step', async () => {
    const world = createSelectionWorld({ results: drawnResults({ 'london-1': 1 }), minScore: 500 });
    for (let index = 0; index < 200; index += 1) add(world, `low-${index}`);
    let calls = 0;
    const listEntries: typeof world.entryService.listEntries = (request) => {
      calls += 1;
      return calls === 3 ? Promise.reject(new Error('no answer')) : world.entryService.listEntries(request);
    };
    await expect(close({ ...world, entryService: { ...world.entryService, listEntries } })).rejects.toThrow('no answer');
  });
});
