import {
  type Broker,
  FetchIsolationLevels,
  type fetchV17,
  ListOffsetTimestamps,
  type listOffsetsV9,
  ProtocolError,
  type RecordsBatch,
} from '@platformatic/kafka';
import { RegError } from '../../errors.ts';
import type { StoredLogRecord } from '../../ports/event-log.ts';
import type { KafkaClient } from './kafka-client.ts';
import type { TopicLayout } from './kafka-layout.ts';
import { type ReadMessage, recordOf } from './kafka-records.ts';

type FetchArguments = [
  maxWaitMs: number,
  minBytes: number,
  maxBytes: number,
  isolation: number,
  session: number,
  epoch: number,
  topics: fetchV17.FetchRequestTopic[],
  forgotten: [],
  rack: string,
];
type OffsetArguments = [
  replica: number,
  isolation: number,
  topics: { name: string; partitions: { partitionIndex: number; currentLeaderEpoch: number; timestamp: bigint }[] }[],
];

const FETCH_BYTES = 4 * 1024 * 1024;
const PARTITION_BYTES = 1024 * 1024;
const WAIT_MS = 500;
/** Fetch sessions are for those who follow a topic (KIP-227); this asks for what it wants each time. */
const NO_SESSION = -1;
/** Of a batch's attributes (Kafka's documentation, "Record Batch"). */
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;

interface Place {
  readonly partition: number;
  /** Where the next fetch begins. */
  position: bigint;
  readonly end: bigint;
  /** Fetched and not yet given on. */
  readonly fetched: { readonly message: ReadMessage; readonly next: bigint }[];
}

/**
 * What is committed in a topic now, from a position in each partition on, or from its beginning where none is given: by
 * partition in its order, over partitions by the time it was sent. Throws `INPUT_INVALID` for positions that are not there.
 */
export async function* readCommitted(client: KafkaClient, layout: TopicLayout, topic: string, asked: readonly bigint[]): AsyncGenerator<StoredLogRecord> {
  const [first, end] = await Promise.all([
    offsetsOf(client, layout, topic, ListOffsetTimestamps.EARLIEST),
    offsetsOf(client, layout, topic, ListOffsetTimestamps.LATEST),
  ]);
  if (asked.length > end.length || asked.some((position, partition) => position > (end[partition] ?? 0n))) throw noOffset();
  const places = end.map((last, partition): Place => {
    const begin = first[partition] ?? 0n;
    const position = asked[partition] ?? begin;
    return { partition, position: position > begin ? position : begin, end: last, fetched: [] };
  });
  const given = places.map(({ position }) => position);
  for (;;) {
    await fetchMore(
      client,
      layout,
      topic,
      places.filter(({ fetched, position, end: last }) => fetched.length === 0 && position < last),
    );
    // While a partition is empty and not at its end, its next record may be the oldest.
    while (places.every(({ fetched, position, end: last }) => fetched.length > 0 || position >= last)) {
      const place = oldestOf(places);
      const taken = place?.fetched.shift();
      if (place === undefined || taken === undefined) return;
      given[place.partition] = taken.next;
      yield { ...recordOf(taken.message), offset: given.join('.') };
    }
  }
}

const oldestOf = (places: readonly Place[]): Place | undefined => {
  let oldest: Place | undefined;
  for (const place of places) {
    const sentAt = place.fetched[0]?.message.sentAt;
    if (sentAt !== undefined && sentAt < (oldest?.fetched[0]?.message.sentAt ?? Number.POSITIVE_INFINITY)) oldest = place;
  }
  return oldest;
};

/**
 * The positions in a record's offset: where each partition goes on behind it, as one partition's alone would miss the
 * others' records. Throws `INPUT_INVALID` for what is no offset.
 */
export const positionsOf = (offset: string): readonly bigint[] => {
  if (!/^\d{1,18}(\.\d{1,18})*$/.test(offset)) throw noOffset();
  return offset.split('.').map(BigInt);
};

const noOffset = (): RegError => new RegError('INPUT_INVALID', 'That is no offset of an event: take one as it was answered.');

