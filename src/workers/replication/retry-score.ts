import { type EntryKey, entryPartitionKey } from '../../domain/entry.ts';
import { RegError } from '../../errors.ts';
import { takeInRequests } from '../take-in-requests.ts';
import type { Batch, BatchResult, Worker } from '../worker.ts';

/** The mission's request size towards the Entry Service. */
const ENTRIES_A_REQUEST = 25;

/** Has the Entry Service score entries again whose score failed; one that fails again is tried again by the queue. */
export const retryScore: Worker<'retryScore', Batch<EntryKey>, BatchResult> = async ({ records }, { services, correlationId }) => {
  const failures = await takeInRequests(records, ENTRIES_A_REQUEST, async (chunk) => {
    const entries = [...new Map(chunk.map(({ body }) => [entryPartitionKey(body), body])).values()];
    const { failed } = await services.entryService.refreshScores({ body: { entries } }, { correlationId });
    const unscored = new Set(failed.map(entryPartitionKey));
    return chunk
      .filter(({ body }) => unscored.has(entryPartitionKey(body)))
      .map(({ id }) => ({ id, error: new RegError('SERVICE_UNAVAILABLE', 'The Entry Service could not score the entry. It is asked again later.') }));
  });
  return { failures, count: { received: records.length, scored: records.length - failures.length, failed: failures.length } };
};
