import type { App } from 'aws-cdk-lib';
import type { ServiceName } from '../src/ports/tokens.ts';

/** What a deployment is told by CDK context (`-c name=value`, or cdk.context.json). docs/deploying.md has the same table in words. */
export interface Settings {
  /** What every name of the deployment begins with, so that two can live in one account. Default `reg`. */
  readonly prefix: string;
  /** How the stream workers get the demand-table's changes: its own stream, or the table through Kinesis. Default `dynamodb`. */
  readonly stream: 'dynamodb' | 'kinesis';
  /**
   * The OpenID Connect issuer of fans' tokens, where its keys are (null: where it says), and which `aud` and `typ` are
   * taken (null: the defaults of docs/configuration.md). Null: the built-in sign-in alone.
   */
  readonly fanIssuer: { readonly issuer: string; readonly jwksUri: string | null; readonly audience: string | null; readonly tokenTypes: string | null } | null;
  /** Hosts that the keys of identity proofs may be fetched from. Default none. */
  readonly idvHosts: readonly string[];
  /** Services that a company has already: what comes before `/v1`. The others are deployed. */
  readonly serviceUrls: Readonly<Partial<Record<ServiceName, string>>>;
  /** An existing network for the functions: needed where a server of the company is reached through it. */
  readonly network: { readonly vpcId: string; readonly subnetIds: readonly string[]; readonly securityGroupIds: readonly string[] } | null;
  /** The MongoDB that services keep everything in: its URL without user and password, or the secret that holds the whole of it; null: tables of DynamoDB. */
  readonly mongo: { readonly url: string } | { readonly secret: string } | null;
  /** The MongoDB that workers read campaigns from, by a user who may only read; null: as the services. */
  readonly mongoRead: { readonly url: string } | { readonly secret: string } | null;
  /** The Redis that caches campaigns: its URL without user and password, or the name below the prefix of the secret that holds the whole of it. */
  readonly redis: { readonly url: string } | { readonly secret: string } | null;
  /** The domain that mails come from, verified with SES; null: nobody is mailed, and due mails stay planned. */
  readonly mailDomain: string | null;
  /** The mail server in SES's place; needs `mailDomain`. */
  readonly smtp: SmtpSetting | null;
  /** Topics of the event log begin with this. Default `prd2011.dmnd`. */
  readonly topicPrefix: string;
  /** Where the functions send traces, by OTLP over HTTP: what comes before `/v1/traces`, and how many of them, 0 to 1. Null: nobody records any. */
  readonly traces: { readonly endpoint: string; readonly ratio: number } | null;
  /** The company's Kafka, and the name of the secret below the prefix with our certificate; null: the event log is a table. */
  readonly kafka: { readonly brokers: string; readonly secret: string } | null;
  /** A schema registry with Confluent's API, for records on Kafka; null: they are plain JSON. */
  readonly schemaRegistryUrl: string | null;
  /** Where alarms are told: an SNS topic's ARN; null: nowhere, they only show. */
  readonly alarmTopicArn: string | null;
  /** Requests in five minutes from one address before GraphQL refuses it; null: no web application firewall. Default 2000. */
  readonly addressLimit: number | null;
  /** Whether tables, bucket and keys outlive the stack. Default true. */
  readonly retain: boolean;
}

/** Its URL without user and password, or the secret that holds the whole of it; and, where mails are signed, the key's secret. */
export interface SmtpSetting {
  readonly address: { readonly url: string } | { readonly secret: string };
  readonly bounceAddress: string | null;
  readonly dkim: { readonly selector: string; readonly secret: string } | null;
}

const NAMES: ReadonlySet<string> = new Set([
  'prefix',
  'stream',
  'issuer',
  'jwksUri',
  'audience',
  'tokenTypes',
  'idvHosts',
  'mailDomain',
  'campaignUrl',
  'entryUrl',
  'userUrl',
  'codeUrl',
  'exportUrl',
  'vpcId',
  'subnetIds',
  'securityGroupIds',
  'mongoUrl',
  'mongoSecret',
  'mongoReadUrl',
  'mongoReadSecret',
  'redisUrl',
  'redisSecret',
  'smtpUrl',
  'smtpSecret',
  'bounceAddress',
  'dkimSelector',
  'dkimSecret',
  'topicPrefix',
  'otlpEndpoint',
  'traceRatio',
  'kafkaBrokers',
  'kafkaSecret',
  'schemaRegistryUrl',
  'alarmTopicArn',
  'addressLimit',
  'retain',
]);

