import type { KafkaSettings } from '../../../environment.ts';
import type { EventLog } from '../../../ports/event-log.ts';
import { openKafka } from '../../kafka.ts';
import { httpConnections } from '../clients/http.ts';
import type { Cloud } from '../cloud.ts';
import { secrets } from './secrets.ts';

/** The published records on the company's Kafka, by the topics' full names. */
export const kafkaEvents = (cloud: Cloud, kafka: KafkaSettings): EventLog => {
  const { schemaRegistryUrl, topicPrefix } = cloud.config;
  return openKafka({ kafka, schemaRegistryUrl, topicPrefix, secrets: secrets(cloud), connections: httpConnections, clock: cloud.clock }).eventLog;
};
