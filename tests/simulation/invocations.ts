import type { Invoke } from '../../src/runtime/embedded/invoke.ts';
import { type WorkerName, workers } from '../../src/topology.ts';
import type { Faults, Scope } from './faults.ts';

const DUPLICATE = 0.02;
const REPLAY = 0.02;

/**
 * Faults around whole invocations. A message or step may fail in its first attempt alone, which leaves the further
 * attempts that crashes and expired leases cost; so no transient fault may end among the dead letters. Batches are
 * handled twice now and then, and old batches of the stream come again.
 */
export const withInvocationFaults = (invoke: Invoke, faults: Faults, attempts: Map<string, number>): Invoke => {
  const streamed = new Map<WorkerName, unknown[]>();
  const spared: () => Scope = () => ({ faultsLeft: 0 });

  const again = async (worker: WorkerName, event: unknown): Promise<void> => {
    await faults.within(spared(), () => invoke(worker, event)).catch(() => undefined);
  };

  return async (worker, event) => {
    const { kind } = workers[worker].trigger;
    const key = `${worker} ${JSON.stringify((event as { readonly marketId?: string } | null)?.marketId ?? null)}`;
    const isFirst = kind === 'queue' ? receivesIn(event) <= 1 : (attempts.get(key) ?? 0) === 0;
    if (kind === 'queue' && faults.chance(DUPLICATE)) await again(worker, structuredClone(event));
    if (kind === 'stream') {
      const events = streamed.get(worker) ?? [];
      if (events.length > 0 && faults.chance(REPLAY)) await again(worker, events[faults.below(events.length)]);
      events.push(event);
      streamed.set(worker, events);
    }
    const scope: Scope = { faultsLeft: isFirst ? 1 : 0 };
    try {
      const answer = await faults.within(scope, () => invoke(worker, event));
      const failed = (answer as { readonly batchItemFailures?: readonly unknown[] } | null)?.batchItemFailures?.length ?? 0;
      attempts.set(key, failed === 0 ? 0 : (attempts.get(key) ?? 0) + 1);
      return answer;
    } catch (error) {
      attempts.set(key, (attempts.get(key) ?? 0) + 1);
      throw error;
    }
  };
};

const receivesIn = (event: unknown): number =>
  Math.max(
    ...(event as { readonly Records: readonly { readonly attributes: { readonly ApproximateReceiveCount: string } }[] }).Records.map(({ attributes }) =>
      Number(attributes.ApproximateReceiveCount),
    ),
  );
