import { type API, Base, type Broker, type Connection, kGetApi } from '@platformatic/kafka';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { type KafkaCredentials, readCredentials } from './kafka-credentials.ts';
import { refusalIn } from './kafka-failure.ts';

export interface KafkaOptions {
  /** `host:port` of those that are asked first. */
  readonly brokers: readonly string[];
  /** The secret with certificate and key; null: no TLS, for brokers on this machine. */
  readonly secret: string | null;
  readonly secrets: Pick<Secrets, 'latest'>;
  readonly clock: Clock;
}

/** Connections under one set of credentials. */
export interface KafkaClient {
  /** One request of Kafka's protocol, in the newest version that both sides know; null: any broker. Rejects with the library's errors. */
  request<Args extends unknown[], Answer>(broker: Broker | null, api: string, argumentsOf: (version: number) => Args): Promise<Answer>;
  /** What the other side said when it ended a connection that it had taken at first: a certificate is refused so. */
  refusal(): string | null;
  close(): Promise<void>;
}

/** The client of a process, exchanged when the secret changes. */
export interface KafkaClients {
  /** Throws what the secrets throw, and `CONFIG_INVALID` where the secret is none. */
  current(): Promise<KafkaClient>;
  /** To be called when a connection failed: reads the secret anew. True where it had changed, so that trying again may help. */
  renew(): Promise<boolean>;
  /** What is wrong with the certificate by itself; null: nothing. */
  complaint(): string | null;
  close(): Promise<void>;
}

/** A paused broker costs one connection or one request. */
export const CONNECT_MS = 3_000;
export const REQUEST_MS = 8_000;
/** How long a secret is used without looking whether it has changed, and how often a failure may have it looked at. */
const SECRET_MS = 300_000;
const RENEW_MS = 1_000;

interface Made {
  readonly client: KafkaClient;
  readonly credentials: KafkaCredentials | null;
}

export const createKafkaClients = ({ brokers, secret, secrets, clock }: KafkaOptions): KafkaClients => {
  let made: Made | undefined;
  let lookedAt = 0;
  let looking: Promise<Made> | undefined;

  const look = async (): Promise<Made> => {
    // What is there serves on where the secrets do not answer.
    const credentials = await credentialsNow().catch((error: unknown) => (made === undefined ? Promise.reject(error) : made.credentials));
    lookedAt = clock.now();
    if (made !== undefined && isSame(made.credentials, credentials)) return made;
    const old = made;
    made = { client: openClient(brokers, credentials), credentials };
    // What is in flight on the old connections may end.
    if (old !== undefined) AbortSignal.timeout(REQUEST_MS).addEventListener('abort', () => void old.client.close().catch(() => undefined));
    return made;
  };

  const credentialsNow = async (): Promise<KafkaCredentials | null> => (secret === null ? null : readCredentials(secret, await secrets.latest(secret)));

  const lookOnce = (): Promise<Made> => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  return {
    current: async () => (made !== undefined && (secret === null || clock.now() - lookedAt < SECRET_MS) ? made : await lookOnce()).client,
    renew: async () => {
      if (secret === null || clock.now() - lookedAt < RENEW_MS) return false;
      const before = made?.client;
      return (await lookOnce()).client !== before;
    },
    complaint: () => {
      const expiresAt = made?.credentials?.expiresAt ?? Number.POSITIVE_INFINITY;
      return expiresAt > clock.now() ? null : `the certificate in the secret ${secret} ran out at ${new Date(expiresAt).toISOString()}`;
    },
    close: async () => {
      await made?.client.close();
    },
  };
};

const isSame = (a: KafkaCredentials | null, b: KafkaCredentials | null): boolean => a?.ca === b?.ca && a?.certificate === b?.certificate && a?.key === b?.key;

const openClient = (brokers: readonly string[], credentials: KafkaCredentials | null): KafkaClient => {
  const client = new Base({
    clientId: 'reg-workers',
    bootstrapBrokers: [...brokers],
    // What failed is tried again by whoever knows which part of it did, and else by the queue.
    retries: 0,
    connectTimeout: CONNECT_MS,
    requestTimeout: REQUEST_MS,
    ...(credentials !== null && { tls: { ca: credentials.ca, cert: credentials.certificate, key: credentials.key } }),
  });
  const known = brokers.map(brokerOf);
  let refusal: string | null = null;
  client.on('client:broker:connect', ({ connection }) => {
    // With TLS 1.3 a client is connected before the broker has looked at its certificate; the refusal comes as an error
    // of the connection, and all that the request hears is that it was closed.
    connection.on('error', (error: Error) => {
      refusal = refusalIn(error);
    });
  });

  const found = <Args extends unknown[], Answer>(name: string): Promise<API<Args, Answer>> =>
    new Promise((resolve, reject) => {
      client[kGetApi]<Args, Answer>(name, (error, api) => (api === undefined || error !== null ? reject(error) : resolve(api)));
    });

  return {
    request: async <Args extends unknown[], Answer>(broker: Broker | null, name: string, argumentsOf: (version: number) => Args): Promise<Answer> => {
      const api = (await found<Args, Answer>(name)) as API<Args, Answer> & { readonly version: number };
      const connection: Connection = await (broker === null ? client.connections.getFirstAvailable([...known]) : client.connections.get(broker));
      const answer = await api.async(connection, ...argumentsOf(api.version));
      refusal = null;
      return answer;
    },
    refusal: () => refusal,
    close: async () => {
      await client.close();
    },
  };
};

const brokerOf = (text: string): Broker => {
  const at = text.lastIndexOf(':');
  if (at < 1) throw new RegError('CONFIG_INVALID', 'A broker of Kafka has to be host:port.');
  return { host: text.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(text.slice(at + 1)) };
};
