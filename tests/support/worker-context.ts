import { createLog } from '../../src/log.ts';
import type { ServicesOf, WorkerName } from '../../src/topology.ts';
import type { WorkerContext } from '../../src/workers/worker.ts';
import { createSetClock, type SetClock } from './set-clock.ts';

/** What a worker is called with besides its input: the services a test gives it, a set clock and a silent log. */
export const workerContext = <W extends WorkerName>(services: ServicesOf<W>, clock: SetClock = createSetClock()): WorkerContext<W> => ({
  services,
  clock,
  log: createLog('silent'),
  correlationId: 'invocation',
});
