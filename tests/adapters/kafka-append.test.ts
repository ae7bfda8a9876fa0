import type { MessageRecord } from '@platformatic/kafka';
import { expect, test } from 'vitest';
import { appendInOrder, type Progress, partitionOf } from '../../src/adapters/kafka/kafka-append.ts';
import type { KafkaClient, KafkaClients } from '../../src/adapters/kafka/kafka-client.ts';
import type { LogRecord } from '../../src/ports/event-log.ts';
import { createSetClock } from '../support/set-clock.ts';

/** What Kafka answers for a partition: a code of its protocol, and the messages that it complains of. */
interface Verdict {
  readonly code: number;
  readonly guilty?: readonly number[];
}
type Judge = (partition: number, messages: readonly MessageRecord[], request: number) => Verdict;

const TAKEN: Verdict = { code: 0 };
const [TOO_LARGE, NOT_LEADER, INVALID_RECORD, NOT_ENOUGH_REPLICAS] = [10, 6, 87, 19];

/** A topic of three partitions on one broker, whose answers the test gives; `log` is what it took. */
const kafkaThat = (judge: Judge, cuts: readonly number[] = []) => {
  const log: string[][] = [[], [], []];
  let requests = 0;
  const client: KafkaClient = {
    request: async <Args extends unknown[], Answer>(_: unknown, __: string, argumentsOf: (version: number) => Args): Promise<Answer> => {
      requests += 1;
      if (cuts.includes(requests)) throw new Error('Connection closed');
      const messages = argumentsOf(11)[2] as readonly MessageRecord[];
      const byPartition = Map.groupBy(messages, ({ partition = 0 }) => partition);
      const partitionResponses = [...byPartition].map(([index, sent]) => {
        const { code, guilty = [] } = judge(index, sent, requests);
        if (code === 0) log[index]?.push(...sent.map(({ value }) => value.toString()));
        return { index, errorCode: code, recordErrors: guilty.map((batchIndex) => ({ batchIndex, batchIndexErrorMessage: null })) };
      });
      return { responses: [{ name: 'markets', partitionResponses }] } as Answer;
    },
    refusal: () => null,
    close: async () => undefined,
  };
  const clients: KafkaClients = { current: async () => client, renew: async () => false, complaint: () => null, close: async () => undefined };
  return { log, clients, requests: () => requests };
};

const record = (key: string, value: string): LogRecord => ({ key, value, dedupeId: 'd', timestamp: 0, correlationId: 'c' });

/** Keys of partitions 0, 1 and 2, as Java's clients spread them (murmur2). */
const KEYS = ['m4', 'm2', 'm1'] as const;
const inPartition = (partition: 0 | 1 | 2, value: string): LogRecord => record(KEYS[partition], value);

const leader = { host: '127.0.0.1', port: 9092 };

const append = async (
  { clients }: ReturnType<typeof kafkaThat>,
  records: readonly LogRecord[],
  leaders = [leader, leader, leader] as (typeof leader | null)[],
) => {
  const progress: Progress = { open: new Set(records.keys()), failed: new Map() };
  const clock = createSetClock();
  const parts = { clients, clock: { ...clock, sleep: async () => undefined }, layoutOf: async () => ({ id: '', leaders }), isOver: () => false };
  await appendInOrder(parts, 'markets', records, null, progress);
  expect([...progress.open]).toEqual([]);
  return Object.fromEntries(progress.failed);
};

test('what one partition does not take are exactly its records; the others are durable', async () => {
  const kafka = kafkaThat((partition) => (partition === 1 ? { code: NOT_ENOUGH_REPLICAS } : TAKEN));
  const failed = await append(kafka, [inPartition(0, 'a'), inPartition(1, 'b'), inPartition(2, 'c'), inPartition(1, 'd'), inPartition(0, 'e')]);
  expect(failed).toEqual({ 1: 'NOT_ENOUGH_REPLICAS', 3: 'NOT_ENOUGH_REPLICAS' });
  expect(kafka.log).toEqual([['a', 'e'], [], ['c']]);
  expect(kafka.requests()).toBe(1);
});

test('a partition that nobody leads fails alone', async () => {
  const kafka = kafkaThat(() => TAKEN);
  expect(await append(kafka, [inPartition(0, 'a'), inPartition(1, 'b')], [leader, null, leader])).toEqual({ 1: 'nobody leads partition 1 now' });
  expect(kafka.log[0]).toEqual(['a']);
});

