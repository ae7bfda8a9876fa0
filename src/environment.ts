import { isSecretName } from './domain/secret-name.ts';
import { RegError } from './errors.ts';
import type { FanIssuer, ServiceName } from './ports/tokens.ts';

/** Readers of single settings, shared by the configurations of one process and of the cloud. All throw `CONFIG_INVALID`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Says which setting is wrong and what it should be, in one line. The value is never repeated. */
export const invalid = (name: string, rule: string): RegError => new RegError('CONFIG_INVALID', `${name} ${rule}.`, { detail: { name } });

/** Null where it is not set or empty. */
export const settingOf = (env: Environment, name: string): string | null => {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
};

const oneOf = <T extends string>(env: Environment, name: string, allowed: readonly T[]): T | null => {
  const value = settingOf(env, name);
  if (value === null) return null;
  const known = allowed.find((candidate) => candidate === value);
  if (known === undefined) throw invalid(name, `has to be one of ${allowed.join(', ')}`);
  return known;
};

/** An http(s) URL, with no slash at its end. Values of URLs are never repeated in an error, as people put credentials into them. */
export const urlOf = (env: Environment, name: string): string | null => {
  const value = settingOf(env, name);
  if (value === null) return null;
  const url = URL.parse(value);
  const rule = 'has to be an http:// or https:// URL without user, query or fragment';
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw invalid(name, rule);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') throw invalid(name, rule);
  return url.href.replace(/\/+$/, '');
};

export type LogLevel = (typeof LOG_LEVELS)[number];
export type StreamWay = (typeof STREAMS)[number];

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const STREAMS = ['dynamodb', 'kinesis'] as const;

export const logLevelOf = (env: Environment): LogLevel => oneOf(env, 'REG_LOG_LEVEL', LOG_LEVELS) ?? 'info';

/** Which event the stream workers get: DynamoDB's own stream, or the same through Kinesis. */
export const streamOf = (env: Environment): StreamWay => oneOf(env, 'REG_STREAM', STREAMS) ?? 'dynamodb';

/** Settings of fans' sign-in that mean nothing without an issuer. */
const OF_THE_ISSUER = ['REG_JWKS_URI', 'REG_AUDIENCE', 'REG_TOKEN_TYPES'] as const;

/** Null: the built-in sign-in alone. */
export const fanIssuerOf = (env: Environment): FanIssuer | null => {
  // `iss` is compared as a text (OpenID Connect Core, 3.1.3.7), so a slash at its end counts.
  const issuer = settingOf(env, 'REG_ISSUER');
  urlOf(env, 'REG_ISSUER');
  const jwksUri = urlOf(env, 'REG_JWKS_URI');
  if (issuer !== null) return { issuer, jwksUri, audiences: audiencesOf(env), types: tokenTypesOf(env) };
  for (const name of OF_THE_ISSUER) {
    if (settingOf(env, name) !== null) throw invalid('REG_ISSUER', `has to be set together with ${name}: it is the \`iss\` of fans' tokens`);
  }
  return null;
};

const audiencesOf = (env: Environment): readonly string[] => {
  const audiences = partsOf(settingOf(env, 'REG_AUDIENCE') ?? 'reg-workers');
  if (audiences.some((audience) => !/^[^\s\p{Cc}]{1,500}$/u.test(audience)))
    throw invalid('REG_AUDIENCE', "has to be the `aud` of fans' tokens, or several with commas between");
  return audiences;
};

