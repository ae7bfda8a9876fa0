import { createDynamoDBEventLog } from '../../../adapters/aws/dynamodb-event-log.ts';
import type { KafkaSettings } from '../../../environment.ts';
import type { EventLog } from '../../../ports/event-log.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Cloud, Make } from '../cloud.ts';

/** The published records, by the topics' full names: on the company's Kafka where it has one. */
export const storedEvents: Make<EventLog> = (cloud) => {
  const { config, clock, random } = cloud;
  if (config.kafka !== null) return onKafka(cloud, config.kafka);
  return createDynamoDBEventLog({ client: dynamoDBClient(), tableName: config.resources.table('events'), clock, random });
};

/** What Kafka needs is loaded only where there is one: it takes a function's start a fifth longer. */
const onKafka = (cloud: Cloud, kafka: KafkaSettings): EventLog => {
  let opening: Promise<EventLog> | undefined;
  const opened = (): Promise<EventLog> => {
    opening ??= import('./kafka.ts').then(({ kafkaEvents }) => kafkaEvents(cloud, kafka));
    return opening;
  };
  return {
    append: async (topic, records) => (await opened()).append(topic, records),
    read: async (topic, after, max) => (await opened()).read(topic, after, max),
    erase: async (topic, keys, blank) => (await opened()).erase(topic, keys, blank),
    count: async (topic, keyPrefix) => (await opened()).count(topic, keyPrefix),
  };
};

/** The published records, by the topics' short names, `registrations`: the configured prefix is put in front. */
export const eventLog: Make<EventLog> = (cloud) => {
  const log = storedEvents(cloud);
  const prefixed = (topic: string): string => `${cloud.config.topicPrefix}.${topic}`;
  return {
    append: (topic, records) => log.append(prefixed(topic), records),
    read: (topic, offset, max) => log.read(prefixed(topic), offset, max),
    erase: (topic, keys, blank) => log.erase(prefixed(topic), keys, blank),
    count: (topic, keyPrefix) => log.count(prefixed(topic), keyPrefix),
  };
};
