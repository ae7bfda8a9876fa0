import type { Context } from '@opentelemetry/api';
import type { WorkerName } from '../topology.ts';
import type { WorkerContext } from '../workers/worker.ts';
import type { Chain, Middleware } from './invocation.ts';

/** Lambda's context with the worker's own beside it. */
export interface ServedContext {
  worker: WorkerContext<WorkerName>;
  /** The trace that the worker runs in; undefined where nobody records it. */
  active: Context | undefined;
}

/** Gives the worker the services that its row names, wired once, with the invocation's log and correlation id. */
export const services = ({ services: wired, clock }: Chain): Middleware => ({
  before: ({ context, internal }) => {
    const served = context as unknown as ServedContext;
    served.active = internal.active;
    served.worker = {
      services: wired as WorkerContext<WorkerName>['services'],
      log: internal.log as WorkerContext<WorkerName>['log'],
      clock,
      correlationId: internal.correlationId ?? '',
      traceparent: internal.traceparent,
    };
  },
});
