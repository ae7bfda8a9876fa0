import type { TableName } from '../../adapters/aws/dynamodb-tables.ts';
import {
  drandUrlOf,
  type Environment,
  fanIssuerOf,
  idvHostsOf,
  invalid,
  type KafkaSettings,
  kafkaOf,
  type LogLevel,
  logLevelOf,
  MONGO,
  MONGO_READ,
  mailDomainOf,
  REDIS,
  refuseIdleRegistry,
  type ServerAddress,
  serverOf,
  serviceUrlsOf,
  settingOf,
  topicPrefixOf,
  urlOf,
} from '../../environment.ts';
import { RegError } from '../../errors.ts';
import type { FanIssuer, ServiceName } from '../../ports/tokens.ts';
import { type SmtpSettings, smtpOf } from '../../smtp-settings.ts';
import type { StateMachineName, TopicName, WorkerName } from '../../topology.ts';
import { type TraceSettings, traceSettingsOf } from '../../trace-settings.ts';

/** What a function in the cloud is told by its environment. docs/configuration.md has the same in words. */
export interface CloudConfig {
  readonly resources: CloudResources;
  /** How fans reach the front door, for links in mails; null where nobody said. No slash at the end. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  readonly fanIssuer: FanIssuer | null;
  /** Hosts that the keys of identity proofs may be fetched from. */
  readonly idvHosts: readonly string[];
  /** The relay of drand's HTTP API that public randomness is fetched from. Default `https://api.drand.sh`. */
  readonly drandUrl: string;
  readonly topicPrefix: string;
  /** The company's Kafka; null: the event log is a table. */
  readonly kafka: KafkaSettings | null;
  /** The schema registry that Kafka's records name their schemas of; null: they are plain JSON. */
  readonly schemaRegistryUrl: string | null;
  /** The domain that mails come from; null: the host of the public URL. */
  readonly mailDomain: string | null;
  /** The MongoDB that services keep everything in; null: they do in tables of DynamoDB. */
  readonly mongo: ServerAddress | null;
  /** The MongoDB that workers read campaigns from, by a user who may only read; null: as the services. */
  readonly mongoRead: ServerAddress | null;
  /** The Redis that caches campaigns for all functions; null: each container has its own cache. */
  readonly redis: ServerAddress | null;
  /** The mail server; null: mails go by SES. */
  readonly smtp: SmtpSettings | null;
  /** Whether S3 is a server of one's own (the SDK's `AWS_ENDPOINT_URL`), which finds buckets by path. */
  readonly pathStyle: boolean;
  /** Where traces go; null: nobody records any. */
  readonly traces: TraceSettings | null;
  /** What comes before `/v1` of each service that this function calls. */
  readonly serviceUrls: Readonly<Partial<Record<ServiceName, string>>>;
}

/**
 * The names that a deployment gave to what the topology names: the variable `REG_RESOURCES`. A function is told those
 * that it needs. Asking for another throws `CONFIG_INVALID` with its place.
 */
export interface CloudResources {
  /** A table's name. */
  table(table: TableName): string;
  /** The URL of a queue or a dead-letter queue. */
  queue(queue: string): string;
  /** Names of the queues and dead-letter queues that are known, in their order. */
  queueNames(): readonly string[];
  /** An ARN. */
  topic(topic: TopicName): string;
  /** An ARN. */
  stateMachine(machine: StateMachineName): string;
  /** A function's name or ARN. */
  workerFunction(worker: WorkerName): string;
  filesBucket(): string;
  /** What the names of secrets begin with. */
  secretsPrefix(): string;
}

/** Throws `CONFIG_INVALID` with one line that names the variable and what it should be. */
export const readCloudConfig = (env: Environment): CloudConfig => {
  const config = cloudConfigOf(env);
  refuseIdleRegistry(config);
  return config;
};

const cloudConfigOf = (env: Environment): CloudConfig => ({
  resources: resourcesOf(env),
  publicUrl: urlOf(env, 'REG_PUBLIC_URL'),
  logLevel: logLevelOf(env),
  fanIssuer: fanIssuerOf(env),
  idvHosts: idvHostsOf(env),
  drandUrl: drandUrlOf(env),
  topicPrefix: topicPrefixOf(env),
  kafka: kafkaOf(env),
  schemaRegistryUrl: urlOf(env, 'REG_SCHEMA_REGISTRY_URL'),
  mailDomain: mailDomainOf(env),
  mongo: serverOf(env, MONGO),
  mongoRead: serverOf(env, MONGO_READ),
  redis: serverOf(env, REDIS),
  smtp: smtpOf(env),
  pathStyle: settingOf(env, 'AWS_ENDPOINT_URL') !== null,
  traces: traceSettingsOf(env),
  serviceUrls: serviceUrlsOf(env),
});

const VARIABLE = 'REG_RESOURCES';
const GROUPS = ['tables', 'queues', 'topics', 'stateMachines', 'functions'] as const;
const TEXTS = ['filesBucket', 'secretsPrefix'] as const;

type Group = (typeof GROUPS)[number];
type Names = Readonly<Record<string, string>>;

const resourcesOf = (env: Environment): CloudResources => {
  const given = parsed(settingOf(env, VARIABLE) ?? '{}');
  for (const key of Object.keys(given)) {
    if (![...GROUPS, ...TEXTS].some((known) => known === key)) throw invalid(`${VARIABLE}.${key}`, `has to be one of ${[...GROUPS, ...TEXTS].join(', ')}`);
  }
  const groups = Object.fromEntries(GROUPS.map((group) => [group, namesIn(group, given[group])])) as Readonly<Record<Group, Names>>;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(name, given[name])])) as Names;
  const nameOf = (group: Group, key: string): string => {
    const found = Object.hasOwn(groups[group], key) ? groups[group][key] : undefined;
    if (found === undefined) throw absent(`${group}.${key}`);
    return found;
  };
  const text = (name: (typeof TEXTS)[number]): string => {
    const found = texts[name];
    if (found === undefined) throw absent(name);
    return found;
  };
  return {
    table: (table) => nameOf('tables', table),
    queue: (queue) => nameOf('queues', queue),
    queueNames: () => Object.keys(groups.queues),
    topic: (topic) => nameOf('topics', topic),
    stateMachine: (machine) => nameOf('stateMachines', machine),
    workerFunction: (worker) => nameOf('functions', worker),
    filesBucket: () => text('filesBucket'),
    secretsPrefix: () => text('secretsPrefix'),
  };
};

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below: the parser's own words may quote the text.
  }
  throw invalid(VARIABLE, 'has to be a JSON object');
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const namesIn = (group: Group, value: unknown): Names => {
  if (value === undefined) return {};
  if (!isObject(value)) throw invalid(`${VARIABLE}.${group}`, 'has to be an object of names');
  return Object.fromEntries(Object.entries(value).map(([key, name]) => [key, textOf(`${group}.${key}`, name) ?? '']));
};

const textOf = (place: string, value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.trim() === '') throw invalid(`${VARIABLE}.${place}`, 'has to be a text that is not empty');
  return value;
};

const absent = (place: string): RegError =>
  new RegError('CONFIG_INVALID', `${VARIABLE}.${place} has to be set: this function uses it.`, { detail: { name: `${VARIABLE}.${place}` } });
