import type { KafkaClients } from '../adapters/kafka/kafka-client.ts';
import type { NewTopics, TopicState } from '../adapters/kafka/kafka-topics.ts';
import type { PipelineType } from '../domain/pipeline-record.ts';
import type { KafkaSettings } from '../environment.ts';
import { describeError, RegError } from '../errors.ts';
import { registrySchemas } from '../generated/registry-schemas.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { HttpConnections } from '../ports/http.ts';
import type { Secrets } from '../ports/secrets.ts';
import { eventTopics } from '../topology.ts';

export interface KafkaOptions {
  readonly kafka: KafkaSettings;
  /** Null: records are plain JSON. */
  readonly schemaRegistryUrl: string | null;
  readonly topicPrefix: string;
  readonly secrets: Pick<Secrets, 'latest'>;
  /** To the schema registry. */
  readonly connections: () => HttpConnections;
  /** The machine's own time. */
  readonly clock: Clock;
}

/** The company's Kafka in the place of the embedded event log. Its client is loaded and connected when it is first used. */
export interface Kafka {
  /** Topics go by their full names. */
  readonly eventLog: EventLog;
  checkTopics(): Promise<readonly TopicState[]>;
  createTopics(how: NewTopics): Promise<readonly TopicState[]>;
  /** Throws where the secret is missing or none. Missing topics and a Kafka that is away are told in the log, and stop nothing. */
  start(log: Log): Promise<void>;
  close(): Promise<void>;
}

/** Full names of the topics of all types, by type. */
export const topicNames = (topicPrefix: string): ReadonlyMap<PipelineType, string> =>
  new Map((Object.keys(eventTopics) as PipelineType[]).map((type) => [type, `${topicPrefix}.${eventTopics[type]}`]));

export const openKafka = ({ kafka, schemaRegistryUrl, topicPrefix, secrets, connections, clock }: KafkaOptions): Kafka => {
  const topics = topicNames(topicPrefix);
  let opening: Promise<{ readonly clients: KafkaClients; readonly eventLog: EventLog }> | undefined;

  const open = async () => {
    const [{ createKafkaClients }, { createKafkaEventLog }] = await Promise.all([
      import('../adapters/kafka/kafka-client.ts'),
      import('../adapters/kafka/kafka-event-log.ts'),
    ]);
    const clients = createKafkaClients({ ...kafka, secrets, clock });
    return { clients, eventLog: createKafkaEventLog({ clients, schemas: await openSchemas(), clock }) };
  };
  const opened = () => {
    opening ??= open();
    return opening;
  };

  const openSchemas = async () => {
    if (schemaRegistryUrl === null) return null;
    const { createConfluentSchemaRegistry } = await import('../adapters/confluent/confluent-schema-registry.ts');
    const types = new Map([...topics].map(([type, topic]) => [topic, type]));
    return {
      registry: createConfluentSchemaRegistry({ url: schemaRegistryUrl, connections: connections() }),
      schemaOf: (topic: string): string => {
        const type = types.get(topic);
        if (type === undefined) throw new RegError('INTERNAL', `The topic ${topic} has no schema.`);
        return registrySchemas[type];
      },
    };
  };

  const checkTopics = async (): Promise<readonly TopicState[]> => {
    const [{ clients }, found] = await Promise.all([opened(), import('../adapters/kafka/kafka-topics.ts')]);
    return found.checkTopics(clients, [...topics.values()]);
  };

  return {
    eventLog: {
      append: async (topic, records) => (await opened()).eventLog.append(topic, records),
      read: async (topic, after, max) => (await opened()).eventLog.read(topic, after, max),
      erase: async (topic, keys, blank) => (await opened()).eventLog.erase(topic, keys, blank),
      count: async (topic, keyPrefix) => (await opened()).eventLog.count(topic, keyPrefix),
    },
    checkTopics,
    createTopics: async (how) => {
      const [{ clients }, found] = await Promise.all([opened(), import('../adapters/kafka/kafka-topics.ts')]);
      return found.createTopics(clients, clock, [...topics.values()], how);
    },
    start: async (log) => {
      await (await opened()).clients.current();
      void checkTopics().then(
        (states) => {
          const missing = states.filter(({ partitions }) => partitions === 0).map(({ topic }) => topic);
          if (missing.length > 0) log.error({ missing }, 'Kafka has not got these topics, so their records wait: "reg topics create" makes them');
        },
        (error: unknown) => log.error({ error: describeError(error) }, 'the topics of Kafka could not be looked at; records wait in their queues'),
      );
    },
    close: async () => {
      if (opening !== undefined) await (await opening).clients.close();
    },
  };
};
