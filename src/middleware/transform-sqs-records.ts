import type { QueueName } from '../domain/message.ts';
import { messageShapes } from '../domain/message-shapes.ts';
import { RegError } from '../errors.ts';
import { type WorkerName, workers } from '../topology.ts';
import type { Batch, BatchFailure, BatchRecord } from '../workers/worker.ts';
import { correlationIdIn } from './correlation.ts';
import { asGiven, type Chain, type Middleware } from './invocation.ts';

/** An SQS message as Lambda is given it. */
export interface SqsRecord {
  readonly messageId: string;
  readonly body: string;
  readonly eventSourceARN: string;
  readonly messageAttributes: Readonly<Record<string, { readonly stringValue?: string }>>;
}

/** From an SQS event to the worker's batch. A message that is no JSON object, or of a wrong shape, fails for good by itself; the others go on. */
export const transformSQSRecords = ({ worker }: Chain): Middleware => {
  const problemOf = checkOf(worker);
  return {
    before: (request) => {
      const records: BatchRecord<unknown>[] = [];
      const unreadable: BatchFailure[] = [];
      const messages = recordsOf(request.event);
      const { follow = asGiven } = request.internal;
      for (const { messageId, body, messageAttributes } of messages) {
        const correlationId = correlationIdIn(messageAttributes?.correlationId?.stringValue) ?? request.internal.correlationId ?? '';
        const traceparent = follow(messageId, messageAttributes?.traceparent?.stringValue);
        const parsed = objectIn(body);
        // What cannot be read is kept as it came, for the dead letters.
        records.push({ id: messageId, body: parsed ?? body, correlationId, traceparent });
        const error = parsed === null ? new RegError('RECORD_INVALID', 'The message is no JSON object.') : problemOf(parsed);
        if (error !== null) unreadable.push({ id: messageId, error });
      }
      request.internal.records = records;
      request.internal.unreadable = unreadable;
      request.internal.kept = ({ body }) => body;
      // arn:aws:sqs:<region>:<account>:<queue>
      request.internal.sourceQueue = messages[0]?.eventSourceARN.split(':').at(-1) ?? null;
      const skipped = new Set(unreadable.map(({ id }) => id));
      const batch: Batch<unknown> = { records: skipped.size === 0 ? records : records.filter(({ id }) => !skipped.has(id)) };
      request.event = batch;
    },
  };
};

/** All queues of a worker carry the same. */
const checkOf = (worker: WorkerName): ((body: object) => RegError | null) => {
  const { trigger } = workers[worker];
  const queue: QueueName | undefined = trigger.kind === 'queue' ? trigger.queues[0] : undefined;
  if (queue === undefined) throw new RegError('INTERNAL', `${worker} reads no queue.`);
  const shape = messageShapes[queue];
  return (body) => {
    const wrong = shape(body);
    if (wrong === null) return null;
    const { field, rule } = wrong;
    return new RegError('RECORD_INVALID', `The message has a wrong shape: ${field === '' ? 'it' : field} ${rule}.`, { detail: { field, rule } });
  };
};

const objectIn = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

const recordsOf = (event: unknown): readonly SqsRecord[] => {
  if (typeof event === 'object' && event !== null && 'Records' in event && Array.isArray(event.Records)) return event.Records;
  throw new RegError('EVENT_MALFORMED', 'A queue worker was called with an event that has no Records.');
};
