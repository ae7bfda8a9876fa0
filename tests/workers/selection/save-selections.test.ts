import { describe, expect, test } from 'vitest';
import type { MarketNotification } from '../../../src/domain/campaign.ts';
import type { Selection, SelectionChunk } from '../../../src/domain/message.ts';
import { describeError } from '../../../src/errors.ts';
import { saveSelections } from '../../../src/workers/selection/save-selections.ts';
import { createSelectionWorld, DRAW_ID, drawnResults, type SelectionWorld } from '../../support/selection-world.ts';
import { market } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const winner = (number: number, changes: Partial<Selection> = {}): Selection => ({
  globalUserId: `fan-${number}`,
  verdict: 'WINNER',
  position: number,
  accessCode: `CODE-${number}`,
  waitlist: [],
  ...changes,
});
const chunk = (chunkId: string, selections: readonly Selection[]): SelectionChunk => ({
  chunkId,
  campaignId: 'summer-tour',
  marketId: 'london-1',
  drawId: DRAW_ID,
  codes: 'unique',
  selections,
});
const save = (
  { campaignCache, campaignStore, entryService, entryTable, queues: { emailJobQueue, verdictReporterQueue } }: SelectionWorld,
  ...bodies: SelectionChunk[]
) =>
  saveSelections(
    { records: bodies.map((body, index) => ({ id: `message-${index + 1}`, body, correlationId: `correlation-${index + 1}` })) },
    workerContext<'saveSelections'>({
      campaignCache,
      campaignStore,
      entryService,
      entryTable,
      queues: { emailJobQueue, verdictReporterQueue },
      topics: {},
      workers: {},
    }),
  );
const worldOf = (fans: number) => createSelectionWorld({ results: drawnResults({ 'london-1': fans }) });
const waiting = { verdict: 'WAITLIST', waitlist: [{ marketId: 'london-1', place: 1 }] } as const;
const withoutCode = ({ accessCode: _, ...selection }: Selection): Selection => selection;