/** RFC 7515, 4.1.9: `application/` is left out of `typ` where it can be. */
const tokenTypesOf = (env: Environment): readonly string[] => {
  const types = partsOf((settingOf(env, 'REG_TOKEN_TYPES') ?? 'jwt,at+jwt,none').toLowerCase()).map((type) => type.replace(/^application\//, ''));
  if (types.some((type) => !/^[a-z0-9!#$&^_.+-]{1,100}$/.test(type)))
    throw invalid('REG_TOKEN_TYPES', 'has to be values of the header `typ` with commas between, such as at+jwt; `none` for a header without');
  return types;
};

const partsOf = (list: string): readonly string[] => list.split(',').map((part) => part.trim());

/** Kafka's rule for topic names leaves 249 characters; the longest name of ours takes 20. */
export const topicPrefixOf = (env: Environment): string => {
  const value = settingOf(env, 'REG_TOPIC_PREFIX') ?? 'prd2011.dmnd';
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/.test(value) || value.endsWith('.')) {
    throw invalid(
      'REG_TOPIC_PREFIX',
      'has to be the beginning of a Kafka topic: letters, digits, dots, underscores and hyphens, at most 200, with no dot at the end',
    );
  }
  return value;
};

/** The company's Kafka. */
export interface KafkaSettings {
  /** `host:port` of those that are asked first. */
  readonly brokers: readonly string[];
  /** The name of the secret with certificate, key and authority; null: no TLS. */
  readonly secret: string | null;
}

/** Null: the event log is our own. Without a certificate only brokers on this machine are spoken to, as records hold what fans said of themselves. */
export const kafkaOf = (env: Environment): KafkaSettings | null => {
  const value = settingOf(env, 'REG_KAFKA_BROKERS');
  const secret = settingOf(env, 'REG_KAFKA_SECRET');
  if (secret !== null && !isSecretName(secret)) throw invalid('REG_KAFKA_SECRET', 'has to be the name of a secret: plain parts with slashes between them');
  if (value === null) {
    if (secret !== null) throw invalid('REG_KAFKA_SECRET', 'has to be unset where REG_KAFKA_BROKERS is: it is what brokers are shown');
    return null;
  }
  const brokers = value.split(',').map((part) => part.trim());
  if (!brokers.every(isBroker)) throw invalid('REG_KAFKA_BROKERS', 'has to be host:port of one broker or several, with commas between them');
  if (secret === null && !brokers.every((broker) => /^(127(\.\d{1,3}){3}|localhost|\[::1\]):/.test(broker)))
    throw invalid('REG_KAFKA_SECRET', 'has to be set for brokers beyond this machine: it names the secret with our certificate and key');
  return { brokers, secret };
};

/** Refuses a schema registry that no record would ever name: what runs the flow asks for it, as `reg schemas` needs no Kafka. */
export const refuseIdleRegistry = ({ kafka, schemaRegistryUrl }: { readonly kafka: KafkaSettings | null; readonly schemaRegistryUrl: string | null }): void => {
  if (schemaRegistryUrl !== null && kafka === null)
    throw invalid('REG_SCHEMA_REGISTRY_URL', 'has to be unset where REG_KAFKA_BROKERS is: only records on Kafka name their schemas');
};

const isBroker = (text: string): boolean => {
  const [, port] = /^(?:[\w.-]{1,253}|\[[\da-fA-F:.]{2,45}\]):(\d{1,5})$/.exec(text) ?? [];
  return port !== undefined && Number(port) > 0 && Number(port) <= 65_535;
};

/** Null: mails come from the host of the public URL. */
export const mailDomainOf = (env: Environment): string | null => {
  const value = settingOf(env, 'REG_MAIL_DOMAIN');
  if (value !== null && !/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(value))
    throw invalid('REG_MAIL_DOMAIN', 'has to be a domain in lower case, such as mail.example.com');
  return value;
};

/** Where a server of the company's own is, with user and password: the URL itself, or the name of the secret that holds it. */
export type ServerAddress = { readonly url: string } | { readonly secret: string };

/** The variables of a server's address, and what its URL has to be. */
export interface ServerVariables {
  readonly url: string;
  readonly secret: string;
  readonly rule: string;
  readonly isUrl: (url: URL) => boolean;
  /** Whether it may name several hosts, with commas between them. */
  readonly manyHosts?: true;
}

export const REDIS = {
  url: 'REG_REDIS_URL',
  secret: 'REG_REDIS_SECRET',
  rule: 'has to be redis:// or rediss:// with user, password, host and port as needed, and at most the number of a database as its path',
  isUrl: ({ protocol, hostname, pathname, search, hash }) =>
    /^rediss?:$/.test(protocol) && hostname !== '' && /^(\/\d{0,4})?$/.test(pathname) && search === '' && hash === '',
} as const satisfies ServerVariables;

const MONGO_URL = {
  rule: 'has to be mongodb:// or mongodb+srv:// with user, password, hosts and options as needed, and the name of a database as its path',
  isUrl: ({ protocol, hostname, pathname, hash }) =>
    /^mongodb(\+srv)?:$/.test(protocol) && /^[\w.:[\]-]+$/.test(hostname) && /^(\/[\w-]{0,60})?$/.test(pathname) && hash === '',
  manyHosts: true,
} as const satisfies Partial<ServerVariables>;

export const MONGO = { url: 'REG_MONGO_URL', secret: 'REG_MONGO_SECRET', ...MONGO_URL } as const satisfies ServerVariables;

/** The same for a user who may only read. */
export const MONGO_READ = { url: 'REG_MONGO_READ_URL', secret: 'REG_MONGO_READ_SECRET', ...MONGO_URL } as const satisfies ServerVariables;

/** Null where neither variable is set. */
export const serverOf = (env: Environment, variables: ServerVariables): ServerAddress | null => {
  const url = settingOf(env, variables.url);
  const secret = settingOf(env, variables.secret);
  if (url === null) return secret === null ? null : { secret: secretName(variables.secret, secret) };
  if (secret !== null) throw invalid(variables.secret, `has to be unset where ${variables.url} is set: one of the two says where the server is`);
  return { url: checkedServerUrl(url, variables.url, variables) };
};

/** The URL as it was given. Throws `CONFIG_INVALID` in the name of where it came from; the value is never repeated. */
export const checkedServerUrl = (text: string, name: string, { rule, isUrl, manyHosts }: ServerVariables): string => {
  const url = URL.parse(manyHosts === true ? text.replace(FURTHER_HOSTS, '$1') : text);
  if (url === null || !isUrl(url) || !canBeDecoded(url.username) || !canBeDecoded(url.password)) throw invalid(name, rule);
  return text;
};

/** What follows on the first host, which a URL has no room for. */
const FURTHER_HOSTS = /^([\w+]+:\/\/(?:[^/?#@]*@)?[\w.:[\]-]+)(?:,[\w.:[\]-]+)+(?=[/?]|$)/;

const canBeDecoded = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

const secretName = (name: string, value: string): string => {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(value)) throw invalid(name, 'has to be the name of a secret: plain parts with slashes between them');
  return value;
};

export const SERVICE_URLS = {
  campaign: 'REG_CAMPAIGN_URL',
  entry: 'REG_ENTRY_URL',
  user: 'REG_USER_URL',
  code: 'REG_CODE_URL',
  export: 'REG_EXPORT_URL',
} as const satisfies Record<ServiceName, string>;

/** Services that run elsewhere: what comes before `/v1`. */
export const serviceUrlsOf = (env: Environment): Readonly<Partial<Record<ServiceName, string>>> => {
  const urls: Partial<Record<ServiceName, string>> = {};
  for (const [service, name] of Object.entries(SERVICE_URLS) as [ServiceName, string][]) {
    const url = urlOf(env, name);
    if (url !== null) urls[service] = url;
  }
  return urls;
};

/** The relay of drand's HTTP API that public randomness is fetched from. */
export const drandUrlOf = (env: Environment): string => urlOf(env, 'REG_DRAND_URL') ?? 'https://api.drand.sh';

/** Hosts from which the keys of identity proofs may be fetched, as `host` or `host:port`; none unless set. */
export const idvHostsOf = (env: Environment): readonly string[] => {
  const hosts = settingOf(env, 'REG_IDV_HOSTS')?.split(',') ?? [];
  return hosts.map((text) => {
    const host = text.trim();
    // Only what a URL would have as its host compares equal to one later.
    if (!/^[a-z0-9.:[\]-]{1,255}$/.test(host) || URL.parse(`https://${host}`)?.host !== host)
      throw invalid('REG_IDV_HOSTS', 'has to be a comma-separated list of hosts in lower case, such as id.example.com or id.example.com:8443');
    return host;
  });
};
