import type { EmailJobKey } from '../../domain/email-job.ts';
import { takeInRequests } from '../take-in-requests.ts';
import type { Batch, BatchResult, Worker } from '../worker.ts';

const JOBS_A_REQUEST = 100;

interface PlanCount extends Readonly<Record<string, number>> {
  readonly received: number;
  readonly failed: number;
  readonly planned: number;
  /** That were planned before, by a message that came twice. */
  readonly known: number;
}

/** Plans the mails that other workers ask for, to go out at once. A job's key is unique, so repeating plans only the rest. */
export const planEmailJobs: Worker<'planEmailJobs', Batch<EmailJobKey>, BatchResult<PlanCount>> = async ({ records }, { services, clock, correlationId }) => {
  const count = { planned: 0, known: 0 };
  const sendAt = new Date(clock.now()).toISOString();
  const failures = await takeInRequests(records, JOBS_A_REQUEST, async (chunk) => {
    const jobs = chunk.map(({ body: { campaignId, marketId, globalUserId, template, occurrence } }) => ({
      campaignId,
      marketId,
      globalUserId,
      template,
      occurrence,
      sendAt,
    }));
    const answer = await services.userService.enqueueEmailJobs({ body: { jobs } }, { correlationId });
    count.planned += answer.planned;
    count.known += answer.known;
    return [];
  });
  return { failures, count: { received: records.length, failed: failures.length, ...count } };
};
