import { chunks } from '../domain/chunks.ts';
import { describeError } from '../errors.ts';
import type { BatchAnswer } from '../middleware/lambda.ts';
import type { DeadLetter, QueueOperations } from '../ports/queue.ts';
import { type WorkerName, workers } from '../topology.ts';
import { type StreamRecord, streamEvent } from './embedded/events.ts';
import type { Invoke } from './embedded/invoke.ts';

export interface DeadLettersOptions {
  readonly queues: Pick<QueueOperations, 'deadLetters' | 'redrive' | 'settleDeadLetters'>;
  readonly via: 'dynamodb' | 'kinesis';
  readonly invoke: Invoke;
}

/** Dead letters of queues and streams alike, by the queue's name, the dead-letter queue's, or the stream worker's. */
export interface DeadLetters {
  list(name: string, max: number, after?: string | null): Promise<readonly DeadLetter[]>;
  /**
   * Back to where they failed, all or those named. A queue takes its messages back at once. A record of the stream is
   * handed to its worker in this call, as a stream event, at most 1,000 a call, the oldest first: what is handled is
   * gone, what fails again stays with the new reason.
   */
  redrive(name: string, messageIds?: readonly string[]): Promise<{ readonly moved: number; readonly failed: number }>;
}

const RECORDS_A_CALL = 1000;
/** Some engines look through all dead letters to settle some. What a crash leaves unsettled is handled once more. */
const RECORDS_A_SETTLEMENT = 50;

/** Stream workers by their dead-letter queue and by their own name. */
const streamWorkers = new Map<string, { readonly worker: WorkerName; readonly deadLetterQueue: string }>(
  (Object.entries(workers) as [WorkerName, (typeof workers)[WorkerName]][]).flatMap(([worker, { trigger }]) => {
    if (trigger.kind !== 'stream') return [];
    const row = { worker, deadLetterQueue: trigger.deadLetterQueue };
    return [
      [worker, row],
      [row.deadLetterQueue, row],
    ];
  }),
);

export const createDeadLetters = ({ queues, via, invoke }: DeadLettersOptions): DeadLetters => {
  /** Null: handled. One record an invocation, so that none fails for another; what is old by now is up to the versions, as after any late delivery. */
  const handle = async (worker: WorkerName, { body }: DeadLetter): Promise<string | null> => {
    try {
      const record = JSON.parse(body) as StreamRecord | null;
      // Lambda's own dead letters only say where a batch is in the stream (AWS Lambda developer guide, "Retain discarded records").
      if (typeof record?.dynamodb !== 'object')
        return 'This letter holds no record, but where it is in the stream: the next change of the entry brings the entry through (docs/operations.md).';
      const { batchItemFailures, reasons } = (await invoke(worker, streamEvent(via, [record]))) as BatchAnswer;
      const [failure] = batchItemFailures;
      return failure === undefined ? null : (reasons[failure.itemIdentifier] ?? 'failed');
    } catch (error) {
      return describeError(error);
    }
  };

  const redriveRecords = async (worker: WorkerName, deadLetterQueue: string, messageIds: readonly string[] | undefined) => {
    const letters = await queues.deadLetters(deadLetterQueue, messageIds === undefined ? RECORDS_A_CALL : Number.MAX_SAFE_INTEGER);
    const wanted = messageIds === undefined ? letters : letters.filter(({ messageId }) => messageIds.includes(messageId));
    let moved = 0;
    let failed = 0;
    for (const some of chunks(wanted.slice(0, RECORDS_A_CALL), RECORDS_A_SETTLEMENT)) {
      const outcome: { handled: string[]; failed: { messageId: string; error: string }[] } = { handled: [], failed: [] };
      for (const letter of some) {
        const error = await handle(worker, letter);
        if (error === null) outcome.handled.push(letter.messageId);
        else outcome.failed.push({ messageId: letter.messageId, error });
      }
      await queues.settleDeadLetters(deadLetterQueue, outcome);
      moved += outcome.handled.length;
      failed += outcome.failed.length;
    }
    return { moved, failed };
  };

  return {
    list: (name, max, after) => queues.deadLetters(streamWorkers.get(name)?.deadLetterQueue ?? name, max, after),
    redrive: async (name, messageIds) => {
      const stream = streamWorkers.get(name);
      if (stream !== undefined) return redriveRecords(stream.worker, stream.deadLetterQueue, messageIds);
      return { moved: await queues.redrive(name, messageIds), failed: 0 };
    },
  };
};
