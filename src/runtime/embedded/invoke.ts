import type { Handler } from '../../middleware/lambda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { type WorkerName, workers } from '../../topology.ts';

/** Calls a worker's handler as Lambda does. Throws what the handler throws. */
export type Invoke = (worker: WorkerName, event: unknown) => Promise<unknown>;

export const createInvoke =
  (handlers: Readonly<Record<WorkerName, Handler>>, clock: Clock, random: Random): Invoke =>
  (worker, event) => {
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
