import { expect, test } from 'vitest';
import { announced } from '../../../src/domain/reminder.ts';
import { getMarketsToNotify } from '../../../src/workers/notification/get-markets-to-notify.ts';
import { createNotificationWorld } from '../../support/notification-world.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { market } from '../../support/summer-tour.ts';
import { workerContext } from '../../support/worker-context.ts';

const due = '2027-02-12T08:00:00.000Z';
const run = ({ campaignService }: ReturnType<typeof createNotificationWorld>, at: string) =>
  getMarketsToNotify({}, workerContext<'getMarketsToNotify'>({ campaignService, queues: {}, topics: {}, workers: {} }, createSetClock(Date.parse(at))));

test('names markets that are due and not planned, each with its campaign', async () => {
  const world = createNotificationWorld({}, [
    market({ notification: announced(due) }),
    market({ id: 'later', notification: announced('2027-02-12T09:00:00.000Z') }),
    market({ id: 'planned', notification: { ...announced(due), plannedAt: due } }),
    market({ id: 'past', event: { ...market().event, presaleDateTime: '2027-02-12T08:30:00.000Z' } }),
  ]);
  expect(await run(world, '2027-02-12T08:30:00Z')).toEqual({ marketIds: ['london-1'], campaignIds: ['summer-tour'] });
});

test('clears a reminder that the presale has overtaken', async () => {
  const world = createNotificationWorld({}, [market({ notification: announced(due) })]);
  expect(await run(world, '2027-02-12T10:00:00Z')).toEqual({ marketIds: [], campaignIds: [] });
  expect(world.notification()).toBeNull();
});

test('announces a second reminder of the same day once it is due', async () => {
  const second = '2027-02-12T09:00:00.000Z';
  const { date } = (await createNotificationWorld().campaignService.getCampaign({ params: { campaignId: 'summer-tour' } })).campaign;
  const planned = market({ notification: { ...announced(due), plannedAt: due } });
  const world = createNotificationWorld({ date: { ...date, reminders: [due, second] } }, [planned]);
  expect((await run(world, second)).marketIds).toEqual(['london-1']);
  expect(world.notification()).toEqual(announced(second));
});

test('announces a reminder that came into the campaign after the daily run, once it is due', async () => {
  const world = createNotificationWorld();
  expect((await run(world, '2027-02-12T07:59:59Z')).marketIds).toEqual([]);
  expect(world.notification()).toBeNull();
  expect((await run(world, due)).marketIds).toEqual(['london-1']);
  expect(world.notification()).toEqual(announced(due));
});
