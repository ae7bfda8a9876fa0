import type { QueueOperations } from '../../ports/queue.ts';
import { queues, type StreamWorkerName, workers } from '../../topology.ts';
import type { FlowState } from '../system.ts';
import type { IteratorAge } from './ports/iterator-age.ts';

export interface CloudFlowOptions {
  readonly depth: QueueOperations['depth'];
  readonly iteratorAge: IteratorAge;
}

/**
 * Each queue and stream with what waits in it, as far as AWS tells. SQS's numbers are approximate and it counts nothing
 * that is done; a stream's lag in records is not known. So `idle` speaks of the queues alone, and may be a minute early:
 * ask twice (Amazon SQS API reference, "GetQueueAttributes").
 */
export const cloudFlow =
  ({ depth, iteratorAge }: CloudFlowOptions) =>
  async (): Promise<FlowState> => {
    const depths = await Promise.all(Object.keys(queues).map(async (queue) => ({ queue, ...(await depth(queue)) })));
    const streams = await Promise.all(
      streamRows.map(async ({ worker, deadLetterQueue }) => {
        const [{ deadLetters }, oldestAgeMs] = await Promise.all([depth(deadLetterQueue), iteratorAge(worker)]);
        return { worker, behind: null, oldestAgeMs, deadLetters };
      }),
    );
    return { idle: depths.every(({ waiting, inFlight, delayed }) => waiting + inFlight + delayed === 0), queues: depths, streams };
  };

const streamRows = Object.entries(workers).flatMap(([worker, { trigger }]) =>
  trigger.kind === 'stream' ? [{ worker: worker as StreamWorkerName, deadLetterQueue: trigger.deadLetterQueue }] : [],
);
