import { isIP } from 'node:net';
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
  SERVICE_URLS,
  type ServerAddress,
  type StreamWay,
  serverOf,
  serviceUrlsOf,
  settingOf,
  streamOf,
  topicPrefixOf,
  urlOf,
} from './environment.ts';
import type { FanIssuer, ServiceName } from './ports/tokens.ts';
import { type SmtpSettings, smtpOf, smtpVariables } from './smtp-settings.ts';
import { type TraceSettings, traceSettingsOf } from './trace-settings.ts';

/** The environment, read and checked once, at the start. docs/configuration.md has the same table in words. */
export interface Config {
  /** Address to listen on. Default `127.0.0.1`. */
  readonly host: string;
  /** Port to listen on; 0 takes a free one. Default 8080. */
  readonly port: number;
  /** Where the embedded engine keeps everything. Default `./data`. */
  readonly dataFolder: string;
  /** How the outside reaches the front door, for links in mails; null: where it listens. No slash at the end. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  /** The OpenID Connect issuer of fans' tokens; null: the built-in sign-in alone. */
  readonly fanIssuer: FanIssuer | null;
  /** Hosts that the keys of identity proofs may be fetched from. Default none. */
  readonly idvHosts: readonly string[];
  /** The relay of drand's HTTP API that public randomness is fetched from. Default `https://api.drand.sh`. */
  readonly drandUrl: string;
  /** What topics of the event log begin with, without the dot. Default `prd2011.dmnd`. */
  readonly topicPrefix: string;
  /** The company's Kafka; null: the embedded event log. */
  readonly kafka: KafkaSettings | null;
  /** The schema registry that Kafka's records name their schemas of; null: they are plain JSON. */
  readonly schemaRegistryUrl: string | null;
  /** The domain that mails come from; null: the host of the public URL. */
  readonly mailDomain: string | null;
  /** Services that run elsewhere: what comes before `/v1`. The others are the embedded ones. */
  readonly serviceUrls: Readonly<Partial<Record<ServiceName, string>>>;
  /** The MongoDB that the five services keep everything in; null: they do in the data folder. */
  readonly mongo: ServerAddress | null;
  /** The MongoDB that the workers read campaigns from, by a user who may only read; null: as the services. */
  readonly mongoRead: ServerAddress | null;
  /** The Redis that caches campaigns for all processes; null: each process has its own cache. */
  readonly redis: ServerAddress | null;
  /** The mail server; null: mails are files in the data folder. */
  readonly smtp: SmtpSettings | null;
  /** Which event the stream workers get: DynamoDB's own stream, or the same through Kinesis. Default `dynamodb`. */
  readonly stream: StreamWay;
  /** Proxies whose `x-forwarded-for` is believed: addresses or CIDR ranges. Default none. */
  readonly trustedProxies: readonly string[];
  /** Requests a second from one address, on average, in bursts of ten seconds' worth; null: no limit. Default 50. */
  readonly addressRate: number | null;
  /** Requests a second by one fan, on average, in bursts of ten seconds' worth; null: no limit. Default 5. */
  readonly fanRate: number | null;
  /** `NODE_ENV=production`: GraphQL keeps its schema to itself. */
  readonly production: boolean;
  /** Where traces go; null: nobody records any. */
  readonly traces: TraceSettings | null;
  /** Where commands find the running system; null: this machine's default. */
  readonly operatorUrl: string | null;
  /** The token that commands show; null: one made from the data folder. */
  readonly operatorToken: string | null;
}

/** What the command line says goes before the environment. */
export type ConfigOverrides = Partial<Pick<Config, 'host' | 'port' | 'dataFolder' | 'publicUrl' | 'logLevel' | 'addressRate' | 'fanRate'>>;

