import { type Trigger, type WorkerName, workers } from '../../src/topology.ts';
import { kebab } from '../../tests/support/kebab.ts';
import { durations } from './cost.ts';
import type { Prices, QuotaName } from './prices.ts';
import type { Counter, TallyRow } from './tally.ts';

/** How much of a quota the hour takes. */
export interface QuotaUse {
  readonly quota: QuotaName;
  readonly what: string;
  /** Over the whole hour, and in its first minutes. */
  readonly mean: number;
  readonly peak: number;
  readonly limit: number;
  readonly unit: string;
  readonly adjustable: boolean;
  readonly source: string;
}

export interface Pace {
  readonly worker: WorkerName;
  /** Executions at a time, as the topology allows. */
  readonly concurrency: number;
  /** Fans a second that so many keep up with. */
  readonly fansASecond: number;
  /** Until it is through with everyone, where registrations come as fast as they may. */
  readonly minutes: number;
}

export interface Capacity {
  readonly meanRate: number;
  readonly peakRate: number;
  /** The fullest first. */
  readonly uses: readonly QuotaUse[];
  readonly paces: readonly Pace[];
  readonly streamShards: number;
}

const HOUR_SECONDS = 3600;
/** As src/adapters/aws/replica-items.ts spreads a campaign's entries. */
const ENTRY_SHARDS = 32;
const STREAM_PARALLELISM = 10;
const FRONT_DOOR: readonly string[] = ['authorizer', 'check-eligibility', 'upsert-entry'];

/** What so many fans in one hour take of each quota. */
export const capacityOf = (perFan: readonly TallyRow[], fans: number, prices: Prices): Capacity => {
  const { assumptions, quotas } = prices;
  const took = durations(perFan, prices);
  const meanRate = fans / HOUR_SECONDS;
  const peakRate = meanRate * assumptions.peakFactor.value;
  const sum = (counter: Counter, where: (row: TallyRow) => boolean): number =>
    perFan.filter(where).reduce((total, { counts }) => total + (counts[counter] ?? 0), 0);
  const secondsOf = (names: readonly string[]): number =>
    perFan.filter((row) => names.includes(row.function) && row.caller === null).reduce((total, row) => total + (took.get(row) ?? 0) / 1000, 0);
  const onFrontDoor = (row: TallyRow): boolean => FRONT_DOOR.includes(row.function);

  const paceOf = (worker: WorkerName): Pace => {
    const trigger: Trigger = workers[worker].trigger;
    // Each of several queues has as many to itself; most of the records are registrations, in one.
    const concurrency = trigger.kind === 'queue' ? trigger.concurrency.cloud : 0;
    const seconds = secondsOf([kebab(worker)]);
    const fansASecond = seconds === 0 ? Number.POSITIVE_INFINITY : concurrency / seconds;
    return { worker, concurrency, fansASecond, minutes: Math.max(HOUR_SECONDS, fans / fansASecond) / 60 };
  };
  const paces = (['saveEntries', 'upsertUsers', 'processData', 'sendData'] as const).map(paceOf);
  const replicated = Math.min(peakRate, paceOf('saveEntries').fansASecond);
  const published = Math.min(replicated, paceOf('processData').fansASecond);
  const queueConcurrency = (Object.values(workers) as readonly { readonly trigger: Trigger }[]).reduce(
    (total, { trigger }) => total + (trigger.kind === 'queue' ? trigger.concurrency.cloud * trigger.queues.length : 0),
    0,
  );
  // Each of them waits for one service at a time.
  const behind = 2 * queueConcurrency;
  const longest = Math.max(...FRONT_DOOR.map((name) => secondsOf([name])));
  const demandWrites = (rate: number): number =>
    rate * sum('dynamodbWriteUnits', (row) => row.function === 'upsert-entry') +
    Math.min(rate, replicated) * sum('dynamodbWriteUnits', (row) => row.function === 'save-entries');
  const entryWrites = (rate: number): number =>
    Math.min(rate, replicated) * sum('dynamodbWriteUnits', (row) => row.function === 'entry-service' && row.domain === 'replication');
  const largestInFlight = Math.max(
    ...(Object.values(workers) as readonly { readonly trigger: Trigger }[]).map(({ trigger }) =>
      trigger.kind === 'queue' ? trigger.concurrency.cloud * trigger.batch.cloud : 0,
    ),
  );

  const use = (quota: QuotaName, what: string, at: (rate: number) => number): QuotaUse => {
    const { value, unit, adjustable, source } = quotas[quota];
    return { quota, what, mean: at(meanRate), peak: at(peakRate), limit: value, unit, adjustable, source };
  };
  const executions = (rate: number): number => rate * secondsOf(FRONT_DOOR) + behind;
  const uses = [
    use('appsyncTokens', 'GraphQL, a mutation a fan', (rate) => rate * sum('appsyncOperations', () => true) * assumptions.appsyncTokensAnOperation.value),
    use('httpRequests', 'the one address in front of GraphQL', (rate) => rate * sum('httpRequests', () => true)),
    use('lambdaRequests', 'authorizer, checkEligibility, upsertEntry', (rate) => rate * sum('invocations', onFrontDoor)),
    use('lambdaConcurrency', 'the same, and every queue worker at its limit with its service', executions),
    use('lambdaScaling', 'the slowest function of the front door, from none', (rate) => rate * longest),
    use('tableFirstWrites', 'demand-table, new and not warmed', demandWrites),
    use('tableWrites', 'demand-table', demandWrites),
    use('partitionWrites', `entries, each of its ${ENTRY_SHARDS} shards`, (rate) => entryWrites(rate) / ENTRY_SHARDS),
    use('snsMessages', 'records published', (rate) => Math.min(rate, published) * sum('snsMessages', () => true)),
    use('sqsInFlight', 'the fullest queue, all its workers busy', () => largestInFlight),
    use('secretReads', 'each container, every five minutes', (rate) => executions(rate) / assumptions.containerSeconds.value),
    use('kmsRequests', 'each container at its start; tables and queues keep their data keys', (rate) => executions(rate) / assumptions.containerSeconds.value),
    use('mailsASecond', 'winners mailed within a day, after the hour', () => (fans * sum('mails', () => true)) / (24 * HOUR_SECONDS)),
  ];
  const streamShards = Math.ceil(demandWrites(peakRate) / quotas.partitionWrites.value);
  const streamSeconds = secondsOf(['enqueue-entries']);
  const stream: Pace = {
    worker: 'enqueueEntries',
    concurrency: streamShards * STREAM_PARALLELISM,
    fansASecond: streamSeconds === 0 ? Number.POSITIVE_INFINITY : (streamShards * STREAM_PARALLELISM) / streamSeconds,
    minutes: 60,
  };
  return { meanRate, peakRate, uses: uses.toSorted((a, b) => b.peak / b.limit - a.peak / a.limit), paces: [stream, ...paces], streamShards };
};
