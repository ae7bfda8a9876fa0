import { describeError, RegError } from '../errors.ts';
import { workers } from '../topology.ts';
import type { BatchFailure, BatchRecord } from '../workers/worker.ts';
import { type Chain, type Invocation, isBatchResult, type Middleware } from './invocation.ts';
import type { BatchAnswer } from './lambda.ts';

/**
 * From the worker's result to AWS's partial batch answer. A queue names exactly what failed; a stream names the
 * first failure and stops there, as the checkpoint goes back to it (AWS Lambda developer guide, "Reporting batch
 * item failures"). What trying again cannot mend goes to the dead letters at once and counts as handled.
 */
export const batchItemResultHandler = (chain: Chain): Middleware => {
  const { worker, metrics } = chain;
  const isStream = workers[worker].trigger.kind === 'stream';
  return {
    after: async (request) => {
      if (!isBatchResult(request.response)) throw new RegError('INTERNAL', `${chain.worker} did not answer with a batch result.`);
      const { count } = request.response;
      const { records, kept, unreadable, sourceQueue, log } = request.internal as Invocation;
      const failures = [...request.response.failures, ...unreadable];
      const byId = new Map(records.map((record) => [record.id, record]));
      checkIdentifiers(chain, byId, failures);
      request.internal.failures = failures;

      const permanent = failures.filter(({ error }) => isPermanent(error));
      if (permanent.length > 0)
        await chain.deadLetter(
          sourceQueue,
          permanent.map(({ id, error }) => {
            const record = byId.get(id) as BatchRecord<unknown>;
            return {
              recordId: id,
              reason: describeError(error),
              body: textOf(kept(record)),
              correlationId: record.correlationId,
              traceparent: record.traceparent,
            };
          }),
        );

      const passing = failures.filter(({ error }) => !isPermanent(error));
      const reported = isStream ? firstInOrder(records, passing) : passing;
      const answer: BatchAnswer = {
        batchItemFailures: reported.map(({ id }) => ({ itemIdentifier: id })),
        count,
        reasons: Object.fromEntries(reported.map(({ id, error }) => [id, describeError(error)])),
      };
      if (failures.length > 0) log.warn({ count, failed: failures.length, reason: describeError(failures[0]?.error) }, 'part of the batch failed');
      else log.debug({ count }, 'done');
      request.response = answer;
      metrics.count('recordsReceived', records.length, { worker });
      metrics.count('recordsFailed', passing.length, { worker });
      metrics.count('recordsDead', permanent.length, { worker });
      metrics.flush();
    },
    onError: ({ internal, error }) => {
      internal.log?.error({ error: describeError(error) }, 'the whole batch failed');
      const { records = [] } = internal;
      metrics.count('recordsReceived', records.length, { worker });
      metrics.count('recordsFailed', records.length, { worker });
      metrics.count('invocationsFailed', 1, { worker });
      metrics.flush();
    },
  };
};

/** What could not be read is text already. */
const textOf = (kept: unknown): string => (typeof kept === 'string' ? kept : JSON.stringify(kept));

const isPermanent = (error: unknown): boolean => error instanceof RegError && error.code === 'RECORD_INVALID';

/** An unknown or empty identifier would make AWS retry the whole batch for ever, so it is an error in our code. */
const checkIdentifiers = (chain: Chain, byId: ReadonlyMap<string, unknown>, failures: readonly BatchFailure[]): void => {
  if (failures.some(({ id }) => !byId.has(id))) {
    throw new RegError('INTERNAL', `${chain.worker} reported the failure of a record that is not in its batch.`);
  }
};

const firstInOrder = (records: readonly BatchRecord<unknown>[], failures: readonly BatchFailure[]): readonly BatchFailure[] => {
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const first = records.find(({ id }) => byId.has(id));
  const failure = first === undefined ? undefined : byId.get(first.id);
  return failure === undefined ? [] : [failure];
};
