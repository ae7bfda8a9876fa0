import { isIP } from 'node:net';
import { RegError } from './errors.ts';
import type { ServiceName } from './ports/tokens.ts';

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
  readonly fanIssuer: { readonly issuer: string; readonly jwksUri: string } | null;
  /** What topics of the event log begin with, without the dot. Default `prd2011.dmnd`. */
  readonly topicPrefix: string;
  /** Services that run elsewhere: what comes before `/v1`. The others are the embedded ones. */
  readonly serviceUrls: Readonly<Partial<Record<ServiceName, string>>>;
  /** Which event the stream workers get: DynamoDB's own stream, or the same through Kinesis. Default `dynamodb`. */
  readonly stream: 'dynamodb' | 'kinesis';
  /** Proxies whose `x-forwarded-for` is believed: addresses or CIDR ranges. Default none. */
  readonly trustedProxies: readonly string[];
  /** Requests a second from one address, on average, in bursts of ten seconds' worth; null: no limit. Default 50. */
  readonly addressRate: number | null;
  /** Requests a second by one fan, on average, in bursts of ten seconds' worth; null: no limit. Default 5. */
  readonly fanRate: number | null;
  /** `NODE_ENV=production`: GraphQL keeps its schema to itself. */
  readonly production: boolean;
  /** Where commands find the running system; null: this machine's default. */
  readonly operatorUrl: string | null;
  /** The token that commands show; null: one made from the data folder. */
  readonly operatorToken: string | null;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What the command line says goes before the environment. */
export type ConfigOverrides = Partial<Pick<Config, 'host' | 'port' | 'dataFolder' | 'publicUrl' | 'logLevel' | 'addressRate' | 'fanRate'>>;

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const STREAMS = ['dynamodb', 'kinesis'] as const;

/** Servers that have a name already and no adapter yet; ignoring one silently would lose data to the wrong place. */
const NOT_YET = ['REG_SMTP_URL', 'REG_KAFKA_BROKERS', 'REG_KAFKA_SECRET', 'REG_SCHEMA_REGISTRY_URL', 'REG_REDIS_URL', 'REG_MONGO_URL'] as const;

/** Throws `CONFIG_INVALID` with one line that names the variable and what it should be. An empty value counts as not set. */
export const readConfig = (env: Environment, overrides: ConfigOverrides = {}): Config => {
  for (const name of NOT_YET) {
    if (settingOf(env, name) !== null) throw invalid(name, 'has to be unset: this version has no adapter for it yet and would not use it');
  }
  return {
    host: overrides.host ?? settingOf(env, 'HOST') ?? '127.0.0.1',
    port: overrides.port === undefined ? portOf('PORT', settingOf(env, 'PORT') ?? '8080') : portOf('--port', String(overrides.port)),
    dataFolder: overrides.dataFolder ?? settingOf(env, 'REG_DATA') ?? './data',
    publicUrl: overrides.publicUrl ?? urlOf(env, 'REG_PUBLIC_URL'),
    logLevel: overrides.logLevel ?? oneOf(env, 'REG_LOG_LEVEL', LOG_LEVELS) ?? 'info',
    fanIssuer: fanIssuerOf(env),
    topicPrefix: topicPrefixOf(settingOf(env, 'REG_TOPIC_PREFIX') ?? 'prd2011.dmnd'),
    serviceUrls: serviceUrlsOf(env),
    stream: oneOf(env, 'REG_STREAM', STREAMS) ?? 'dynamodb',
    trustedProxies: trustedProxiesOf(settingOf(env, 'REG_TRUSTED_PROXIES')),
    addressRate: overrides.addressRate === undefined ? rateOf(env, 'REG_ADDRESS_RATE', 50) : overrides.addressRate,
    fanRate: overrides.fanRate === undefined ? rateOf(env, 'REG_FAN_RATE', 5) : overrides.fanRate,
    production: env.NODE_ENV === 'production',
    operatorUrl: urlOf(env, 'REG_URL'),
    operatorToken: tokenOf(settingOf(env, 'REG_TOKEN')),
  };
};

const invalid = (name: string, rule: string): RegError => new RegError('CONFIG_INVALID', `${name} ${rule}.`, { detail: { name } });

const settingOf = (env: Environment, name: string): string | null => {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
};

const portOf = (name: string, text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw invalid(name, 'has to be a port: a whole number from 0 (any free one) to 65535');
  return port;
};

const oneOf = <T extends string>(env: Environment, name: string, allowed: readonly T[]): T | null => {
  const value = settingOf(env, name);
  if (value === null) return null;
  const known = allowed.find((candidate) => candidate === value);
  if (known === undefined) throw invalid(name, `has to be one of ${allowed.join(', ')}`);
  return known;
};

/** Values of URLs are never repeated in an error, as people put credentials into them. */
const urlOf = (env: Environment, name: string): string | null => {
  const value = settingOf(env, name);
  if (value === null) return null;
  const url = URL.parse(value);
  const rule = 'has to be an http:// or https:// URL without user, query or fragment';
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw invalid(name, rule);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') throw invalid(name, rule);
  return url.href.replace(/\/+$/, '');
};

const fanIssuerOf = (env: Environment): Config['fanIssuer'] => {
  const issuer = settingOf(env, 'REG_ISSUER');
  const jwksUri = urlOf(env, 'REG_JWKS_URI');
  if (issuer === null && jwksUri === null) return null;
  if (issuer === null) throw invalid('REG_ISSUER', "has to be set together with REG_JWKS_URI: it is the `iss` of fans' tokens");
  if (jwksUri === null) throw invalid('REG_JWKS_URI', "has to be set together with REG_ISSUER: it is where the keys of fans' tokens are found");
  urlOf(env, 'REG_ISSUER');
  // `iss` is compared as a text (OpenID Connect Core, 3.1.3.7), so a slash at its end counts.
  return { issuer, jwksUri };
};

/** Kafka's rule for topic names leaves 249 characters; the longest name of ours takes 20. */
const topicPrefixOf = (value: string): string => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/.test(value) || value.endsWith('.')) {
    throw invalid(
      'REG_TOPIC_PREFIX',
      'has to be the beginning of a Kafka topic: letters, digits, dots, underscores and hyphens, at most 200, with no dot at the end',
    );
  }
  return value;
};

const SERVICE_URLS = {
  campaign: 'REG_CAMPAIGN_URL',
  entry: 'REG_ENTRY_URL',
  user: 'REG_USER_URL',
  code: 'REG_CODE_URL',
  export: 'REG_EXPORT_URL',
} as const satisfies Record<ServiceName, string>;

const serviceUrlsOf = (env: Environment): Config['serviceUrls'] => {
  const urls: Partial<Record<ServiceName, string>> = {};
  for (const [service, name] of Object.entries(SERVICE_URLS) as [ServiceName, string][]) {
    const url = urlOf(env, name);
    if (url !== null) urls[service] = url;
  }
  return urls;
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
  'REG_TOPIC_PREFIX',
  'REG_STREAM',
  'REG_TRUSTED_PROXIES',
  'REG_ADDRESS_RATE',
  'REG_FAN_RATE',
  ...Object.values(SERVICE_URLS),
  ...NOT_YET,
] as const;
