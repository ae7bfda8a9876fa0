import { type Broker, type MessageRecord, ProduceAcks, type produceV11 } from '@platformatic/kafka';
import { type KafkaClient, REQUEST_MS } from './kafka-client.ts';
import { answerIn, errorName, isMoved, isQuick, reasonOf } from './kafka-failure.ts';
import type { TopicLayout } from './kafka-layout.ts';

/** What became of the batch of one partition. */
export type Outcome =
  | { readonly kind: 'taken' }
  /** Kafka looked at it and said no: a name of its protocol, and which messages of the batch it complained of, if it said. */
  | { readonly kind: 'refused'; readonly error: string; readonly indices: readonly number[] }
  /** The partition is led by another broker now, or by none for a moment. */
  | { readonly kind: 'moved'; readonly reason: string }
  /** Nobody knows whether it was taken; `isCut`: the connection ended, so that another one may help. */
  | { readonly kind: 'lost'; readonly reason: string; readonly isCut: boolean };

type ProduceArguments = [acks: number, timeoutMs: number, messages: MessageRecord[]];

/** A request takes batches up to this; brokers take 100 MB by default (`socket.request.max.bytes`). */
const REQUEST_BYTES = 8 * 1024 * 1024;

/**
 * Sends at most one batch a partition, those of one leader together, and waits for all replicas that are in sync. Never
 * rejects: each partition has an outcome.
 */
export const produce = async (
  client: KafkaClient,
  layout: TopicLayout,
  topic: string,
  batches: ReadonlyMap<number, { readonly messages: readonly MessageRecord[]; readonly bytes: number }>,
): Promise<ReadonlyMap<number, Outcome>> => {
  const outcomes = new Map<number, Outcome>();
  const requests: { readonly leader: Broker; readonly partitions: number[]; bytes: number }[] = [];
  for (const [partition, { bytes }] of batches) {
    const leader = layout.leaders[partition] ?? null;
    if (leader === null) {
      outcomes.set(partition, { kind: 'moved', reason: `nobody leads partition ${partition} now` });
      continue;
    }
    const open = requests.find((request) => request.leader === leader && request.bytes + bytes <= REQUEST_BYTES);
    if (open === undefined) requests.push({ leader, partitions: [partition], bytes });
    else {
      open.partitions.push(partition);
      open.bytes += bytes;
    }
  }
  await Promise.all(
    requests.map(async ({ leader, partitions }) => {
      const messages = partitions.flatMap((partition) => batches.get(partition)?.messages ?? []);
      try {
        const answer = await client
          .request<ProduceArguments, produceV11.ProduceResponse>(leader, 'Produce', () => [ProduceAcks.ALL, REQUEST_MS / 2, messages])
          .catch((error: unknown) => answerIn<produceV11.ProduceResponse>(error));
        for (const [partition, outcome] of outcomesIn(answer, topic)) outcomes.set(partition, outcome);
        for (const partition of partitions)
          if (!outcomes.has(partition)) outcomes.set(partition, { kind: 'lost', reason: 'Kafka did not say what became of it', isCut: false });
      } catch (error) {
        const refusal = client.refusal();
        const reason = refusal === null ? reasonOf(error) : `the broker refused the certificate: ${refusal}`;
        for (const partition of partitions) outcomes.set(partition, { kind: 'lost', reason, isCut: isQuick(error) });
      }
    }),
  );
  return outcomes;
};

const outcomesIn = ({ responses }: produceV11.ProduceResponse, topic: string): readonly (readonly [number, Outcome])[] =>
  responses
    .filter(({ name }) => name === topic)
    .flatMap(({ partitionResponses }) =>
      partitionResponses.map(({ index, errorCode, recordErrors }): readonly [number, Outcome] => {
        if (errorCode === 0) return [index, { kind: 'taken' }];
        const error = errorName(errorCode);
        if (isMoved(error)) return [index, { kind: 'moved', reason: error }];
        return [index, { kind: 'refused', error, indices: recordErrors.map(({ batchIndex }) => batchIndex) }];
      }),
    );
