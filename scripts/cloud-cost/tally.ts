import { type Domain, type WorkerName, workers } from '../../src/topology.ts';
import { PREFIX } from '../../tests/aws/cloud.ts';
import { kebab } from '../../tests/support/kebab.ts';
import type { CountedCall, CountedInvocation, CountedLine } from './counted-line.ts';

/** What is counted. `refusedWriteUnits`, those of conditions that failed, are among the write units. `sqsPolls` are the receives and deletes of Lambda's own pollers, which are billed as ours are. */
export const counters = [
  'invocations',
  'records',
  'dynamodbRequests',
  'dynamodbWriteUnits',
  'dynamodbReadUnits',
  'refusedWriteUnits',
  'sqsSends',
  'sqsMessages',
  'sqsPolls',
  'snsRequests',
  'snsMessages',
  's3Writes',
  's3Reads',
  'secretReads',
  'mails',
  'appsyncOperations',
  'httpRequests',
  'stateTransitions',
] as const;
export type Counter = (typeof counters)[number];
export type Counts = Readonly<Partial<Record<Counter, number>>>;

export interface TallyRow {
  readonly domain: Domain;
  /** A function's bundle, or `front door` for what is billed before a function runs. */
  readonly function: string;
  /** A service's caller; null where nobody but AWS invokes it. */
  readonly caller: string | null;
  readonly counts: Counts;
}

/** SQS and SNS bill 64 KB as one request. */
export const sixtyFourKilobytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 65_536));
/** Lambda's pollers receive and delete ten messages a request (AWS Lambda developer guide, "Using Lambda with Amazon SQS"). */
const MESSAGES_A_POLL = 10;
const FRONT_DOOR = 'front door';

const workerNames = new Map((Object.keys(workers) as WorkerName[]).map((name) => [kebab(name), name]));
const stateWorkers = new Set(['freeze-draw', 'reveal-draw', 'enqueue-market-selections', 'close-books']);
const bare = (name: string): string => kebab(name.startsWith(`${PREFIX}-`) ? name.slice(PREFIX.length + 1) : name);

/** Whose bill it is. A draw that an operator asks for is the selection's; looking at the flow is nobody's. */
const domainOf = (functionName: string, onBehalfOf: string): Domain | null => {
  const worker = workerNames.get(bare(onBehalfOf));
  if (worker !== undefined) return workers[worker].domain;
  if (bare(functionName) === 'authorizer') return 'registration';
  return bare(functionName) === 'front' ? null : 'selection';
};

/** Adds the lines up, a row for each function and caller. What the tool itself asked for is left out. */
export const tallyOf = (lines: readonly CountedLine[]): readonly TallyRow[] => {
  const rows = new Map<
    string,
    { readonly domain: Domain; readonly function: string; readonly caller: string | null; counts: Partial<Record<Counter, number>> }
  >();
  const add = (domain: Domain, name: string, caller: string | null, counts: Counts): void => {
    const key = `${domain} ${name} ${caller}`;
    const row = rows.get(key) ?? { domain, function: name, caller, counts: {} };
    for (const [counter, count] of Object.entries(counts) as [Counter, number][]) row.counts[counter] = (row.counts[counter] ?? 0) + count;
    rows.set(key, row);
  };
  for (const line of lines) {
    if (line.kind === 'call' && line.function === null) {
      if (line.service === 'http-api' && line.action === 'POST /graphql') add('registration', FRONT_DOOR, null, { httpRequests: 1, appsyncOperations: 1 });
      continue;
    }
    const name = bare(line.function ?? '');
    const domain = domainOf(name, line.for ?? '');
    if (domain === null) continue;
    const caller = bare(line.for ?? '') === name ? null : bare(line.for ?? '');
    add(domain, name, caller, line.kind === 'invocation' ? ofInvocation(name, line) : ofCall(line));
  }
  return [...rows.values()].toSorted((a, b) => (`${a.domain} ${a.function} ${a.caller}` < `${b.domain} ${b.function} ${b.caller}` ? -1 : 1));
};

const ofInvocation = (name: string, { source, records }: CountedInvocation): Counts => ({
  invocations: 1,
  records,
  ...(source === 'sqs' ? { sqsPolls: 2 * Math.ceil(records / MESSAGES_A_POLL) } : {}),
  ...(stateWorkers.has(name) ? { stateTransitions: 1 } : {}),
});

const ofCall = ({ service, action, bytes, status, read = 0, write = 0, messages = 1 }: CountedCall): Counts => {
  switch (service) {
    case 'dynamodb':
      return { dynamodbRequests: 1, dynamodbReadUnits: read, dynamodbWriteUnits: write, refusedWriteUnits: status === 200 ? 0 : write };
    case 'sqs':
      return action.startsWith('SendMessage') ? { sqsSends: sixtyFourKilobytes(bytes), sqsMessages: messages } : {};
    case 'sns':
      return action.startsWith('Publish') ? { snsRequests: sixtyFourKilobytes(bytes), snsMessages: messages } : {};
    case 's3':
      return /^(PUT|POST)/.test(action) ? { s3Writes: 1 } : { s3Reads: 1 };
    case 'secretsmanager':
      return { secretReads: 1 };
    case 'ses':
      return { mails: 1 };
    default:
      return {};
  }
};

/** The counts of one fan: a campaign's own constants are in it, spread over those who were counted. */
export const perFan = ({ fans, rows }: { readonly fans: number; readonly rows: readonly TallyRow[] }): readonly TallyRow[] =>
  rows.map((row) => ({ ...row, counts: Object.fromEntries(Object.entries(row.counts).map(([counter, count]) => [counter, count / fans])) }));
