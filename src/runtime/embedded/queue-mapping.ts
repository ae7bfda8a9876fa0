import { describeError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { BatchAnswer } from '../../middleware/lambda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Lease, LeaseOutcome, QueueEngine } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import type { WorkerName } from '../../topology.ts';
import { sqsEvent } from './events.ts';
import type { Invoke } from './invoke.ts';

/** Moves what arrives somewhere to a worker, until it is stopped. */
export interface EventSourceMapping {
  /** Looks for work now. */
  wake(): void;
  /** Resolves when nothing is in flight and the last look found nothing, or it rests. */
  settled(): Promise<void>;
  /** Takes no new work; resolves when what is in flight is done. */
  stop(): Promise<void>;
  /** Until when it takes nothing, as its worker failed with everything; UTC milliseconds, null where it does not rest. */
  restsUntil(): number | null;
}

export interface QueueMappingOptions {
  readonly worker: WorkerName;
  readonly queue: string;
  readonly batchSize: number;
  /** Batches in flight at a time. */
  readonly concurrency: number;
  readonly queues: QueueEngine;
  readonly invoke: Invoke;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;

/**
 * Lambda's event source mapping for a queue: leases batches, calls the worker, settles by its partial batch answer.
 * While the worker fails with all that it is given, something that it needs is away. Then it is tried with one message at
 * a time, ever more rarely, so that an outage does not use up the receives of all that waits.
 */
export const createQueueMapping = (options: QueueMappingOptions): EventSourceMapping => {
  const { worker, queue, batchSize, concurrency, queues, invoke, clock, random, log } = options;
  let stopped = false;
  let woken = false;
  /** Batches in a row of which nothing was done. */
  let failedInARow = 0;
  let restUntil = 0;
  const runners = new Set<Promise<void>>();

  const run = async (): Promise<void> => {
    do {
      woken = false;
      for (let lease = await next(); lease !== null; lease = await next()) {
        // A full batch promises more: another runner looks, up to the limit.
        if (lease.messages.length === batchSize) start();
        await handle(lease);
      }
    } while (woken && !stopped && !rests());
  };

  const rests = (): boolean => clock.now() < restUntil;

  const next = async (): Promise<Lease | null> => {
    if (stopped || rests()) return null;
    return queues.receive(queue, failedInARow === 0 ? batchSize : 1);
  };

  const handle = async (lease: Lease): Promise<void> => {
    const outcome = await attempt(lease);
    takeNote(outcome.failed.length === lease.messages.length);
    const inTime = await queues.settle(queue, lease.token, outcome);
    if (!inTime) log.warn({ worker, queue }, 'the lease ran out before the worker was done; the batch comes again');
  };

  const takeNote = (allFailed: boolean): void => {
    if (!allFailed) {
      if (failedInARow > 1) log.info({ worker, queue }, 'the worker gets through again');
      failedInARow = 0;
      restUntil = 0;
      return;
    }
    failedInARow += 1;
    if (failedInARow === 2) log.warn({ worker, queue }, 'the worker fails with all that it is given: it is tried with one message at a time');
    const longest = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failedInARow - 1));
    restUntil = clock.now() + Math.round((longest * (1 + random.fraction())) / 2);
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
    if (stopped || rests() || runners.size >= (failedInARow === 0 ? concurrency : 1)) return;
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
    restsUntil: () => (rests() ? restUntil : null),
  };
};
