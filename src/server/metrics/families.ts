import type { StoredCount } from '../../adapters/memory/memory-metrics.ts';
import { type StoredTiming, TIMING_BOUNDS } from '../../adapters/memory/memory-timings.ts';
import type { CountName } from '../../ports/metrics.ts';
import type { TimingName } from '../../ports/timings.ts';
import type { AnswerOf } from '../../services/contract.ts';
import type { operatorContract } from '../operator-contract.ts';
import type { ProcessFigures } from './process-figures.ts';
import { type Family, histogramSamples, type Sample } from './prometheus-text.ts';

export interface Figures {
  readonly counts: readonly StoredCount[];
  readonly timings: readonly StoredTiming[];
  readonly flow: AnswerOf<(typeof operatorContract)['operations']['flow']>;
  readonly process: ProcessFigures;
}

interface MetricRow {
  readonly type: Family['type'];
  /** docs/telemetry.md has the same words. */
  readonly help: string;
  readonly samples: (figures: Figures) => readonly Sample[];
}

const counted =
  (name: CountName) =>
  ({ counts }: Figures): readonly Sample[] =>
    counts.filter((count) => count.name === name).map(({ dimension, label, value }) => ({ labels: { [dimension]: label }, value }));

const timed =
  (name: TimingName) =>
  ({ timings }: Figures): readonly Sample[] =>
    timings.filter((timing) => timing.name === name).flatMap((timing) => histogramSamples(timing.labels, TIMING_BOUNDS, timing));

type Queue = Figures['flow']['queues'][number];
type Stream = Figures['flow']['streams'][number];

/** What an engine does not count has no sample. */
const known = (labels: Readonly<Record<string, string>>, value: number | null): readonly Sample[] => (value === null ? [] : [{ labels, value }]);

const ofQueues =
  (read: (queue: Queue) => number | null) =>
  ({ flow }: Figures): readonly Sample[] =>
    flow.queues.flatMap((queue) => known({ queue: queue.queue }, read(queue)));

const ofStreams =
  (read: (stream: Stream) => number | null) =>
  ({ flow }: Figures): readonly Sample[] =>
    flow.streams.flatMap((stream) => known({ worker: stream.worker }, read(stream)));

const ofProcess =
  (read: (figures: ProcessFigures) => number) =>
  ({ process }: Figures): readonly Sample[] => [{ labels: {}, value: read(process) }];

const seconds = (milliseconds: number | null): number | null => (milliseconds === null ? null : milliseconds / 1000);

const messagesByState = ({ flow }: Figures): readonly Sample[] =>
  flow.queues.flatMap(({ queue, waiting, inFlight, delayed }) => [
    { labels: { queue, state: 'waiting' }, value: waiting },
    { labels: { queue, state: 'in_flight' }, value: inFlight },
    { labels: { queue, state: 'delayed' }, value: delayed },
  ]);

const row = (type: Family['type'], help: string, samples: MetricRow['samples']): MetricRow => ({ type, help, samples });

