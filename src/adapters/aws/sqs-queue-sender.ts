import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../../ports/clock.ts';
import type { QueueSender } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import { type BatchLimits, sendInBatches } from './message-batches.ts';

export interface SqsQueueSenderOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * 10 entries and 1 MiB a request, 1 MiB a message (Amazon SQS developer guide, "Message quotas"). A body has at most
 * 256 KiB on every engine of ours, so a message is always below SQS's limit.
 */
export const SQS_LIMITS: BatchLimits = { entries: 10, bytes: 1_048_576, bytesOfOne: 1_048_576 };

/** The sending side of an SQS queue. The correlation id is the message attribute `correlationId`, the trace `traceparent`. */
export const createSqsQueueSender = <Body>({ client, queueUrl, clock, random }: SqsQueueSenderOptions): QueueSender<Body> => ({
  send: (messages) =>
    sendInBatches(
      messages,
      SQS_LIMITS,
      (entries) =>
        client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: entries.map(({ index, text, attributes, delaySeconds }) => ({
              Id: String(index),
              MessageBody: text,
              MessageAttributes: { ...attributes },
              // SQS counts in whole seconds, and a message may not come too early.
              ...(delaySeconds === 0 ? {} : { DelaySeconds: Math.ceil(delaySeconds) }),
            })),
          }),
        ),
      { clock, random },
    ),
});
