import type { Worker } from '../worker.ts';

const MAILS_A_REQUEST = 100;
/** Well before the schedule's next run and the function's timeout; what is left then is sent by the next run. */
const WORKS_FOR_MS = 50_000;

interface ReminderTotals {
  readonly sent: number;
  readonly failed: number;
  readonly ambiguous: number;
  readonly skipped: number;
  readonly remaining: number;
}

/** Has the User Service send what is due, a request after the other until nothing is. */
export const triggerReminderEmail: Worker<'triggerReminderEmail', unknown, ReminderTotals> = async (_, { services, clock, correlationId }) => {
  const until = clock.now() + WORKS_FOR_MS;
  const total = { sent: 0, failed: 0, ambiguous: 0, skipped: 0, remaining: 0 };
  do {
    const answer = await services.userService.sendDue({ body: { limit: MAILS_A_REQUEST } }, { correlationId });
    total.sent += answer.sent;
    total.failed += answer.failed;
    total.ambiguous += answer.ambiguous;
    total.skipped += answer.skipped;
    total.remaining = answer.remaining;
  } while (total.remaining > 0 && clock.now() < until);
  return total;
};
