import type { EntryChange } from '../../domain/message.ts';
import { sendFailures } from '../send-failures.ts';
import type { Batch, BatchResult, Worker } from '../worker.ts';

/**
 * Passes on changes of entries that need replication, and removals. The event source mapping filters already;
 * what reaches this worker all the same (a replay, a mapping without filters) is dropped here.
 */
export const enqueueEntries: Worker<'enqueueEntries', Batch<EntryChange>, BatchResult> = async ({ records }, { services }) => {
  const wanted = records.filter(({ body }) => body.eventName === 'REMOVE' || body.newImage?.needsReplication === true);
  const sent = await services.queues.saveEntriesQueue.send(wanted.map(({ body, correlationId, traceparent }) => ({ body, correlationId, traceparent })));
  const failures = sendFailures(
    'saveEntriesQueue',
    wanted.map(({ id }) => id),
    sent,
  );
  return { failures, count: { received: records.length, filtered: records.length - wanted.length, enqueued: wanted.length - failures.length } };
};
