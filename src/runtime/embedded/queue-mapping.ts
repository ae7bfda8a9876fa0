import { describeError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { BatchAnswer } from '../../middleware/lambda.ts';
import type { Lease, LeaseOutcome, QueueEngine } from '../../ports/queue.ts';
import type { WorkerName } from '../../topology.ts';
import { sqsEvent } from './events.ts';
import type { Invoke } from './invoke.ts';

/** Moves what arrives somewhere to a worker, until it is stopped. */
export interface EventSourceMapping {
  /** Looks for work now. */
  wake(): void;
  /** Resolves when nothing is in flight and the last look found nothing. */
  settled(): Promise<void>;
  /** Takes no new work; resolves when what is in flight is done. */
  stop(): Promise<void>;
}

export interface QueueMappingOptions {
  readonly worker: WorkerName;
  readonly queue: string;
  readonly batchSize: number;
  /** Batches in flight at a time. */
  readonly concurrency: number;
  readonly queues: QueueEngine;
  readonly invoke: Invoke;
  readonly log: Log;
}

/** Lambda's event source mapping for a queue: leases batches, calls the worker, settles by its partial batch answer. */
export const createQueueMapping = ({ worker, queue, batchSize, concurrency, queues, invoke, log }: QueueMappingOptions): EventSourceMapping => {
  let stopped = false;
  let woken = false;
  const runners = new Set<Promise<void>>();

  const run = async (): Promise<void> => {
    do {
      woken = false;
      for (let lease = await queues.receive(queue, batchSize); lease !== null; lease = stopped ? null : await queues.receive(queue, batchSize)) {
        // A full batch promises more: another runner looks, up to the limit.
        if (lease.messages.length === batchSize) start();
        await handle(lease);
      }
    } while (woken && !stopped);
  };

  const handle = async (lease: Lease): Promise<void> => {
    const outcome = await attempt(lease);
    const inTime = await queues.settle(queue, lease.token, outcome);
    if (!inTime) log.warn({ worker, queue }, 'the lease ran out before the worker was done; the batch comes again');
  };

  const attempt = async (lease: Lease): Promise<LeaseOutcome> => {
    try {
      const answer = (await invoke(worker, sqsEvent(queue, lease.token, lease.messages))) as BatchAnswer;
      return {
        failed: answer.batchItemFailures.map(({ itemIdentifier }) => ({ messageId: itemIdentifier, error: answer.reasons[itemIdentifier] ?? 'failed' })),
      };
    } catch (error) {
      return { failed: lease.messages.map(({ messageId }) => ({ messageId, error: describeError(error) })) };
    }
  };

  const start = (): void => {
    if (stopped || runners.size >= concurrency) return;
    const runner = run()
      .catch((error: unknown) => log.error({ worker, queue, error: describeError(error) }, 'the queue could not be read'))
      .finally(() => runners.delete(runner));
    runners.add(runner);
  };

  const wake = (): void => {
    woken = true;
    start();
  };
  queues.onArrival(queue, wake);

  const settled = async (): Promise<void> => {
    while (runners.size > 0) await Promise.all(runners);
  };
  return {
    wake,
    settled,
    stop: () => {
      stopped = true;
      return settled();
    },
  };
};
