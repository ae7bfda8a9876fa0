import { ArnFormat, type aws_iam as iam, type aws_lambda as lambda } from 'aws-cdk-lib';
import type { TableName } from '../src/adapters/aws/dynamodb-tables.ts';
import type { QueueName } from '../src/domain/message.ts';
import { MONGO, MONGO_READ, REDIS } from '../src/environment.ts';
import type { ServiceName } from '../src/ports/tokens.ts';
import { queues as queueRows, type StreamWorkerName, type TopicName, type Trigger, type WorkerName, workers } from '../src/topology.ts';
import { kebab } from '../tests/support/kebab.ts';
import { wildcard } from './accept.ts';
import { type ChangeSource, mapQueues, mapStream, pollingStatements } from './event-sources.ts';
import { allow, createFunction, type Deployment } from './functions.ts';
import { kafkaUse } from './kafka.ts';
import type { Queues } from './queues.ts';
import { isTablePort, keyStatement, type ServerUse, secretStatement, serverUse, tableStatement, tableUse } from './rights.ts';
import type { State } from './state-stack.ts';

export interface WorkersOptions {
  readonly deployment: Deployment;
  readonly state: State;
  readonly queues: Queues;
  readonly source: ChangeSource;
  /** `REG_<SERVICE>_URL` of each service. */
  readonly urlVariables: Readonly<Record<ServiceName, Readonly<Record<string, string>>>>;
}

export type WorkerFunctions = Readonly<Record<WorkerName, lambda.Function>>;

/** A selection of a whole market, or a planning run, holds more at a time than a batch does. */
const MEMORY_MB: Readonly<Partial<Record<WorkerName, number>>> = {
  checkEligibility: 1024,
  upsertEntry: 1024,
  enqueueMarketSelections: 2048,
  closeBooks: 1024,
  planSends: 1024,
};
const SERVICE_PORT = /^(campaign|entry|user|code)Service$/;

/** One function a row of the topology, with the rights that follow from the ports, queues and topics that the row names. */
export const createWorkers = (options: WorkersOptions): WorkerFunctions => {
  const { deployment, queues, source } = options;
  const made = {} as Record<WorkerName, lambda.Function>;
  for (const worker of Object.keys(workers) as WorkerName[]) made[worker] = createWorker(worker, options);
  for (const worker of Object.keys(workers) as WorkerName[]) {
    const trigger: Trigger = workers[worker].trigger;
    if (trigger.kind === 'queue') mapQueues(deployment.stack, worker, trigger, made[worker], queues);
    if (trigger.kind === 'stream') mapStream(deployment.stack, worker as StreamWorkerName, made[worker], source, queues);
  }
  return made;
};

const createWorker = (worker: WorkerName, options: WorkersOptions): lambda.Function => {
  const { deployment, urlVariables } = options;
  const { purpose, timeoutSeconds, ports } = workers[worker];
  const kafka = 'eventLog' in ports ? kafkaUse(deployment) : null;
  const mongo = 'campaignStore' in ports ? campaignsUse(deployment) : null;
  const uses = usesOf(worker, [...(kafka === null ? [] : ['eventLog']), ...(mongo === null ? [] : ['campaignStore'])]);
  const memoryMB = MEMORY_MB[worker];
  const redis = serverUse(deployment.stack, deployment.settings.prefix, 'campaignCache' in ports ? deployment.settings.redis : null, REDIS);
  return createFunction(deployment, {
    name: kebab(worker),
    description: purpose,
    timeoutSeconds,
    ...(memoryMB === undefined ? {} : { memoryMB }),
    resources: resourcesOf(uses, options),
    environment: Object.assign({}, mongo?.environment, redis.environment, ...uses.services.map((service) => urlVariables[service]), kafka?.environment),
    statements: [
      ...statementsOf(worker, uses, options),
      ...(mongo?.statements ?? []),
      ...redis.statements,
      ...(kafka?.statements ?? []),
      ...('secrets' in ports ? [secretStatement(deployment.stack, deployment.settings.prefix, ['reference-key/*'], ['Get'])] : []),
    ],
    accepted: [
      ...('secrets' in ports
        ? [wildcard('One reference key a campaign, whose name is made later.', 'secretsmanager', `secret:${deployment.settings.prefix}/reference-key/*`)]
        : []),
      ...(isStream(worker) ? [wildcard('dynamodb:ListStreams, which the poller needs, knows no narrower resource.')] : []),
    ],
  });
};

/** Where campaigns are in MongoDB, workers read them as their own user where there is one; null: they are in a table. */
const campaignsUse = ({ stack, settings: { prefix, mongo, mongoRead } }: Deployment): ServerUse | null => {
  if (mongoRead !== null) return serverUse(stack, prefix, mongoRead, MONGO_READ);
  return mongo === null ? null : serverUse(stack, prefix, mongo, MONGO);
};

