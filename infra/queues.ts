import { Duration, type aws_kms as kms, type Stack, aws_sns as sns, aws_sqs as sqs, aws_sns_subscriptions as subscriptions } from 'aws-cdk-lib';
import type { QueueName } from '../src/domain/message.ts';
import { DEAD_LETTER_RETENTION_DAYS, queues, type TopicName, type Trigger, topics, workers } from '../src/topology.ts';
import { accept } from './accept.ts';
import type { Settings } from './settings.ts';

/** By name: the queues, and every dead-letter queue, those of the stream workers too. */
export interface Queues {
  readonly queues: Readonly<Record<QueueName, sqs.Queue>>;
  readonly deadLetterQueues: ReadonlyMap<string, sqs.Queue>;
  readonly topics: Readonly<Record<TopicName, sns.Topic>>;
}

// A day: SQS asks KMS for a new data key no sooner, which is what millions of messages cost (Amazon SQS developer guide, "Key management").
const DATA_KEY_REUSE = Duration.hours(24);

export const createQueues = (stack: Stack, settings: Settings, key: kms.IKey): Queues => {
  const encrypted = { encryption: sqs.QueueEncryption.KMS, encryptionMasterKey: key, dataKeyReuse: DATA_KEY_REUSE, enforceSSL: true } as const;
  const deadLetterQueues = new Map<string, sqs.Queue>();
  const deadLetterQueue = (name: string): sqs.Queue => {
    const made = new sqs.Queue(stack, name, {
      ...encrypted,
      queueName: `${settings.prefix}-${name}`,
      retentionPeriod: Duration.days(DEAD_LETTER_RETENTION_DAYS),
    });
    deadLetterQueues.set(name, made);
    return made;
  };
  const made = {} as Record<QueueName, sqs.Queue>;
  for (const [name, row] of Object.entries(queues) as [QueueName, (typeof queues)[QueueName]][]) {
    made[name] = new sqs.Queue(stack, name, {
      ...encrypted,
      queueName: `${settings.prefix}-${name}`,
      visibilityTimeout: Duration.seconds(row.visibilitySeconds),
      retentionPeriod: Duration.days(row.retentionDays),
      deadLetterQueue: { queue: deadLetterQueue(row.deadLetterQueue), maxReceiveCount: row.maxReceiveCount },
    });
  }
  for (const { trigger } of Object.values(workers) as readonly { readonly trigger: Trigger }[]) {
    if (trigger.kind === 'stream')
      accept(deadLetterQueue(trigger.deadLetterQueue), {
        finding: 'AwsSolutions-SQS3',
        reason: 'It is where a stream sends what failed for good, as a dead-letter queue is to a queue.',
      });
  }
  return { queues: made, deadLetterQueues, topics: createTopics(stack, settings, key, made) };
};

const createTopics = (
  stack: Stack,
  settings: Settings,
  key: kms.IKey,
  made: Readonly<Record<QueueName, sqs.Queue>>,
): Readonly<Record<TopicName, sns.Topic>> => {
  const result = {} as Record<TopicName, sns.Topic>;
  for (const [name, row] of Object.entries(topics) as [TopicName, (typeof topics)[TopicName]][]) {
    const topic = new sns.Topic(stack, name, { topicName: `${settings.prefix}-${name}`, masterKey: key, enforceSSL: true });
    for (const { queue, filter } of row.subscriptions) {
      const filterPolicy = Object.fromEntries(
        Object.entries(filter).map(([attribute, value]) => [attribute, sns.SubscriptionFilter.stringFilter({ allowlist: [value] })]),
      );
      topic.addSubscription(new subscriptions.SqsSubscription(made[queue], { rawMessageDelivery: true, filterPolicy }));
    }
    result[name] = topic;
  }
  return result;
};
