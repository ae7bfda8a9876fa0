import { RegError } from '../../errors.ts';
import type { Handler } from '../../middleware/lambda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { Timings } from '../../ports/timings.ts';
import { type WorkerName, workers } from '../../topology.ts';

/** Calls a worker's handler as Lambda does. Throws what the handler throws. */
export type Invoke = (worker: WorkerName, event: unknown) => Promise<unknown>;

/** `timings`: told how long each took. Default: nobody. */
export const createInvoke = (handlers: Readonly<Record<WorkerName, Handler>>, clock: Clock, random: Random, timings: Timings | null = null): Invoke => {
  const call: Invoke = (worker, event) => {
    const deadline = clock.now() + workers[worker].timeoutSeconds * 1000;
    let requestId: string | null = null;
    return handlers[worker](event, {
      // Made when somebody asks, as the workers go by correlation ids.
      get awsRequestId() {
        requestId ??= random.id();
        return requestId;
      },
      functionName: worker,
      getRemainingTimeInMillis: () => Math.max(0, deadline - clock.now()),
    });
  };
  return timings === null ? call : timed(call, timings);
};

const timed =
  (call: Invoke, timings: Timings): Invoke =>
  async (worker, event) => {
    const startedAt = timings.now();
    let outcome: 'done' | 'refused' | 'failed' = 'done';
    try {
      return await call(worker, event);
    } catch (error) {
      outcome = error instanceof RegError && error.status < 500 ? 'refused' : 'failed';
      throw error;
    } finally {
      timings.observe('workerRun', timings.now() - startedAt, { worker, outcome });
    }
  };
