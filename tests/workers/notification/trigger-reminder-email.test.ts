import { expect, test } from 'vitest';
import { triggerReminderEmail } from '../../../src/workers/notification/trigger-reminder-email.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { workerContext } from '../../support/worker-context.ts';

test('sends until nothing is due, and adds up what came of it', async () => {
  const answers = [
    { sent: 90, failed: 4, ambiguous: 3, skipped: 3, remaining: 7 },
    { sent: 7, failed: 0, ambiguous: 0, skipped: 0, remaining: 0 },
    { sent: 1, failed: 0, ambiguous: 0, skipped: 0, remaining: 0 },
  ];
  const sendDue = async () => answers.shift() ?? { sent: 0, failed: 0, ambiguous: 0, skipped: 0, remaining: 0 };
  const total = await triggerReminderEmail({}, workerContext<'triggerReminderEmail'>({ userService: { sendDue }, queues: {}, topics: {}, workers: {} }));
  expect(total).toEqual({ sent: 97, failed: 4, ambiguous: 3, skipped: 3, remaining: 0 });
  expect(answers).toHaveLength(1);
});

test('leaves the rest to the next run when a slow mail server takes its time', async () => {
  const clock = createSetClock();
  const sendDue = async () => {
    clock.advance(20_000);
    return { sent: 1, failed: 0, ambiguous: 0, skipped: 0, remaining: 1000 };
  };
  const context = workerContext<'triggerReminderEmail'>({ userService: { sendDue }, queues: {}, topics: {}, workers: {} }, clock);
  expect(await triggerReminderEmail({}, context)).toMatchObject({ sent: 3, remaining: 1000 });
});
