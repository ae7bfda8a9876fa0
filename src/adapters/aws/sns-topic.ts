import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { TopicPublisher } from '../../ports/topic.ts';
import { type BatchLimits, sendInBatches } from './message-batches.ts';

export interface SnsTopicOptions {
  readonly client: SNSClient;
  readonly topicArn: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** 10 entries and 256 KiB a request, body and attributes together (Amazon SNS API reference, PublishBatch). */
const SNS_LIMITS: BatchLimits = { entries: 10, bytes: 262_144, bytesOfOne: 262_144 };

/**
 * An SNS topic. Subscriptions filter by message attribute and have raw message delivery, so that a queue holds the body
 * and the attributes as they were published, and no envelope.
 */
export const createSnsTopic = <Body>({ client, topicArn, clock, random }: SnsTopicOptions): TopicPublisher<Body> => ({
  publish: (messages) =>
    sendInBatches(
      messages,
      SNS_LIMITS,
      (entries) =>
        client.send(
          new PublishBatchCommand({
            TopicArn: topicArn,
            PublishBatchRequestEntries: entries.map(({ index, text, attributes }) => ({
              Id: String(index),
              Message: text,
              MessageAttributes: { ...attributes },
            })),
          }),
        ),
      { clock, random },
    ),
});
