import { describe, expect, test } from 'vitest';
import type { EntryItem } from '../../../src/domain/entry.ts';
import type { VerdictReport } from '../../../src/domain/message.ts';
import { describeError } from '../../../src/errors.ts';
import { markAssignedCodes } from '../../../src/workers/selection/mark-assigned-codes.ts';
import { reportVerdicts } from '../../../src/workers/selection/report-verdicts.ts';
import { entryItem } from '../../support/entry-item.ts';
import { createSelectionWorld, DRAW_ID, type SelectionWorld } from '../../support/selection-world.ts';
import { workerContext } from '../../support/worker-context.ts';

const won = (number: number, changes: Partial<EntryItem> = {}): EntryItem =>
  entryItem({
    globalUserId: `fan-${number}`,
    verdict: 'WINNER',
    accessCode: `CODE-${number}`,
    selection: { drawId: DRAW_ID, position: number, marketId: 'london-1', waitlist: [] },
    ...changes,
  });
const mark = ({ codeService }: Pick<SelectionWorld, 'codeService'>, ...items: EntryItem[]) =>
  markAssignedCodes(
    {
      records: items.map((newImage, index) => ({
        id: String(index + 1),
        body: { eventName: 'MODIFY', keys: newImage, at: newImage.updatedAt, newImage },
        correlationId: 'c',
      })),
    },
    workerContext<'markAssignedCodes'>({ codeService, queues: {}, topics: {}, workers: {} }),
  );

describe('marking codes', () => {
  test('a new winner has their code marked, once however often the stream tells it', async () => {
    const world = createSelectionWorld();
    expect((await mark(world, won(1), won(2))).count).toEqual({ received: 2, assigned: 2, unchanged: 0, failed: 0 });
    expect((await mark(world, won(1))).count).toMatchObject({ assigned: 0, unchanged: 1 });
    expect(world.heldCodes.get('CODE-2')).toEqual({ marketId: 'london-1', globalUserId: 'fan-2' });
  });

  test('a shared code is not marked, as the Code Service does not keep it', async () => {
    const world = createSelectionWorld();
    const selection = { drawId: DRAW_ID, position: 1, marketId: 'london-1', sharedCode: true, waitlist: [] } as const;
    expect(await mark(world, won(1, { selection }))).toMatchObject({ failures: [], count: { received: 1, assigned: 0 } });
    expect(world.heldCodes.size).toBe(0);
  });

  test('an entry that has not won, or has no code, is passed over', async () => {
    const world = createSelectionWorld();
    const { accessCode: _, ...withoutCode } = won(1);
    expect(await mark(world, withoutCode, won(2, { verdict: 'WAITLIST' }))).toMatchObject({ failures: [], count: { assigned: 0 } });
  });

  test('a code that another fan holds fails its record, without saying whose or which', async () => {
    const world = createSelectionWorld();
    world.heldCodes.set('CODE-2', { marketId: 'london-1', globalUserId: 'fan-9' });
    const { failures } = await mark(world, won(1), won(2), won(3));
    expect(failures).toEqual([{ id: '2', error: expect.objectContaining({ code: 'STATE_INVALID' }) }]);
    expect(describeError(failures[0]?.error)).not.toMatch(/fan-|CODE-/);
  });

  test('where the Code Service does not answer, all its records fail', async () => {
    const codeService = { ...createSelectionWorld().codeService, markAssigned: () => Promise.reject(new Error('no answer')) };
    expect((await mark({ codeService }, won(1), won(2))).failures.map(({ id }) => id)).toEqual(['1', '2']);
  });
});

const report = (number: number, marketId = 'london-1'): VerdictReport => ({
  reportId: `chunk-${number}`,
  campaignId: 'summer-tour',
  marketId,
  drawId: DRAW_ID,
  counts: { winners: number, waitlisted: 0, losers: 0, withdrawn: 0 },
});
const add = ({ campaignService, entryService, queues }: SelectionWorld, ...bodies: VerdictReport[]) =>
  reportVerdicts(
    { records: bodies.map((body, index) => ({ id: `message-${index + 1}`, body, correlationId: `correlation-${index + 1}` })) },
    workerContext<'reportVerdicts'>({ campaignService, entryService, queues: { dataQueue: queues.dataQueue }, topics: {}, workers: {} }),
  );

describe('reporting verdicts', () => {
  test('counts are added once each, and each touched market is told once', async () => {
    const world = createSelectionWorld();
    const reports = [...Array.from({ length: 30 }, (_, index) => report(index + 1)), report(99, 'paris-1'), report(1)];
    expect(await add(world, ...reports)).toEqual({ failures: [], count: { received: 32, added: 31, known: 1, failed: 0 } });
    expect(world.reports.size).toBe(31);
    expect(world.queues.dataQueue.bodies).toEqual([
      {
        type: 'REGISTERED_MARKET',
        at: '2027-02-01T10:00:00.000Z',
        data: { campaignId: 'summer-tour', marketId: 'london-1', entrants: 9, winners: 3, codes: 2 },
      },
      {
        type: 'REGISTERED_MARKET',
        at: '2027-02-01T10:00:00.000Z',
        data: { campaignId: 'summer-tour', marketId: 'paris-1', entrants: 0, winners: 0, codes: 0 },
      },
    ]);
  });

  test('what could not be added fails, and is not told of', async () => {
    const world = createSelectionWorld();
    const addVerdictCounts = () => Promise.reject(new Error('no answer'));
    const { failures } = await add({ ...world, campaignService: { ...world.campaignService, addVerdictCounts } }, report(1), report(2));
    expect(failures.map(({ id }) => id)).toEqual(['message-1', 'message-2']);
    expect(world.queues.dataQueue.bodies).toEqual([]);
  });

  test('a market that could not be told comes again, and is not added twice', async () => {
    const world = createSelectionWorld();
    world.queues.dataQueue.refuse = () => true;
    expect((await add(world, report(1))).failures.map(({ id }) => id)).toEqual(['message-1']);
    world.queues.dataQueue.refuse = null;
    expect(await add(world, report(1))).toMatchObject({ failures: [], count: { added: 0, known: 1 } });
    expect(world.queues.dataQueue.bodies).toHaveLength(1);
  });
});
