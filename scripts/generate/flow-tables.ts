import {
  DEAD_LETTER_RETENTION_DAYS,
  eventTopics,
  type FilterPattern,
  type FilterRule,
  type PerRuntime,
  queues,
  resolvers,
  stateMachines,
  type Trigger,
  topics,
  type WorkerName,
  workers,
} from '../../src/topology.ts';
import { kebab } from '../../tests/support/kebab.ts';

/** Markdown tables printed from the topology. */
type Row = readonly string[];

const table = (head: Row, rows: readonly Row[]): string => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => (texts.length === 0 ? '-' : texts.map(code).join(', '));

export const workerNames = Object.keys(workers) as readonly WorkerName[];

/** The page of a worker, from the root of the repository. */
export const workerPage = (name: WorkerName): string => `docs/flows/${kebab(name)}.md`;

const fieldsOf = (name: WorkerName): readonly string[] =>
  Object.entries(resolvers).flatMap(([type, fields]) =>
    Object.entries(fields)
      .filter(([, pipeline]) => (pipeline as readonly WorkerName[]).includes(name))
      .map(([field, pipeline]) => `${type}.${field}${pipeline.length === 1 ? '' : ` (${pipeline.indexOf(name as never) + 1} of ${pipeline.length})`}`),
  );

const directCallersOf = (name: WorkerName): readonly string[] => [
  ...Object.entries(stateMachines).flatMap(([machine, { states }]) =>
    states.filter(({ worker }) => worker === name).map((state) => `${code(machine)}, state ${state.name}`),
  ),
  ...workerNames.filter((caller) => (workers[caller].invokes as readonly string[]).includes(name)).map(code),
];

const triggerOf = (name: WorkerName): string => {
  const trigger: Trigger = workers[name].trigger;
  switch (trigger.kind) {
    case 'resolver':
      return `GraphQL ${codes(fieldsOf(name))}`;
    case 'stream':
      return `stream of the demand-table, retried ${trigger.maxRetries} times, then ${code(trigger.deadLetterQueue)}`;
    case 'queue':
      return `queue ${codes(trigger.queues)}`;
    case 'schedule':
      return `schedule ${code(trigger.schedule)}, cron ${code(trigger.cron)} UTC`;
    case 'direct':
      return `direct, from ${directCallersOf(name).join(' and ')}`;
  }
};

const batchOf = (name: WorkerName): string => {
  const trigger: Trigger = workers[name].trigger;
  if (trigger.kind !== 'queue' && trigger.kind !== 'stream') return '-';
  const size = both(trigger.batch);
  return trigger.kind === 'stream' ? `${size}; one at a time` : `${size}; window ${trigger.windowSeconds} s; at a time ${both(trigger.concurrency)}`;
};

const both = ({ cloud, embedded }: PerRuntime): string => `${cloud} in the cloud, ${embedded} in one process`;

const portsOf = (name: WorkerName): string => {
  const ports = Object.entries(workers[name].ports as Readonly<Record<string, readonly string[]>>);
  return codes(ports.flatMap(([port, methods]) => methods.map((method) => `${port}.${method}`)));
};

const outputsOf = (name: WorkerName): string => codes([...workers[name].sends, ...workers[name].publishes, ...workers[name].invokes]);

/** The head of a worker's page. */
export const workerHead = (name: WorkerName): string =>
  table(
    ['', ''],
    [
      ['domain', workers[name].domain],
      ['trigger', triggerOf(name)],
      ...(batchOf(name) === '-' ? [] : [['batch', batchOf(name)]]),
      ['chain', workers[name].chain.join(' → ')],
      ['timeout', `${workers[name].timeoutSeconds} s`],
      ['ports', portsOf(name)],
      ['sends to', outputsOf(name)],
      ['code', `[src/workers/${workers[name].domain}/${kebab(name)}.ts](../../src/workers/${workers[name].domain}/${kebab(name)}.ts)`],
    ],
  );

