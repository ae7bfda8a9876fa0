import { type MessageRecord, murmur2 } from '@platformatic/kafka';
import type { Clock } from '../../ports/clock.ts';
import type { LogRecord } from '../../ports/event-log.ts';
import type { KafkaClient, KafkaClients } from './kafka-client.ts';
import { isTooLarge, movedWaitMs } from './kafka-failure.ts';
import type { TopicLayout } from './kafka-layout.ts';
import { type Outcome, produce } from './kafka-produce.ts';
import { messageOf, sizeOf } from './kafka-records.ts';

/** A batch of one partition; `max.message.bytes` counts it, 1,048,588 by default. */
const BATCH_BYTES = 900_000;

/** What has become of the records of one `append`, by their index. */
export interface Progress {
  /** Not decided yet. */
  readonly open: Set<number>;
  /** With the reason. What is in neither is durable. */
  readonly failed: Map<number, string>;
}

export interface AppendParts {
  readonly clients: KafkaClients;
  readonly clock: Clock;
  readonly layoutOf: (client: KafkaClient, topic: string, anew: boolean) => Promise<TopicLayout>;
  /** Whether nobody waits for it any more. */
  readonly isOver: () => boolean;
}

interface Prepared {
  readonly index: number;
  readonly key: string;
  readonly message: MessageRecord;
  readonly bytes: number;
}

type Batches = readonly (readonly Prepared[])[];

/**
 * Sends the records partition by partition, batch after batch, and marks in `progress` what became of each. What was cut
 * off is sent once more, what moved for 3 s. What Kafka refuses fails with those behind it that have its key, what got
 * lost with all behind it in its partition, so that nothing overtakes.
 */
export const appendInOrder = async (
  { clients, clock, layoutOf, isOver }: AppendParts,
  topic: string,
  records: readonly LogRecord[],
  schemaId: number | null,
  progress: Progress,
): Promise<void> => {
  let client = await clients.current();
  let layout = await layoutOf(client, topic, false);
  let waiting = batchesByPartition(topic, records, schemaId, layout.leaders.length);
  let cuts = 0;
  let moves = 0;
  while (waiting.size > 0 && !isOver()) {
    const outcomes = await produce(client, layout, topic, firstOfEach(waiting));
    const pauseMs = movedWaitMs(moves);
    const next = new Map<number, Batches>();
    let isCut = false;
    let isMoved = false;
    for (const [partition, batches] of waiting) {
      const outcome = outcomes.get(partition) ?? { kind: 'lost', reason: 'it was not sent', isCut: false };
      const repeatsCut = outcome.kind === 'lost' && outcome.isCut && cuts === 0;
      const repeatsMoved = outcome.kind === 'moved' && pauseMs !== null;
      isCut ||= repeatsCut;
      isMoved ||= repeatsMoved;
      const left = repeatsCut || repeatsMoved ? batches : settled(batches, outcome, progress, clients.complaint());
      if (left.length > 0) next.set(partition, left);
    }
    waiting = next;
    if (isMoved) {
      moves += 1;
      await clock.sleep(pauseMs ?? 0);
    }
    if (isCut) {
      cuts += 1;
      await clients.renew();
    }
    if (isMoved || isCut) {
      client = await clients.current();
      layout = await layoutOf(client, topic, true);
    }
  }
};

/** What is left to be sent to a partition after its first batch was. */
const settled = ([batch = [], ...behind]: Batches, outcome: Outcome, { open, failed }: Progress, complaint: string | null): Batches => {
  const fail = (prepared: readonly Prepared[], reason: string): void => {
    for (const { index } of prepared) {
      open.delete(index);
      failed.set(index, reason);
    }
  };
  if (outcome.kind === 'taken') {
    for (const { index } of batch) open.delete(index);
    return behind;
  }
  if (outcome.kind !== 'refused') {
    fail([batch, ...behind].flat(), complaint === null ? outcome.reason : `${outcome.reason}; ${complaint}`);
    return [];
  }
  const { error, indices } = outcome;
  if (isTooLarge(error) && batch.length > 1) {
    // This topic takes smaller batches than Kafka does by default, or one message is too large by itself.
    const half = Math.ceil(batch.length / 2);
    return [batch.slice(0, half), batch.slice(half), ...behind];
  }
  const named = batch.filter((_, index) => indices.includes(index));
  const guilty = batch.length === 1 ? batch : named;
  if (guilty.length === 0) {
    fail([batch, ...behind].flat(), error);
    return [];
  }
  const first = new Map<string, number>();
  for (const { key, index } of guilty) if (!first.has(key)) first.set(key, index);
  const overtakes = ({ key, index }: Prepared): boolean => index >= (first.get(key) ?? Number.POSITIVE_INFINITY);
  const rest = [batch, ...behind];
  fail(rest.flat().filter(overtakes), error);
  return rest.map((one) => one.filter((prepared) => !overtakes(prepared))).filter((one) => one.length > 0);
};

const batchesByPartition = (topic: string, records: readonly LogRecord[], schemaId: number | null, partitions: number): Map<number, Batches> => {
  const made = new Map<number, Prepared[][]>();
  const filled = new Map<number, number>();
  records.forEach((record, index) => {
    const { key, value, headers } = messageOf(record, schemaId);
    const partition = partitionOf(key, partitions);
    const prepared: Prepared = { index, key: record.key, message: { topic, partition, key, value, headers }, bytes: sizeOf({ key, value, headers }) };
    const batches = made.get(partition) ?? [];
    const bytes = (filled.get(partition) ?? 0) + prepared.bytes;
    const last = batches.at(-1);
    if (last === undefined || bytes > BATCH_BYTES) batches.push([prepared]);
    else last.push(prepared);
    filled.set(partition, last === undefined || bytes > BATCH_BYTES ? prepared.bytes : bytes);
    made.set(partition, batches);
  });
  return made;
};

/** As Java's clients choose it, so that other writers and readers of the company agree on where a key is. */
export const partitionOf = (key: Buffer, partitions: number): number => (murmur2(key) & 0x7fff_ffff) % partitions;

const firstOfEach = (waiting: ReadonlyMap<number, Batches>) =>
  new Map(
    [...waiting].map(([partition, [batch = []]]) => [
      partition,
      { messages: batch.map(({ message }) => message), bytes: batch.reduce((sum, { bytes }) => sum + bytes, 0) },
    ]),
  );