/** Every metric by its name. Those of the process are called as Prometheus' own client for Node calls them. */
export const metricRows = {
  reg_queue_messages: row('gauge', 'Messages in a queue, by queue and state: waiting, in_flight, delayed', messagesByState),
  reg_queue_dead_letters: row(
    'gauge',
    'Messages that failed for good, by queue',
    ofQueues(({ deadLetters }) => deadLetters),
  ),
  reg_queue_oldest_age_seconds: row(
    'gauge',
    'Age of the oldest message, by queue',
    ofQueues(({ oldestAgeMs }) => seconds(oldestAgeMs)),
  ),
  reg_queue_sent_total: row(
    'counter',
    'Messages sent since the data folder was made, by queue',
    ofQueues(({ sent }) => sent),
  ),
  reg_queue_done_total: row(
    'counter',
    'Messages handled since the data folder was made, by queue',
    ofQueues(({ done }) => done),
  ),
  reg_queue_expired_total: row(
    'counter',
    'Messages dropped for their age, by queue',
    ofQueues(({ expired }) => expired),
  ),
  reg_stream_records_behind: row(
    'gauge',
    'Changes that a worker of the stream has not handled, by worker',
    ofStreams(({ behind }) => behind),
  ),
  reg_stream_oldest_age_seconds: row(
    'gauge',
    'Age of the oldest of them, by worker',
    ofStreams(({ oldestAgeMs }) => seconds(oldestAgeMs)),
  ),
  reg_stream_dead_letters: row(
    'gauge',
    'Changes that failed for good, by worker',
    ofStreams(({ deadLetters }) => deadLetters),
  ),
  reg_records_received_total: row('counter', 'Messages and changes that a worker was given, each time, by worker', counted('recordsReceived')),
  reg_records_failed_total: row('counter', 'Of those, what failed and comes again, by worker', counted('recordsFailed')),
  reg_records_dead_total: row('counter', 'Of those, what can never succeed and became a dead letter at once, by worker', counted('recordsDead')),
  reg_invocations_failed_total: row('counter', 'Calls of a worker that ended with an error of ours, by worker', counted('invocationsFailed')),
  reg_refusals_total: row('counter', 'Fans who may not register, by reason', counted('refusals')),
  reg_campaign_cache_answers_total: row(
    'counter',
    'Campaigns asked of the cache of all processes, by source: cache, store, storeAlone (past a cache that is away)',
    counted('cacheAnswers'),
  ),
  reg_worker_duration_seconds: row('histogram', "A worker's invocation, by worker and outcome: done, refused, failed", timed('workerRun')),
  reg_front_door_request_duration_seconds: row(
    'histogram',
    'A request, by route, operation (the field of GraphQL, else the method) and status',
    timed('frontDoorRequest'),
  ),
  reg_service_call_duration_seconds: row(
    'histogram',
    'One attempt at a service, by service, operation and status, which is none where no answer came',
    timed('serviceCall'),
  ),
  nodejs_eventloop_lag_p50_seconds: row(
    'gauge',
    'Delay of the event loop since the last look, median',
    ofProcess(({ loopDelay }) => loopDelay.p50),
  ),
  nodejs_eventloop_lag_p99_seconds: row(
    'gauge',
    'The same, all but one in a hundred',
    ofProcess(({ loopDelay }) => loopDelay.p99),
  ),
  nodejs_eventloop_lag_max_seconds: row(
    'gauge',
    'The same, the longest',
    ofProcess(({ loopDelay }) => loopDelay.max),
  ),
  nodejs_heap_size_used_bytes: row(
    'gauge',
    "Node's heap in use",
    ofProcess(({ heapUsed }) => heapUsed),
  ),
  nodejs_heap_size_total_bytes: row(
    'gauge',
    "Node's heap",
    ofProcess(({ heapTotal }) => heapTotal),
  ),
  process_resident_memory_bytes: row(
    'gauge',
    'Memory that the process holds',
    ofProcess(({ resident }) => resident),
  ),
  process_cpu_seconds_total: row(
    'counter',
    'Processor time of the process',
    ofProcess(({ cpuSeconds }) => cpuSeconds),
  ),
  process_start_time_seconds: row(
    'gauge',
    'When the process began, in seconds since the epoch',
    ofProcess(({ startedAt }) => startedAt),
  ),
} as const satisfies Readonly<Record<string, MetricRow>>;

/** Each count of the port has its metric: one that is missing here does not compile. */
export const countMetrics = {
  recordsReceived: 'reg_records_received_total',
  recordsFailed: 'reg_records_failed_total',
  recordsDead: 'reg_records_dead_total',
  invocationsFailed: 'reg_invocations_failed_total',
  refusals: 'reg_refusals_total',
  cacheAnswers: 'reg_campaign_cache_answers_total',
} as const satisfies Readonly<Record<CountName, keyof typeof metricRows>>;

export const familiesOf = (figures: Figures): readonly Family[] =>
  Object.entries(metricRows).map(([name, { type, help, samples }]) => ({ name, type, help, samples: samples(figures) }));
