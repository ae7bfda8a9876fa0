import { expect, test } from 'vitest';
import { notificationGenerator } from '../../../src/workers/notification/notification-generator.ts';
import { createNotificationWorld } from '../../support/notification-world.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { market } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const due = '2027-02-12T08:00:00.000Z';
const presaleStarted = { ...market().event, presaleDateTime: '2027-02-11T10:00:00.000Z' };

const run = (world: ReturnType<typeof createNotificationWorld>, at: string) => {
  const { campaignService, entryService, dataQueue } = world;
  const services = { campaignService, entryService, queues: { dataQueue }, topics: {}, workers: {} };
  return notificationGenerator({}, workerContext<'notificationGenerator'>(services, createSetClock(Date.parse(at))));
};

test('announces what falls due in the coming day, and says for how many markets and winners', async () => {
  const world = createNotificationWorld({}, [market(), market({ id: 'paris-1' })]);
  world.winners.set('london-1', ['fan-1', 'fan-2']);
  expect(await run(world, '2027-02-11T00:00:00Z')).toEqual({ marketCount: 0, userCount: 0 });
  expect(await run(world, '2027-02-12T00:00:00Z')).toEqual({ marketCount: 2, userCount: 2 });
  expect(world.notification()).toEqual({ dueAt: due, plannedAt: null, notifiedAt: null });
});

test('run twice it announces once', async () => {
  const world = createNotificationWorld();
  await run(world, '2027-02-12T00:00:00Z');
  expect(await run(world, '2027-02-12T00:00:01Z')).toEqual({ marketCount: 0, userCount: 0 });
});

test('leaves campaigns alone whose reminders are off, and those that are not public yet', async () => {
  const off = createNotificationWorld({ options: { automatedReminders: false, showAccessCode: true, maxMarkets: 2 } });
  const draft = createNotificationWorld({ status: 'PREVIEW' });
  for (const world of [off, draft]) {
    expect(await run(world, '2027-02-12T00:00:00Z')).toEqual({ marketCount: 0, userCount: 0 });
    expect(world.notification()).toBeNull();
  }
  expect(draft.records).toEqual([]);
});

test('reports each market whose presale is ahead to the data pipeline', async () => {
  const world = createNotificationWorld({}, [market(), market({ id: 'paris-1', event: presaleStarted })]);
  world.winners.set('london-1', ['fan-1']);
  await run(world, '2027-02-12T00:00:00Z');
  expect(world.records).toEqual([
    {
      type: 'REGISTERED_MARKET',
      at: '2027-02-12T00:00:00.000Z',
      data: { campaignId: 'summer-tour', marketId: 'london-1', entrants: 6, winners: 1, codes: 1 },
    },
  ]);
});

test('reports every market of an open campaign', async () => {
  const world = createNotificationWorld({ status: 'OPEN' }, [market(), market({ id: 'paris-1', event: presaleStarted })]);
  await run(world, '2027-02-12T00:00:00Z');
  expect(world.records).toHaveLength(2);
});