describe('saving selections', () => {
  test('verdict and code are in the Entry Service and the table, and the chunk is counted', async () => {
    const world = worldOf(3);
    const lost = withoutCode(winner(3, { verdict: 'LOSER' }));
    const result = await save(world, chunk('c1', [winner(1), withoutCode(winner(2, waiting)), lost]));
    expect(result).toEqual({ failures: [], count: { received: 1, failed: 0, winners: 1, waitlisted: 1, losers: 1, withdrawn: 0 } });
    for (const held of [world.replica, world.table])
      expect([...held.values()]).toEqual([{ verdict: 'WINNER', accessCode: 'CODE-1' }, { verdict: 'WAITLIST' }, { verdict: 'LOSER' }]);
    expect(world.queues.verdictReporterQueue.bodies).toEqual([
      { reportId: 'c1', campaignId: 'summer-tour', marketId: 'london-1', drawId: DRAW_ID, counts: { winners: 1, waitlisted: 1, losers: 1, withdrawn: 0 } },
    ]);
  });

  test('a second time changes nothing, and reports under the same id', async () => {
    const world = worldOf(2);
    await save(world, chunk('c1', [winner(1), winner(2)]));
    const before = new Map(world.table);
    const { failures } = await save(world, chunk('c1', [winner(1), winner(2)]));
    expect(failures).toEqual([]);
    expect(world.table).toEqual(before);
    const [first, second] = world.queues.verdictReporterQueue.bodies;
    expect(second).toEqual(first);
  });

  test('who withdrew is counted, and is no failure', async () => {
    const world = worldOf(2);
    world.withdraw('fan-2');
    const { failures, count } = await save(world, chunk('c1', [winner(1), winner(2)]));
    expect([failures, count]).toEqual([[], { received: 1, failed: 0, winners: 1, waitlisted: 0, losers: 0, withdrawn: 1 }]);
  });

  test('who withdraws between the two writes is counted as withdrawn', async () => {
    const world = worldOf(1);
    world.table.delete('fan-1');
    expect((await save(world, chunk('c1', [winner(1)]))).count).toMatchObject({ winners: 0, withdrawn: 1 });
  });

  test('where the replica is late the message comes again', async () => {
    const world = worldOf(2);
    world.replica.delete('fan-2');
    const { failures } = await save(world, chunk('c1', [winner(1), winner(2)]));
    expect(failures).toEqual([{ id: 'message-1', error: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }) }]);
    expect(world.queues.verdictReporterQueue.bodies).toEqual([]);
    world.replica.set('fan-2', { verdict: 'PENDING' });
    expect((await save(world, chunk('c1', [winner(1), winner(2)]))).failures).toEqual([]);
  });

  test('a code that another fan holds fails its chunk alone, names nobody, and the others of the chunk have their verdicts', async () => {
    const world = worldOf(4);
    world.replica.set('fan-4', { verdict: 'WINNER', accessCode: 'CODE-2' });
    const { failures } = await save(world, chunk('c1', [winner(1), winner(2)]), chunk('c2', [winner(3)]));
    expect(failures).toEqual([{ id: 'message-1', error: expect.objectContaining({ code: 'STATE_INVALID', detail: { chunkId: 'c1', positions: [2] } }) }]);
    expect(describeError(failures[0]?.error)).not.toMatch(/fan-|CODE-/);
    expect(world.table.get('fan-1')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-1' });
    expect(world.table.get('fan-2')).toEqual({ verdict: 'PENDING' });
    expect(world.queues.verdictReporterQueue.bodies.map(({ reportId }) => reportId)).toEqual(['c2']);
  });

  test('who got another code of the market meanwhile keeps it, is no failure, and is counted by the message that gave it', async () => {
    const world = worldOf(3);
    await save(world, chunk('refresh', [winner(2, { accessCode: 'CODE-9' })]));
    const { failures } = await save(world, chunk('c1', [winner(1), winner(2), winner(3)]));
    expect(failures).toEqual([]);
    expect(world.table.get('fan-2')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-9' });
    expect(world.queues.verdictReporterQueue.bodies.map(({ reportId, counts }) => [reportId, counts.winners])).toEqual([
      ['refresh', 1],
      ['c1', 2],
    ]);
  });

  test('who has won another market is refused all the same, and so is who the table does not know as a winner yet', async () => {
    const world = worldOf(2);
    await save(world, { ...chunk('paris', [winner(1, { accessCode: 'CODE-9' })]), marketId: 'paris-1' });
    world.replica.set('fan-2', { verdict: 'WINNER', accessCode: 'CODE-8' });
    const { failures } = await save(world, chunk('c1', [winner(1), winner(2)]));
    expect(failures).toEqual([{ id: 'message-1', error: expect.objectContaining({ code: 'STATE_INVALID', detail: { chunkId: 'c1', positions: [1, 2] } }) }]);
  });

  test('a chunk that is not to be counted is saved and not reported', async () => {
    const world = worldOf(2);
    const { failures, count } = await save(world, { ...chunk('c1', [winner(1)]), counted: 'nobody' }, chunk('c2', [winner(2)]));
    expect([failures, count.winners]).toEqual([[], 2]);
    expect(world.table.get('fan-1')).toMatchObject({ verdict: 'WINNER' });
    expect(world.queues.verdictReporterQueue.bodies.map(({ reportId }) => reportId)).toEqual(['c2']);
  });

  test('of a message of a refresh winners are counted, and who withdrew is not', async () => {
    const world = worldOf(2);
    world.withdraw('fan-2');
    await save(world, { ...chunk('c1', [winner(1)]), counted: 'winners' }, { ...chunk('c2', [winner(2)]), counted: 'winners' });
    expect(world.queues.verdictReporterQueue.bodies.map(({ reportId, counts }) => [reportId, counts.winners, counts.withdrawn])).toEqual([
      ['c1', 1, 0],
      ['c2', 0, 0],
    ]);
  });

  test('who was promoted meanwhile stays a winner, and a late waitlist is no failure', async () => {
    const world = worldOf(1);
    await save(world, chunk('promotion', [winner(1)]));
    expect((await save(world, chunk('late', [withoutCode(winner(1, waiting))]))).failures).toEqual([]);
    expect(world.table.get('fan-1')).toEqual({ verdict: 'WINNER', accessCode: 'CODE-1' });
  });

  test('a chunk whose count could not be sent comes again', async () => {
    const world = worldOf(2);
    world.queues.verdictReporterQueue.refuse = ({ reportId }) => reportId === 'c1';
    expect((await save(world, chunk('c1', [winner(1)]), chunk('c2', [winner(2)]))).failures.map(({ id }) => id)).toEqual(['message-1']);
  });

  test('an Entry Service that does not answer fails the message', async () => {
    const world = worldOf(1);
    const entryService = { assignCodes: () => Promise.reject(new Error('no answer')) };
    expect((await save({ ...world, entryService: { ...world.entryService, ...entryService } }, chunk('c1', [winner(1)]))).failures).toHaveLength(1);
    expect(world.table.get('fan-1')).toEqual({ verdict: 'PENDING' });
  });
});