/** Reads and checks the context. Throws an error that names the setting. */
export const readSettings = (app: App): Settings => {
  // The CDK's own context has a colon or a slash in its names.
  for (const name of Object.keys(app.node.getAllContext())) {
    if (!/[:/]/.test(name) && !NAMES.has(name)) throw new Error(`There is no setting ${name}. There are: ${[...NAMES].join(', ')}.`);
  }
  const text = (name: string): string | null => {
    const value: unknown = app.node.tryGetContext(name);
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw wrong(name, 'a text');
    return String(value);
  };
  const matching = (name: string, pattern: RegExp, rule: string): string | null => {
    const value = text(name);
    if (value !== null && !pattern.test(value)) throw wrong(name, rule);
    return value;
  };
  const url = (name: string): string | null =>
    matching(name, /^https:\/\/[^\s?#@]+[^/\s?#@]$/, 'an https:// URL without user, query, fragment and closing slash');
  const oneOf = <T extends string>(name: string, allowed: readonly T[], standard: T): T => {
    const value = text(name) ?? standard;
    const known = allowed.find((candidate) => candidate === value);
    if (known === undefined) throw wrong(name, `one of ${allowed.join(', ')}`);
    return known;
  };
  const list = (name: string, pattern: RegExp, rule: string): readonly string[] => {
    const parts = text(name)?.split(',') ?? [];
    if (!parts.every((part) => pattern.test(part))) throw wrong(name, rule);
    return parts;
  };

  // A slash at the end of an issuer counts, and some have one.
  const issuer = matching('issuer', /^https:\/\/[^\s?#@]+$/, 'an https:// URL without user, query and fragment');
  const jwksUri = url('jwksUri');
  const audience = matching('audience', /^[^\s,]+(,[^\s,]+)*$/, "the `aud` of fans' tokens, or several with commas between");
  const tokenTypes = matching('tokenTypes', /^[\w!#$&^.+/-]+(,[\w!#$&^.+/-]+)*$/, 'values of the header `typ` with commas between');
  if (issuer === null && (jwksUri ?? audience ?? tokenTypes) !== null) throw wrong('issuer', 'set together with jwksUri, audience and tokenTypes');
  const vpcId = matching('vpcId', /^vpc-[0-9a-f]+$/, 'a VPC id');
  const subnetIds = list('subnetIds', /^subnet-[0-9a-f]+$/, 'subnet ids with commas between');
  const securityGroupIds = list('securityGroupIds', /^sg-[0-9a-f]+$/, 'security group ids with commas between');
  if (vpcId !== null && (subnetIds.length === 0 || securityGroupIds.length === 0)) throw wrong('vpcId', 'set together with subnetIds and securityGroupIds');
  const server = (
    name: 'mongo' | 'mongoRead' | 'redis' | 'smtp',
    pattern: RegExp,
    rule: string,
  ): { readonly url: string } | { readonly secret: string } | null => {
    const given = matching(`${name}Url`, pattern, `${rule}; user and password belong into ${name}Secret`);
    const secret = matching(`${name}Secret`, SECRET_NAME, 'the name of a secret');
    if (given !== null && secret !== null) throw wrong(`${name}Secret`, `unset where ${name}Url is set`);
    return given !== null ? { url: given } : secret !== null ? { secret } : null;
  };
  const smtpSetting = (): SmtpSetting | null => {
    const address = server('smtp', /^smtps?:\/\/[^\s@/?#]+(\?tls=(off|required))?$/, 'smtp:// or smtps:// with host and port');
    const bounceAddress = matching('bounceAddress', /^[\w.-]{1,20}@([a-z0-9-]+\.)+[a-z]{2,}$/, 'an address without a plus');
    const selector = matching('dkimSelector', /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/, 'a name as in the DNS');
    const secret = matching('dkimSecret', SECRET_NAME, 'the name of a secret');
    if ((selector === null) !== (secret === null)) throw wrong('dkimSelector', 'set together with dkimSecret');
    if (address !== null && text('mailDomain') === null) throw wrong('mailDomain', 'set where a mail server is');
    if (address === null && (bounceAddress !== null || selector !== null)) throw wrong('smtpSecret', 'set where bounceAddress or dkimSelector is');
    return address === null ? null : { address, bounceAddress, dkim: selector === null || secret === null ? null : { selector, secret } };
  };
  // Without TLS it may only be an extension beside the function.
  const otlpEndpoint = matching(
    'otlpEndpoint',
    /^(https:\/\/[^\s?#@]+[^/\s?#@]|http:\/\/localhost(:\d+)?)$/,
    'an https:// URL without user, query, fragment and closing slash, or http://localhost:port',
  );
  const traceRatio = matching('traceRatio', /^(0(\.\d{1,6})?|1)$/, 'a number from 0 to 1');
  if (otlpEndpoint === null && traceRatio !== null) throw wrong('otlpEndpoint', 'set where traceRatio is');
  const limit = matching('addressLimit', /^(off|[1-9]\d{1,8})$/, 'a number of requests in five minutes, from 10, or `off`') ?? '2000';
  const brokers = matching('kafkaBrokers', /^[\w.-]+:\d{1,5}(,[\w.-]+:\d{1,5})*$/, 'host:port of one broker or several, with commas between');
  const kafkaSecret = matching('kafkaSecret', /^[\w.-]+(\/[\w.-]+)*$/, 'the name of a secret without the prefix');
  const schemaRegistryUrl = url('schemaRegistryUrl');
  if ((brokers === null) !== (kafkaSecret === null)) throw wrong('kafkaBrokers', 'set together with kafkaSecret');
  if (schemaRegistryUrl !== null && brokers === null) throw wrong('schemaRegistryUrl', 'set together with kafkaBrokers');
  const serviceUrls: Partial<Record<ServiceName, string>> = {};
  for (const service of ['campaign', 'entry', 'user', 'code', 'export'] as const) {
    const given = url(`${service}Url`);
    if (given !== null) serviceUrls[service] = given;
  }

  return {
    prefix: matching('prefix', /^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and hyphens, at most 20') ?? 'reg',
    stream: oneOf('stream', ['dynamodb', 'kinesis'], 'dynamodb'),
    fanIssuer: issuer === null ? null : { issuer, jwksUri, audience, tokenTypes },
    idvHosts: list('idvHosts', /^[a-z0-9.-]+(:\d{1,5})?$/, 'hosts in lower case with commas between'),
    serviceUrls,
    network: vpcId === null ? null : { vpcId, subnetIds, securityGroupIds },
    mongo: server('mongo', MONGO_URL, MONGO_RULE),
    mongoRead: server('mongoRead', MONGO_URL, MONGO_RULE),
    redis: server('redis', /^rediss?:\/\/[^\s@/?#]+(\/\d{1,4})?$/, 'redis:// or rediss:// with host and port'),
    smtp: smtpSetting(),
    mailDomain: matching('mailDomain', /^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a domain'),
    topicPrefix: matching('topicPrefix', /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/, 'the beginning of a Kafka topic') ?? 'prd2011.dmnd',
    traces: otlpEndpoint === null ? null : { endpoint: otlpEndpoint, ratio: Number(traceRatio ?? '0.01') },
    kafka: brokers === null || kafkaSecret === null ? null : { brokers, secret: kafkaSecret },
    schemaRegistryUrl,
    alarmTopicArn: matching('alarmTopicArn', /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]+$/, "an SNS topic's ARN"),
    addressLimit: limit === 'off' ? null : Number(limit),
    retain: oneOf('retain', ['true', 'false'], 'true') === 'true',
  };
};

const MONGO_URL = /^mongodb(\+srv)?:\/\/[^\s@/?#]+(\/[\w-]{0,60})?(\?[^\s#]+)?$/;
const MONGO_RULE = 'mongodb:// or mongodb+srv:// with hosts, a database and options';
const SECRET_NAME = /^[\w.-]+(\/[\w.-]+)*$/;

const wrong = (name: string, rule: string): Error => new Error(`The setting ${name} has to be ${rule}.`);
