import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createKafkaClients, type KafkaClients } from '../../src/adapters/kafka/kafka-client.ts';
import { createKafkaEventLog } from '../../src/adapters/kafka/kafka-event-log.ts';
import { createTopics, type NewTopics } from '../../src/adapters/kafka/kafka-topics.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import type { EventLog } from '../../src/ports/event-log.ts';
import type { SchemaIds } from '../../src/ports/schema-registry.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { serverUrl } from './server-url.ts';

const clock = createSystemClock();

/** Clients of a broker without TLS, closed with the test. */
export const plainClients = (broker: string = serverUrl('kafka')): KafkaClients => {
  const clients = createKafkaClients({ brokers: [broker], secret: null, secrets: createMemorySecrets(), clock });
  onTestFinished(() => clients.close());
  return clients;
};

/** The log of a topic prefix of the test's own, with the topics that it names. */
export const openKafkaLog = async (
  topics: readonly string[],
  { clients = plainClients(), schemas = null, ...made }: { clients?: KafkaClients; schemas?: SchemaIds | null } & Partial<NewTopics> = {},
): Promise<EventLog> => {
  const prefix = `test-${randomUUID()}.`;
  if (topics.length > 0)
    await createTopics(
      clients,
      clock,
      topics.map((topic) => `${prefix}${topic}`),
      { partitions: 3, replicas: null, ...made },
    );
  return prefixed(prefix, createKafkaEventLog({ clients, schemas, clock }));
};

const prefixed = (prefix: string, log: EventLog): EventLog => ({
  append: (topic, records) => log.append(`${prefix}${topic}`, records),
  read: (topic, after, max) => log.read(`${prefix}${topic}`, after, max),
  count: (topic, keyPrefix) => log.count(`${prefix}${topic}`, keyPrefix),
});
