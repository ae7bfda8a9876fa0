import type { Broker, metadataV12 } from '@platformatic/kafka';
import { RegError } from '../../errors.ts';
import type { KafkaClient } from './kafka-client.ts';
import { answerIn, errorName } from './kafka-failure.ts';

/** Who leads the partitions of a topic, by partition; null where nobody does now. */
export interface TopicLayout {
  /** Empty where brokers are too old to know it. */
  readonly id: string;
  readonly leaders: readonly (Broker | null)[];
}

type MetadataArguments = [topics: string[], autoCreate: boolean, withRights: boolean];

/** Asks for several topics at once; a topic that is not there is null. Never makes one. Rejects with the library's errors. */
export const findLayouts = async (client: KafkaClient, topics: readonly string[]): Promise<ReadonlyMap<string, TopicLayout | null>> => {
  const answer = await client
    .request<MetadataArguments, metadataV12.MetadataResponse>(null, 'Metadata', () => [[...topics], false, false])
    .catch((error: unknown) => answerIn<metadataV12.MetadataResponse>(error));
  const brokers = new Map(answer.brokers.map(({ nodeId, host, port }) => [nodeId, { host, port }]));
  return new Map(
    answer.topics.map(({ name, errorCode, topicId, partitions }) => {
      const topic = name ?? '';
      if (errorName(errorCode) === 'UNKNOWN_TOPIC_OR_PARTITION') return [topic, null];
      if (errorCode !== 0) throw new RegError('SERVICE_UNAVAILABLE', `Kafka does not tell about the topic ${topic}: ${errorName(errorCode)}.`);
      const leaders: (Broker | null)[] = [];
      for (const { partitionIndex, leaderId } of partitions) leaders[partitionIndex] = brokers.get(leaderId) ?? null;
      return [topic, { id: topicId, leaders }];
    }),
  );
};

/** Throws `SERVICE_UNAVAILABLE` where there is no such topic, as somebody may make it. */
export const findLayout = async (client: KafkaClient, topic: string): Promise<TopicLayout> => {
  const layout = (await findLayouts(client, [topic])).get(topic) ?? null;
  if (layout === null)
    throw new RegError('SERVICE_UNAVAILABLE', `Kafka has no topic ${topic}. Make it with "reg topics create", or have it made by whoever runs the brokers.`);
  return layout;
};
