import { describeError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { BatchAnswer } from '../../middleware/lambda.ts';
import type { ChangeStream } from '../../ports/change-stream.ts';
import type { Clock } from '../../ports/clock.ts';
import type { QueueEngine } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import type { FilterPattern, StreamWorkerName } from '../../topology.ts';
import { type StreamRecord, streamEvent, streamRecord } from './events.ts';
import { matchesPattern, wantedBy } from './filter-pattern.ts';
import type { Invoke } from './invoke.ts';
import type { EventSourceMapping } from './queue-mapping.ts';

export interface StreamMappingOptions {
  readonly worker: StreamWorkerName;
  readonly via: 'dynamodb' | 'kinesis';
  readonly batchSize: number;
  readonly maxRetries: number;
  readonly filters: readonly FilterPattern[];
  readonly deadLetterQueue: string;
  readonly stream: ChangeStream<StreamWorkerName>;
  readonly queues: QueueEngine;
  readonly invoke: Invoke;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** Ten retries take two to four minutes, as something that the worker needs may be away for so long. */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;

/**
 * Lambda's event source mapping for the demand-table's stream: one batch at a time, in order. A failure stops the
 * checkpoint before the failed record; after `maxRetries` that record goes to the dead letters and the rest goes on.
 */
export const createStreamMapping = (options: StreamMappingOptions): EventSourceMapping => {
  const { worker, via, batchSize, maxRetries, filters, deadLetterQueue, stream, queues, invoke, clock, random, log } = options;
  const stopping = new AbortController();
  const wants = filters.map(wantedBy);
  let woken = false;
  let running: Promise<void> | null = null;
  let failing: { readonly sequenceNumber: string; readonly attempts: number } | null = null;

  const run = async (): Promise<void> => {
    do {
      woken = false;
      while (!stopping.signal.aborted && (await step()));
    } while (woken && !stopping.signal.aborted);
    await stream.trim();
  };

  /** Handles one batch; false when the stream has no more. */
  const step = async (): Promise<boolean> => {
    const changes = await stream.read(worker, batchSize, wants);
    const last = changes.at(-1);
    if (last === undefined) return false;
    const records = changes.map(streamRecord).filter((record) => filters.some((pattern) => matchesPattern(pattern, record)));
    const failure = records.length === 0 ? null : await attempt(records);
    if (failure === null) {
      failing = null;
      await stream.checkpoint(worker, last.sequenceNumber);
      return true;
    }
    const index = changes.findIndex(({ sequenceNumber }) => sequenceNumber === failure.sequenceNumber);
    const before = changes[index - 1];
    if (before !== undefined) await stream.checkpoint(worker, before.sequenceNumber);
    await retryLaterOrGiveUp(failure, records);
    return true;
  };

  const attempt = async (records: readonly StreamRecord[]): Promise<{ sequenceNumber: string; reason: string } | null> => {
    try {
      const answer = (await invoke(worker, streamEvent(via, records))) as BatchAnswer;
      const first = answer.batchItemFailures[0];
      return first === undefined ? null : { sequenceNumber: first.itemIdentifier, reason: answer.reasons[first.itemIdentifier] ?? 'failed' };
    } catch (error) {
      return { sequenceNumber: records[0]?.eventID ?? '', reason: describeError(error) };
    }
  };

  const retryLaterOrGiveUp = async (failure: { sequenceNumber: string; reason: string }, records: readonly StreamRecord[]): Promise<void> => {
    const attempts: number = failing?.sequenceNumber === failure.sequenceNumber ? failing.attempts + 1 : 1;
    if (attempts <= maxRetries) {
      failing = { sequenceNumber: failure.sequenceNumber, attempts };
      const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1));
      await clock.sleep((longest * (1 + random.fraction())) / 2, stopping.signal).catch(() => undefined);
      return;
    }
    const record = records.find(({ eventID }) => eventID === failure.sequenceNumber);
    await queues.addDeadLetter(deadLetterQueue, JSON.stringify(record ?? { eventID: failure.sequenceNumber }), failure.reason, { worker });
    await stream.checkpoint(worker, failure.sequenceNumber);
    failing = null;
    log.error({ worker, sequenceNumber: failure.sequenceNumber, reason: failure.reason }, 'a stream record failed for good and is among the dead letters');
  };

  const wake = (): void => {
    woken = true;
    if (running !== null || stopping.signal.aborted) return;
    running = run()
      .catch((error: unknown) => log.error({ worker, error: describeError(error) }, 'the stream could not be read'))
      .finally(() => {
        running = null;
        // What arrived while the stream was trimmed has woken nobody yet.
        if (woken) wake();
      });
  };
  stream.onAppend(wake);

  const settled = async (): Promise<void> => {
    while (running !== null) await running;
  };
  return {
    wake,
    settled,
    stop: () => {
      stopping.abort();
      return settled();
    },
    restsUntil: () => null,
  };
};