test('a leader that moved is asked for again, and what was taken is not sent twice', async () => {
  const kafka = kafkaThat((partition, _, request) => (partition === 1 && request < 3 ? { code: NOT_LEADER } : TAKEN));
  expect(await append(kafka, [inPartition(0, 'a'), inPartition(1, 'b'), inPartition(1, 'c'), inPartition(2, 'd')])).toEqual({});
  expect(kafka.log).toEqual([['a'], ['b', 'c'], ['d']]);
});

test('one that goes on moving fails in the end', async () => {
  const kafka = kafkaThat(() => ({ code: NOT_LEADER }));
  expect(await append(kafka, [inPartition(1, 'b')])).toEqual({ 0: 'NOT_LEADER_OR_FOLLOWER' });
});

test('a connection that ended is made anew once', async () => {
  const once = kafkaThat(() => TAKEN, [1]);
  expect(await append(once, [inPartition(0, 'a')])).toEqual({});
  const twice = kafkaThat(() => TAKEN, [1, 2]);
  expect(await append(twice, [inPartition(0, 'a')])).toEqual({ 0: 'Connection closed' });
});

test('a record that is too large fails with those behind it of its key, and nothing else', async () => {
  const kafka = kafkaThat((_, messages) => (messages.some(({ value }) => value.byteLength > 100) ? { code: TOO_LARGE } : TAKEN));
  const long = 'x'.repeat(101);
  // `m3` shares partition 1 with `m2`.
  const failed = await append(kafka, [record('m2', 'a'), record('m3', 'b'), record('m2', long), record('m3', 'c'), record('m2', 'd'), record('m3', 'e')]);
  expect(failed).toEqual({ 2: 'MESSAGE_TOO_LARGE', 4: 'MESSAGE_TOO_LARGE' });
  expect(kafka.log[1]).toEqual(['a', 'b', 'c', 'e']);
});

test('records that Kafka names fail, and the rest of their batch is sent again', async () => {
  const kafka = kafkaThat((_, messages) => {
    const guilty = messages.flatMap(({ value }, index) => (value.toString() === 'bad' ? [index] : []));
    return guilty.length > 0 ? { code: INVALID_RECORD, guilty } : TAKEN;
  });
  expect(await append(kafka, [inPartition(1, 'a'), inPartition(1, 'bad'), record('m3', 'c'), inPartition(1, 'd')])).toEqual({
    1: 'INVALID_RECORD',
    3: 'INVALID_RECORD',
  });
  expect(kafka.log[1]).toEqual(['a', 'c']);
});

test('batches stay below what a topic takes by default, in their order, and none overtakes one that failed', async () => {
  const third = 'x'.repeat(300_000);
  const values = Array.from({ length: 7 }, (_, n) => `${n}${third}`);
  const sizes: number[] = [];
  const kafka = kafkaThat((_, messages) => {
    sizes.push(messages.length);
    return sizes.length === 3 ? { code: NOT_ENOUGH_REPLICAS } : TAKEN;
  });
  const failed = await append(
    kafka,
    values.map((value) => inPartition(1, value)),
  );
  expect(sizes).toEqual([2, 2, 2]);
  expect(Object.keys(failed)).toEqual(['4', '5', '6']);
  expect(kafka.log[1]?.map((value) => value[0])).toEqual(['0', '1', '2', '3']);
});

test('what got no answer takes all behind it in its partition with it', async () => {
  const kafka = kafkaThat(() => TAKEN, [2, 3]);
  const values = Array.from({ length: 5 }, (_, n) => `${n}${'x'.repeat(500_000)}`);
  const failed = await append(
    kafka,
    values.map((value) => inPartition(1, value)),
  );
  expect(Object.keys(failed)).toEqual(['1', '2', '3', '4']);
  expect(kafka.log[1]?.map((value) => value[0])).toEqual(['0']);
});

test('keys go where Java puts them', () => {
  // From Apache Kafka's own test of its hash, UtilsTest.testMurmur2.
  const known: Readonly<Record<string, number>> = { '21': -973932308, foobar: -790332482, 'a-little-bit-long-string': -985981536, abc: 479470107 };
  for (const [key, hash] of Object.entries(known)) expect(partitionOf(Buffer.from(key), 1000)).toBe((hash & 0x7fffffff) % 1000);
});