/** Throws `CONFIG_INVALID` with one line that names the variable and what it should be. An empty value counts as not set. */
export const readConfig = (env: Environment, overrides: ConfigOverrides = {}): Config => {
  return {
    host: overrides.host ?? settingOf(env, 'HOST') ?? '127.0.0.1',
    port: overrides.port === undefined ? portOf('PORT', settingOf(env, 'PORT') ?? '8080') : portOf('--port', String(overrides.port)),
    dataFolder: overrides.dataFolder ?? settingOf(env, 'REG_DATA') ?? './data',
    publicUrl: overrides.publicUrl ?? urlOf(env, 'REG_PUBLIC_URL'),
    logLevel: overrides.logLevel ?? logLevelOf(env),
    fanIssuer: fanIssuerOf(env),
    idvHosts: idvHostsOf(env),
    drandUrl: drandUrlOf(env),
    topicPrefix: topicPrefixOf(env),
    kafka: kafkaOf(env),
    schemaRegistryUrl: urlOf(env, 'REG_SCHEMA_REGISTRY_URL'),
    mailDomain: mailDomainOf(env),
    serviceUrls: serviceUrlsOf(env),
    mongo: serverOf(env, MONGO),
    mongoRead: serverOf(env, MONGO_READ),
    redis: serverOf(env, REDIS),
    smtp: smtpOf(env),
    stream: streamOf(env),
    trustedProxies: trustedProxiesOf(settingOf(env, 'REG_TRUSTED_PROXIES')),
    addressRate: overrides.addressRate === undefined ? rateOf(env, 'REG_ADDRESS_RATE', 50) : overrides.addressRate,
    fanRate: overrides.fanRate === undefined ? rateOf(env, 'REG_FAN_RATE', 5) : overrides.fanRate,
    production: env.NODE_ENV === 'production',
    traces: traceSettingsOf(env),
    operatorUrl: urlOf(env, 'REG_URL'),
    operatorToken: tokenOf(settingOf(env, 'REG_TOKEN')),
  };
};

const portOf = (name: string, text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw invalid(name, 'has to be a port: a whole number from 0 (any free one) to 65535');
  return port;
};

const trustedProxiesOf = (value: string | null): readonly string[] => {
  if (value === null) return [];
  const proxies = value.split(',').map((part) => part.trim());
  if (!proxies.every(isAddressRange)) throw invalid('REG_TRUSTED_PROXIES', 'has to be a comma-separated list of addresses or CIDR ranges');
  return proxies;
};

const isAddressRange = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  return version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
};

const rateOf = (env: Environment, name: string, standard: number): number | null => {
  const value = settingOf(env, name);
  if (value === null) return standard;
  if (value === 'off') return null;
  const rate = Number(value);
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(value) || rate <= 0) throw invalid(name, 'has to be a number of requests a second above 0, or `off`');
  return rate;
};

const tokenOf = (value: string | null): string | null => {
  if (value !== null && !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) throw invalid('REG_TOKEN', 'has to be a token as `reg token operator` prints it');
  return value;
};

/** Every variable that is read here, in the order of the documents; the AWS SDK and OpenTelemetry read their own. */
export const environmentVariables = [
  'PORT',
  'HOST',
  'NODE_ENV',
  'REG_DATA',
  'REG_PUBLIC_URL',
  'REG_URL',
  'REG_TOKEN',
  'REG_LOG_LEVEL',
  'REG_ISSUER',
  'REG_JWKS_URI',
  'REG_AUDIENCE',
  'REG_TOKEN_TYPES',
  'REG_IDV_HOSTS',
  'REG_DRAND_URL',
  'REG_TOPIC_PREFIX',
  'REG_KAFKA_BROKERS',
  'REG_KAFKA_SECRET',
  'REG_SCHEMA_REGISTRY_URL',
  'REG_MAIL_DOMAIN',
  'REG_STREAM',
  'REG_RESOURCES',
  'REG_TRUSTED_PROXIES',
  'REG_ADDRESS_RATE',
  'REG_FAN_RATE',
  ...Object.values(SERVICE_URLS),
  MONGO.url,
  MONGO.secret,
  MONGO_READ.url,
  MONGO_READ.secret,
  REDIS.url,
  REDIS.secret,
  ...smtpVariables,
] as const;