export const workersTable = (): string =>
  table(
    ['worker', 'domain', 'what for', 'trigger', 'batch', 'ports', 'sends to'],
    workerNames.map((name) => [
      `[${name}](flows/${kebab(name)}.md)`,
      workers[name].domain,
      workers[name].purpose,
      triggerOf(name),
      batchOf(name),
      portsOf(name),
      outputsOf(name),
    ]),
  );

export const chainsTable = (): string => {
  const byChain = new Map<string, WorkerName[]>();
  for (const name of workerNames) {
    const chain = workers[name].chain.join(' → ');
    byChain.set(chain, [...(byChain.get(chain) ?? []), name]);
  }
  return table(
    ['chain', 'workers'],
    [...byChain].map(([chain, names]) => [chain, names.join(', ')]),
  );
};

export const queuesTable = (): string =>
  table(
    ['queue', 'worker', 'dead-letter queue', 'visibility', 'receives', 'kept'],
    Object.entries(queues).map(([name, { deadLetterQueue, visibilitySeconds, maxReceiveCount, retentionDays }]) => [
      code(name),
      codes(
        workerNames.filter((worker) => {
          const trigger: Trigger = workers[worker].trigger;
          return trigger.kind === 'queue' && (trigger.queues as readonly string[]).includes(name);
        }),
      ),
      code(deadLetterQueue),
      `${visibilitySeconds} s`,
      String(maxReceiveCount),
      `${retentionDays} days, dead letters ${DEAD_LETTER_RETENTION_DAYS}`,
    ]),
  );

const ruleText = (rule: FilterRule): string => (typeof rule === 'object' && rule !== null ? `anything but ${rule['anything-but'].join(' | ')}` : String(rule));

const patternText = (pattern: FilterPattern, path = ''): readonly string[] =>
  Object.entries(pattern).flatMap(([key, value]) =>
    Array.isArray(value) ? [code(`${path}${key} = ${value.map(ruleText).join(' | ')}`)] : patternText(value as FilterPattern, `${path}${key}.`),
  );

export const streamsTable = (): string =>
  table(
    ['worker', 'gets records where', 'retries', 'dead-letter queue'],
    workerNames.flatMap((name) => {
      const trigger: Trigger = workers[name].trigger;
      if (trigger.kind !== 'stream') return [];
      const filters = trigger.filters.map((pattern) => patternText(pattern).join(' and ')).join(', or ');
      return [[code(name), filters, String(trigger.maxRetries), code(trigger.deadLetterQueue)]];
    }),
  );

export const topicsTable = (): string =>
  table(
    ['topic', 'attribute', 'queue', 'event-log topic'],
    Object.entries(topics).flatMap(([topic, { subscriptions }]) =>
      subscriptions.map(({ queue, filter }) => [code(topic), code(`type = ${filter.type}`), code(queue), code(`<prefix>.${eventTopics[filter.type]}`)]),
    ),
  );

export const schedulesTable = (): string =>
  table(
    ['schedule', 'cron (UTC)', 'worker'],
    workerNames.flatMap((name) => {
      const trigger: Trigger = workers[name].trigger;
      return trigger.kind === 'schedule' ? [[code(trigger.schedule), code(trigger.cron), code(name)]] : [];
    }),
  );

export const stateMachinesTable = (): string =>
  table(
    ['state machine', 'state', 'worker', 'for each of', 'result under', 'attempts'],
    Object.entries(stateMachines).flatMap(([machine, { states }]) =>
      states.map((state) => [
        code(machine),
        state.name,
        code(state.worker),
        state.kind === 'map' ? `${code(state.itemsKey)}, ${state.concurrency} at a time` : '-',
        code(state.resultKey),
        String(state.maxAttempts),
      ]),
    ),
  );

export const resolversTable = (): string =>
  table(
    ['field', 'workers, in order'],
    Object.entries(resolvers).flatMap(([type, fields]) => Object.entries(fields).map(([field, pipeline]) => [code(`${type}.${field}`), pipeline.join(' → ')])),
  );