describe('results', () => {
  const tellingWorld = (fans: number) => {
    const world = worldOf(fans);
    world.campaignOptions.automatedResults = true;
    return world;
  };
  const told = ({ queues }: SelectionWorld) =>
    queues.emailJobQueue.bodies.map(({ globalUserId, marketId, template, occurrence }) => [globalUserId, marketId, template, occurrence]);
  const lost = (number: number) => withoutCode(winner(number, { verdict: 'LOSER' }));

  test('each fan is told the verdict, a winner with the market', async () => {
    const world = tellingWorld(3);
    expect((await save(world, chunk('c1', [winner(1), withoutCode(winner(2, waiting)), lost(3)]))).failures).toEqual([]);
    expect(told(world)).toEqual([
      ['fan-1', 'london-1', 'result', `${DRAW_ID}/WINNER`],
      ['fan-2', null, 'result', `${DRAW_ID}/WAITLIST`],
      ['fan-3', null, 'result', `${DRAW_ID}/LOSER`],
    ]);
  });

  test('a chunk that comes again names the same mails; who withdrew or has more already is told nothing', async () => {
    const world = tellingWorld(3);
    await save(world, chunk('c1', [winner(1)]));
    await save(world, chunk('c1', [winner(1)]));
    const [first, again] = world.queues.emailJobQueue.bodies;
    expect(again).toEqual(first);
    world.withdraw('fan-2');
    await save(world, chunk('late', [withoutCode(winner(1, waiting)), winner(2)]));
    expect(told(world)).toHaveLength(2);
  });

  test('who waits and is promoted is told again', async () => {
    const world = tellingWorld(1);
    await save(world, chunk('c1', [withoutCode(winner(1, waiting))]));
    await save(world, chunk('promotion', [winner(1)]));
    expect(told(world).map(([, , , occurrence]) => occurrence)).toEqual([`${DRAW_ID}/WAITLIST`, `${DRAW_ID}/WINNER`]);
  });

  test('nobody is told where the campaign does not ask for it', async () => {
    const world = worldOf(2);
    await save(world, chunk('c1', [winner(1), lost(2)]));
    expect(told(world)).toEqual([]);
  });

  test('a winner who comes too late for the plan of the reminders gets one all the same, unless a result tells of the place', async () => {
    const dueAt = '2027-02-12T08:00:00.000Z';
    const planned = { dueAt, plannedAt: dueAt, notifiedAt: null };
    const lateWorld = (notification: MarketNotification | null, presaleDateTime = '2099-01-01T00:00:00.000Z') =>
      createSelectionWorld({
        results: drawnResults({ 'london-1': 3 }),
        markets: [market({ notification, event: { ...market().event, presaleDateTime } })],
      });
    const told = async (world: SelectionWorld) => {
      await save(world, chunk('c1', [winner(1), lost(2)]));
      return world.queues.emailJobQueue.bodies.map(({ globalUserId, marketId, template, occurrence }) => [globalUserId, marketId, template, occurrence]);
    };
    expect(await told(lateWorld(planned))).toEqual([['fan-1', 'london-1', 'reminder', dueAt]]);
    expect(await told(lateWorld(null))).toEqual([]);
    expect(await told(lateWorld({ ...planned, plannedAt: null }))).toEqual([]);
    expect(await told(lateWorld(planned, '2001-01-01T00:00:00.000Z'))).toEqual([]);
    const both = lateWorld(planned);
    both.campaignOptions.automatedResults = true;
    expect((await told(both)).map(([, , template]) => template)).toEqual(['result', 'result']);
    const off = lateWorld(planned);
    off.campaignOptions.automatedReminders = false;
    expect(await told(off)).toEqual([]);
  });

  test('a chunk one of whose mails the queue does not take comes again once, and is counted when all are taken', async () => {
    const world = tellingWorld(3);
    world.queues.emailJobQueue.refuse = ({ globalUserId }) => globalUserId !== 'fan-3';
    const { failures, count } = await save(world, chunk('c1', [winner(1), winner(2)]), chunk('c2', [winner(3)]));
    expect(failures.map(({ id }) => id)).toEqual(['message-1']);
    expect(count).toMatchObject({ received: 2, failed: 1, winners: 1 });
    expect(world.queues.verdictReporterQueue.bodies.map(({ reportId }) => reportId)).toEqual(['c2']);
  });
});