const offsetsOf = async (client: KafkaClient, layout: TopicLayout, topic: string, timestamp: bigint): Promise<readonly bigint[]> => {
  const found: bigint[] = [];
  await byLeader(layout, layout.leaders.keys().toArray(), async (leader, partitions) => {
    const wanted = partitions.map((partitionIndex) => ({ partitionIndex, currentLeaderEpoch: -1, timestamp }));
    const { topics } = await client.request<OffsetArguments, listOffsetsV9.ListOffsetsResponse>(leader, 'ListOffsets', () => [
      -1,
      FetchIsolationLevels.READ_COMMITTED,
      [{ name: topic, partitions: wanted }],
    ]);
    for (const { partitionIndex, offset } of topics[0]?.partitions ?? []) found[partitionIndex] = offset;
  });
  return found;
};

const fetchMore = (client: KafkaClient, layout: TopicLayout, topic: string, places: readonly Place[]): Promise<void> => {
  const byPartition = new Map(places.map((place) => [place.partition, place]));
  return byLeader(layout, [...byPartition.keys()], async (leader, partitions) => {
    const wanted = partitions.map((partition) => ({
      partition,
      currentLeaderEpoch: -1,
      fetchOffset: byPartition.get(partition)?.position ?? 0n,
      lastFetchedEpoch: -1,
      partitionMaxBytes: PARTITION_BYTES,
    }));
    const { responses } = await client.request<FetchArguments, fetchV17.FetchResponse>(leader, 'Fetch', (version) => [
      WAIT_MS,
      1,
      FETCH_BYTES,
      FetchIsolationLevels.READ_COMMITTED,
      0,
      NO_SESSION,
      // Topics go by their ids since version 13.
      [{ topicId: version < 13 ? topic : layout.id, partitions: wanted }],
      [],
      '',
    ]);
    for (const answer of responses[0]?.partitions ?? []) {
      const place = byPartition.get(answer.partitionIndex);
      if (place !== undefined) take(place, answer);
    }
  });
};

/** Puts what is committed of an answer into its place; the markers of transactions and what they undid are passed over. */
const take = (place: Place, { records, abortedTransactions }: fetchV17.FetchResponsePartition): void => {
  const aborted = [...(abortedTransactions ?? [])].sort((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  const undone = new Set<bigint>();
  for (const batch of records ?? []) {
    const last = batch.firstOffset + BigInt(batch.lastOffsetDelta);
    while (aborted[0] !== undefined && aborted[0].firstOffset <= last) undone.add(aborted.shift()?.producerId ?? -1n);
    if ((batch.attributes & CONTROL) !== 0) undone.delete(batch.producerId);
    else if ((batch.attributes & TRANSACTIONAL) === 0 || !undone.has(batch.producerId)) takeBatch(place, batch);
    // A batch comes whole, also where only its end was asked for.
    if (last >= place.position) place.position = last + 1n;
  }
};

const takeBatch = (place: Place, batch: RecordsBatch): void => {
  const from = place.position;
  for (const { key, value, headers, offsetDelta, timestampDelta } of batch.records) {
    const offset = batch.firstOffset + BigInt(offsetDelta);
    if (offset < from || offset >= place.end) continue;
    const sentAt = Number(batch.firstTimestamp + timestampDelta);
    place.fetched.push({ message: { key, value, headers, sentAt, place: `${place.partition}/${offset}` }, next: offset + 1n });
  }
};

/** Runs once for each broker, with those of the partitions that it leads. */
const byLeader = async (
  layout: TopicLayout,
  partitions: readonly number[],
  run: (leader: Broker, partitions: readonly number[]) => Promise<void>,
): Promise<void> => {
  const groups = Map.groupBy(partitions, (partition) => layout.leaders[partition] ?? null);
  // One is chosen in a moment.
  if (groups.has(null)) throw new ProtocolError('LEADER_NOT_AVAILABLE');
  await Promise.all([...groups].flatMap(([leader, led]) => (leader === null ? [] : [run(leader, led)])));
};