/** What a row comes to in the cloud. */
interface Uses {
  readonly tables: ReadonlyMap<TableName, readonly string[]>;
  readonly services: readonly ServiceName[];
  /** Queues whose messages it is given: it tells its dead-letter queues apart by them. */
  readonly consumes: readonly QueueName[];
  readonly sends: readonly QueueName[];
  readonly deadLetters: readonly string[];
  readonly publishes: readonly TopicName[];
  readonly invokes: readonly WorkerName[];
}

/** `elsewhere`: ports that stand on no table in this deployment. */
const usesOf = (worker: WorkerName, elsewhere: readonly string[]): Uses => {
  const row = workers[worker];
  const used = new Map<TableName, readonly string[]>();
  const services: ServiceName[] = [];
  for (const [port, methods] of Object.entries(row.ports) as [string, readonly string[]][]) {
    const [, service] = SERVICE_PORT.exec(port) ?? [];
    if (service !== undefined) services.push(service as ServiceName);
    if (!isTablePort(port) || elsewhere.includes(port)) continue;
    const { table, actions } = tableUse(port, methods);
    used.set(table, [...(used.get(table) ?? []), ...actions]);
  }
  const trigger: Trigger = row.trigger;
  const deadLetters =
    trigger.kind === 'queue' ? trigger.queues.map((queue) => queueRows[queue].deadLetterQueue) : trigger.kind === 'stream' ? [trigger.deadLetterQueue] : [];
  const consumes = trigger.kind === 'queue' ? trigger.queues : [];
  return { tables: used, services, consumes, sends: row.sends, deadLetters, publishes: row.publishes, invokes: row.invokes as readonly WorkerName[] };
};

const resourcesOf = (
  { tables: used, consumes, sends, deadLetters, publishes, invokes }: Uses,
  { deployment, state, queues }: WorkersOptions,
): Readonly<Record<string, unknown>> => ({
  tables: Object.fromEntries([...used.keys()].map((table) => [table, state.tables[table].tableName])),
  queues: Object.fromEntries([
    ...[...new Set([...consumes, ...sends])].map((queue) => [queue, queues.queues[queue].queueUrl]),
    ...deadLetters.map((name) => [name, queues.deadLetterQueues.get(name)?.queueUrl]),
  ]),
  topics: Object.fromEntries(publishes.map((topic) => [topic, queues.topics[topic].topicArn])),
  functions: Object.fromEntries(invokes.map((name) => [name, functionName(deployment, name)])),
  secretsPrefix: `${deployment.settings.prefix}/`,
});

const statementsOf = (worker: WorkerName, uses: Uses, { deployment, state, queues, source }: WorkersOptions): readonly iam.PolicyStatement[] => {
  const { stack, settings, key } = deployment;
  const polling = pollingStatements(worker, source, queues);
  const sendTo = [
    ...uses.sends.map((queue) => queues.queues[queue].queueArn),
    ...uses.deadLetters.map((name) => queues.deadLetterQueues.get(name)?.queueArn ?? ''),
  ];
  const usesQueues = sendTo.length > 0 || polling.length > 0;
  return [
    ...[...uses.tables].map(([table, actions]) => tableStatement(state.tables, table, actions)),
    ...(uses.tables.size > 0 || (isStream(worker) && source.kinesis === null) ? [keyStatement(stack, key, 'table')] : []),
    ...(isStream(worker) && source.kinesis !== null ? [keyStatement(stack, key, 'stream')] : []),
    ...(sendTo.length > 0 ? [allow(['sqs:SendMessage'], sendTo)] : []),
    ...(usesQueues ? [keyStatement(stack, key, 'queue')] : []),
    ...(uses.publishes.length > 0
      ? [
          allow(
            ['sns:Publish'],
            uses.publishes.map((topic) => queues.topics[topic].topicArn),
          ),
          keyStatement(stack, key, 'topic'),
        ]
      : []),
    ...(uses.invokes.length > 0
      ? [
          allow(
            ['lambda:InvokeFunction'],
            uses.invokes.map((name) => functionArn(deployment, name)),
          ),
        ]
      : []),
    ...(uses.services.length > 0 ? [secretStatement(stack, settings.prefix, ['signing-key-??????'], ['Get'])] : []),
    ...polling,
  ];
};

const isStream = (worker: WorkerName): boolean => workers[worker].trigger.kind === 'stream';

const functionName = ({ settings }: Deployment, worker: WorkerName): string => `${settings.prefix}-${kebab(worker)}`;

/** Known by name, as a worker may invoke one that is made after it. */
const functionArn = (deployment: Deployment, worker: WorkerName): string =>
  deployment.stack.formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: functionName(deployment, worker),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
