import type { WorkerName } from '../topology.ts';
import type { WorkerContext } from '../workers/worker.ts';
import type { Chain, Middleware } from './invocation.ts';

/** Lambda's context with the worker's own beside it. */
export interface ServedContext {
  worker: WorkerContext<WorkerName>;
}

/** Gives the worker the services that its row names, wired once, with the invocation's log and correlation id. */
export const services = ({ services: wired, clock }: Chain): Middleware => ({
  before: ({ context, internal }) => {
    (context as unknown as ServedContext).worker = {
      services: wired as WorkerContext<WorkerName>['services'],
      log: internal.log as WorkerContext<WorkerName>['log'],
      clock,
      correlationId: internal.correlationId ?? '',
    };
  },
});
