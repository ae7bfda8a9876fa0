import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Base } from '@platformatic/kafka';
import { openAuthority } from './certificates.ts';
import { installServer, serverFolder } from './install.ts';
import { freePort, type RunningServer, startServer } from './process.ts';

export interface RunningKafka extends RunningServer {
  /** `127.0.0.1:port`, for whoever comes without TLS. */
  readonly url: string;
  /** The same broker for those who show a certificate of its authority. */
  readonly tlsBroker: string;
  /** The folder of that authority: `openAuthority` opens it. */
  readonly certificates: string;
}

export interface KafkaPorts {
  readonly plain: number;
  readonly tls: number;
  readonly controller: number;
}

export interface KafkaOptions {
  /** Default: such as are free. */
  readonly ports?: KafkaPorts;
  /** Where clients with TLS are told to come: to a link in front of it. Default: its own port. */
  readonly advertisedTls?: number;
  /** Data and certificates, to be started on again; it has to be there. Default: one that goes when the server stops. */
  readonly folder?: string;
}

/**
 * Apache Kafka, one node that is broker and controller, on 127.0.0.1 alone and with nothing in it. Topics are never made
 * by accident.
 */
export const startKafka = async (options: KafkaOptions = {}): Promise<RunningKafka> => {
  installServer('kafka');
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'reg-kafka-'));
  const clean = (): void => {
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', clean);
  try {
    const ports = options.ports ?? { plain: await freePort(), tls: await freePort(), controller: await freePort() };
    const { plain, tls } = ports;
    const certificates = join(folder, 'certificates');
    const properties = join(folder, 'server.properties');
    writeFileSync(properties, settings(folder, certificates, ports, options.advertisedTls ?? tls));
    const java = ['-cp', `${join(serverFolder('kafka'), 'libs')}/*`];
    if (!existsSync(join(folder, 'data/meta.properties'))) {
      const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', properties];
      const formatted = spawnSync('java', [...java, ...format], { encoding: 'utf8' });
      if (formatted.status !== 0) throw new Error(`Kafka's folder could not be made:\n${formatted.stdout}${formatted.stderr}`);
    }
    const server = await startServer({
      name: 'Apache Kafka',
      command: 'java',
      // A short life: compiling less makes it start sooner.
      args: ['-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...java, 'kafka.Kafka', properties],
      env: { PATH: process.env.PATH ?? '' },
      url: `127.0.0.1:${plain}`,
      // Its start is some seconds of work on a processor that others use too.
      timeoutMs: 180_000,
      isReady,
    });
    return { ...server, tlsBroker: `127.0.0.1:${tls}`, certificates, stop: () => server.stop().finally(clean) };
  } catch (error) {
    clean();
    throw error;
  }
};

const isReady = async (broker: string): Promise<boolean> => {
  const client = new Base({ clientId: 'start', bootstrapBrokers: [broker], retries: 0, connectTimeout: 1000, requestTimeout: 2000 });
  try {
    return (await client.metadata({ topics: [] })).brokers.size > 0;
  } finally {
    await client.close();
  }
};

/** A UUID in Kafka's own writing: 22 characters, of which the first is no hyphen, as that would be an option. */
const clusterId = (): string => {
  const id = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
};

const settings = (folder: string, certificates: string, { plain, tls, controller }: KafkaPorts, advertisedTls: number): string => {
  const authority = openAuthority(certificates);
  const { ca, certificate, key } = authority.issue('broker');
  writeFileSync(join(folder, 'keystore.pem'), `${key}${certificate}`, { mode: 0o600 });
  writeFileSync(join(folder, 'truststore.pem'), ca);
  const listeners = `PLAINTEXT://127.0.0.1:${plain},SSL://127.0.0.1:${tls}`;
  return `${Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    listeners: `${listeners},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${plain},SSL://127.0.0.1:${advertisedTls}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SSL:SSL,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(folder, 'data'),
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': join(folder, 'keystore.pem'),
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': join(folder, 'truststore.pem'),
    'ssl.client.auth': 'required',
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
  })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')}\n`;
};
