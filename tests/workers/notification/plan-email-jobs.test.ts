import { expect, test } from 'vitest';
import type { EmailJobKey } from '../../../src/domain/email-job.ts';
import { RegError } from '../../../src/errors.ts';
import { planEmailJobs } from '../../../src/workers/notification/plan-email-jobs.ts';
import { createNotificationWorld } from '../../support/notification-world.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { workerContext } from '../../support/worker-context.ts';

const NOW = Date.UTC(2027, 1, 1, 10);
const receipt = (fan: string): EmailJobKey => ({
  campaignId: 'summer-tour',
  marketId: null,
  globalUserId: fan,
  template: 'receipt',
  occurrence: '2027-02-01T10:00:00.000Z',
});
const plan = (world: ReturnType<typeof createNotificationWorld>, fans: readonly string[]) =>
  planEmailJobs(
    { records: fans.map((fan) => ({ id: `message of ${fan}`, body: receipt(fan), correlationId: 'c' })) },
    workerContext<'planEmailJobs'>({ userService: world.userService, queues: {}, topics: {}, workers: {} }, createSetClock(NOW)),
  );
const fans = Array.from({ length: 250 }, (_, index) => `fan-${index}`);

test('mails are planned to go out at once, 100 a request', async () => {
  const world = createNotificationWorld();
  const requests: number[] = [];
  world.faults.enqueue = (jobs) => {
    requests.push(jobs.length);
  };
  expect(await plan(world, fans)).toEqual({ failures: [], count: { received: 250, failed: 0, planned: 250, known: 0 } });
  expect(requests).toEqual([100, 100, 50]);
  expect([...world.jobs.values()][0]).toEqual({ ...receipt('fan-0'), sendAt: '2027-02-01T10:00:00.000Z' });
});

test('a message that comes twice plans nothing new', async () => {
  const world = createNotificationWorld();
  await plan(world, ['ann', 'bob']);
  expect(await plan(world, ['ann', 'bob', 'bob', 'cam'])).toEqual({ failures: [], count: { received: 4, failed: 0, planned: 1, known: 3 } });
});

test('a request that fails fails its own messages alone; for one that is refused for good the others go by themselves', async () => {
  const world = createNotificationWorld();
  world.faults.enqueue = (jobs) => {
    if (jobs.some(({ globalUserId }) => globalUserId === 'fan-120')) throw new RegError('SERVICE_UNAVAILABLE', 'down');
    if (jobs.some(({ globalUserId }) => globalUserId === 'fan-7')) throw new RegError('INPUT_INVALID', 'no');
  };
  const { failures, count } = await plan(world, fans);
  expect(failures.map(({ id }) => id).toSorted()).toEqual(['message of fan-7', ...fans.slice(100, 200).map((fan) => `message of ${fan}`)].toSorted());
  expect(count).toEqual({ received: 250, failed: 101, planned: 149, known: 0 });
});
