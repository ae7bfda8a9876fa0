import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { ChangeStream } from '../../ports/change-stream.ts';
import type { Clock } from '../../ports/clock.ts';
import type { QueueEngine } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import { type StreamWorkerName, type WorkerName, workers } from '../../topology.ts';
import type { FlowState } from '../system.ts';
import type { Invoke } from './invoke.ts';
import { createQueueMapping, type EventSourceMapping } from './queue-mapping.ts';
import type { EmbeddedStateMachines } from './state-machines.ts';
import { createStreamMapping } from './stream-mapping.ts';

export interface FlowOptions {
  readonly queues: QueueEngine;
  readonly stream: ChangeStream<StreamWorkerName>;
  readonly via: 'dynamodb' | 'kinesis';
  readonly stateMachines: EmbeddedStateMachines;
  readonly invoke: Invoke;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Which workers queues and streams trigger. */
  readonly triggered: (worker: WorkerName) => boolean;
}

/** Everything that moves by itself: the mappings of all queues and streams, and the state machines. */
export interface Flow {
  wake(): void;
  drain(): Promise<void>;
  nextWakeAt(): Promise<number | null>;
  state(): Promise<FlowState>;
  stop(): Promise<void>;
}

export const createFlow = (options: FlowOptions): Flow => {
  const { queues, stream, stateMachines } = options;
  const queueNames: string[] = [];
  const streamWorkers: { readonly worker: StreamWorkerName; readonly deadLetterQueue: string }[] = [];
  const queueMappings = new Map<string, EventSourceMapping>();
  const streamMappings = new Map<WorkerName, EventSourceMapping>();
  for (const [name, { trigger }] of Object.entries(workers) as [WorkerName, (typeof workers)[WorkerName]][]) {
    if (trigger.kind === 'queue') {
      for (const queue of trigger.queues) {
        queueNames.push(queue);
        const mapping = { ...options, worker: name, queue, batchSize: trigger.batch.embedded, concurrency: trigger.concurrency.embedded };
        if (options.triggered(name)) queueMappings.set(queue, createQueueMapping(mapping));
      }
    } else if (trigger.kind === 'stream') {
      const { deadLetterQueue, maxRetries, filters, batch } = trigger;
      const worker = name as StreamWorkerName;
      streamWorkers.push({ worker, deadLetterQueue });
      const mapping = { ...options, worker, batchSize: batch.embedded, maxRetries, filters, deadLetterQueue };
      if (options.triggered(name)) streamMappings.set(name, createStreamMapping(mapping));
    }
  }

  const state = async (): Promise<FlowState> => {
    const depths = await Promise.all(queueNames.map(async (queue) => ({ queue, ...(await queues.depth(queue)) })));
    const streams = await Promise.all(
      streamWorkers.map(async ({ worker, deadLetterQueue }) => {
        const { records, oldestAgeMs } = await stream.lag(worker);
        const { deadLetters } = await queues.depth(deadLetterQueue);
        return { worker, behind: records, oldestAgeMs, deadLetters };
      }),
    );
    const idle = depths.every(({ waiting, inFlight, delayed }) => waiting + inFlight + delayed === 0) && streams.every(({ behind }) => behind === 0);
    return { idle, queues: depths, streams };
  };

  const hasWork = async (): Promise<boolean> => {
    const now = await state();
    const busy = [
      ...now.queues.filter(({ waiting, inFlight }) => waiting + inFlight > 0).map(({ queue }) => queueMappings.get(queue)),
      ...now.streams.filter(({ behind }) => behind !== 0).map(({ worker }) => streamMappings.get(worker as WorkerName)),
    ];
    return busy.some((mapping) => mapping !== undefined && mapping.restsUntil() === null);
  };

  /** When something of a queue can be taken that can't be now. */
  const nextTurnOf = async (queue: string): Promise<number | null> => {
    const visibleAt = await queues.nextVisibleAt(queue);
    const restsUntil = queueMappings.get(queue)?.restsUntil() ?? null;
    if (restsUntil === null) return visibleAt;
    const { waiting } = await queues.depth(queue);
    return waiting > 0 ? restsUntil : visibleAt === null ? null : Math.max(visibleAt, restsUntil);
  };

  const mappings = [...queueMappings.values(), ...streamMappings.values()];
  const wake = (): void => {
    for (const mapping of mappings) mapping.wake();
  };

  return {
    wake,
    drain: async () => {
      do {
        wake();
        await Promise.all([...mappings.map((mapping) => mapping.settled()), stateMachines.settled()]);
        await nextTurn();
      } while (await hasWork());
    },
    nextWakeAt: async () => {
      const times = await Promise.all(queueNames.map(nextTurnOf));
      const known = times.filter((time) => time !== null);
      return known.length === 0 ? null : Math.min(...known);
    },
    state,
    stop: async () => {
      await Promise.all([stateMachines.stop(), ...mappings.map((mapping) => mapping.stop())]);
    },
  };
};
