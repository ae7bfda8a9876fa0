import type { createTopicsV7 } from '@platformatic/kafka';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { type KafkaClients, REQUEST_MS } from './kafka-client.ts';
import { answerIn, errorName, silence } from './kafka-failure.ts';
import { findLayouts } from './kafka-layout.ts';

export interface TopicState {
  readonly topic: string;
  /** 0: it is not there. */
  readonly partitions: number;
  /** Made just now. */
  readonly isNew: boolean;
}

export interface NewTopics {
  readonly partitions: number;
  /** Copies of each partition; null: as many as the brokers make by default. */
  readonly replicas: number | null;
}

/** A topic is known to all brokers a moment after it was made. */
const LOOKS = 50;
const LOOK_MS = 100;

/** Which of the topics there are. Throws `SERVICE_UNAVAILABLE` where Kafka does not answer. */
export const checkTopics = async (clients: KafkaClients, topics: readonly string[]): Promise<readonly TopicState[]> => {
  const client = await clients.current();
  const layouts = await findLayouts(client, topics).catch((error: unknown) => Promise.reject(silence(error, client.refusal(), clients.complaint())));
  return topics.map((topic) => ({ topic, partitions: layouts.get(topic)?.leaders.length ?? 0, isNew: false }));
};

/** Makes those that are not there, and waits until they can be used; the others stay as they are. Throws `SERVICE_REFUSED` with what Kafka says. */
export const createTopics = async (
  clients: KafkaClients,
  clock: Clock,
  topics: readonly string[],
  { partitions, replicas }: NewTopics,
): Promise<readonly TopicState[]> => {
  const states = await checkTopics(clients, topics);
  const missing = states.filter((state) => state.partitions === 0).map(({ topic }) => topic);
  if (missing.length === 0) return states;
  const wanted = missing.map((name) => ({ name, numPartitions: partitions, replicationFactor: replicas ?? -1, assignments: [], configs: [] }));
  const client = await clients.current();
  const answer = await client
    .request<createTopicsV7.CreateTopicsRequest, createTopicsV7.CreateTopicsResponse>(null, 'CreateTopics', () => [wanted, REQUEST_MS / 2, false])
    .catch((error: unknown) => answerIn<createTopicsV7.CreateTopicsResponse>(error))
    .catch((error: unknown) => Promise.reject(silence(error, client.refusal(), clients.complaint())));
  const refused = answer.topics.filter(({ errorCode }) => errorCode !== 0 && errorName(errorCode) !== 'TOPIC_ALREADY_EXISTS');
  if (refused.length > 0)
    throw new RegError(
      'SERVICE_REFUSED',
      `Kafka did not make ${refused.map(({ name, errorCode, errorMessage }) => `${name} (${errorMessage ?? errorName(errorCode)})`).join(', ')}.`,
    );
  for (let look = 0; look < LOOKS; look += 1) {
    const now = await checkTopics(clients, topics);
    if (now.every((state) => state.partitions > 0)) return now.map((state) => ({ ...state, isNew: missing.includes(state.topic) }));
    await clock.sleep(LOOK_MS);
  }
  throw new RegError('SERVICE_UNAVAILABLE', `Kafka has made ${missing.join(', ')}, but its brokers do not know them yet. Check again in a moment.`);
};
