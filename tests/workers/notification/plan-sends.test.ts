import { expect, test } from 'vitest';
import { announced, TARGET_RATE } from '../../../src/domain/reminder.ts';
import { RegError } from '../../../src/errors.ts';
import { getMarketsToNotify } from '../../../src/workers/notification/get-markets-to-notify.ts';
import { planSends } from '../../../src/workers/notification/plan-sends.ts';
import { createNotificationWorld } from '../../support/notification-world.ts';
import { createSetClock, type SetClock } from '../../support/set-clock.ts';
import { market } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const due = '2027-02-12T08:00:00.000Z';
const fans = (count: number): string[] => Array.from({ length: count }, (_, index) => `fan-${String(index).padStart(5, '0')}`);
type World = ReturnType<typeof createNotificationWorld>;

const worldOf = (winners: number): World => {
  const world = createNotificationWorld({}, [market({ notification: announced(due), capacity: 3000 })]);
  world.winners.set('london-1', fans(winners));
  return world;
};

const run = ({ campaignService, entryService, userService }: World, clock: SetClock = createSetClock(Date.parse(due))) => {
  const look = () => getMarketsToNotify({}, workerContext<'getMarketsToNotify'>({ campaignService, queues: {}, topics: {}, workers: {} }, clock));
  const services = { campaignService, entryService, userService, queues: {}, topics: {}, workers: { getMarketsToNotify: look } };
  return planSends({}, workerContext<'planSends'>(services, clock));
};

test('plans every winner once, ten a second from the due time on, and says when it was planned', async () => {
  const world = worldOf(2345);
  expect(await run(world)).toEqual({ plannedCount: 2345, errors: [] });
  const times = [...world.jobs.values()].map(({ sendAt }) => Date.parse(sendAt) - Date.parse(due));
  expect(times.slice(0, 12)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100]);
  expect(times.at(-1)).toBe(234_400);
  expect([...world.jobs.values()][0]).toMatchObject({ campaignId: 'summer-tour', marketId: 'london-1', template: 'reminder', occurrence: due });
  expect(world.notification()).toEqual({ dueAt: due, plannedAt: due, notifiedAt: null });
});

test('run again it plans nobody', async () => {
  const world = worldOf(10);
  await run(world);
  expect(await run(world)).toEqual({ plannedCount: 0, errors: [] });
});

test.each([
  ['at once', 0],
  ['an hour later', 3_600_000],
])('a run that broke off is made up for %s: the rest is planned at the same rate behind the first, and nobody twice', async (_, wait) => {
  const world = worldOf(250);
  let requests = 0;
  world.faults.enqueue = () => {
    requests += 1;
    if (requests === 2) throw new Error('the process ended');
  };
  const clock = createSetClock(Date.parse(due));
  expect(await run(world, clock)).toMatchObject({ plannedCount: 0, errors: [{ marketId: 'london-1' }] });
  expect(world.jobs.size).toBe(100);
  expect(world.notification()?.plannedAt).toBeNull();
  clock.advance(wait);
  expect(await run(world, clock)).toEqual({ plannedCount: 150, errors: [] });
  const times = [...world.jobs.values()].map(({ sendAt }) => Date.parse(sendAt));
  expect(times.slice(100).map((time) => time - clock.now())).toEqual(Array.from({ length: 150 }, (_, index) => 10_000 + index * 100));
  for (const start of times) expect(times.filter((time) => time >= start && time < start + 1000).length).toBeLessThanOrEqual(TARGET_RATE);
});

test('shortly before the presale the rate rises, so that the last is out in time', async () => {
  const world = worldOf(3000);
  const presale = Date.parse(market().event.presaleDateTime);
  await run(world, createSetClock(presale - 60_000));
  const times = [...world.jobs.values()].map(({ sendAt }) => Date.parse(sendAt));
  expect(times).toHaveLength(3000);
  expect(Math.min(...times)).toBe(presale - 60_000);
  expect(Math.max(...times)).toBeLessThan(presale);
});

test('one market that fails does not stop the others', async () => {
  const world = createNotificationWorld({}, [market({ notification: announced(due) }), market({ id: 'paris-1', notification: announced(due) })]);
  world.winners.set('london-1', ['fan-1']).set('paris-1', ['fan-2']);
  world.faults.enqueue = ([job]) => {
    if (job?.marketId === 'london-1') throw new Error('boom');
  };
  expect(await run(world)).toMatchObject({ plannedCount: 1, errors: [{ marketId: 'london-1' }] });
  expect(world.notification('paris-1')?.plannedAt).toBe(due);
});

test('a service that is away for a moment fails the run once the other markets are planned, so that it comes again soon', async () => {
  const world = createNotificationWorld({}, [market({ notification: announced(due) }), market({ id: 'paris-1', notification: announced(due) })]);
  world.winners.set('london-1', ['fan-1']).set('paris-1', ['fan-2']);
  let failures = 1;
  world.faults.enqueue = () => {
    if (failures-- > 0) throw new RegError('SERVICE_UNAVAILABLE', 'away');
  };
  await expect(run(world)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(world.notification('paris-1')?.plannedAt).toBe(due);
  expect(await run(world)).toEqual({ plannedCount: 1, errors: [] });
});

test('a market without winners waits for its draw', async () => {
  const world = worldOf(0);
  expect(await run(world)).toEqual({ plannedCount: 0, errors: [] });
  expect(world.notification()?.plannedAt).toBeNull();
  world.winners.set('london-1', fans(3));
  expect((await run(world)).plannedCount).toBe(3);
});
