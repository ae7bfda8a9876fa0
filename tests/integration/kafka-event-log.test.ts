import { connect } from 'node:tls';
import { Admin, Producer } from '@platformatic/kafka';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Credentials, openAuthority } from '../../scripts/servers/certificates.ts';
import { type RunningKafka, startKafka } from '../../scripts/servers/kafka.ts';
import { createKafkaClients, type KafkaClients } from '../../src/adapters/kafka/kafka-client.ts';
import { createKafkaEventLog } from '../../src/adapters/kafka/kafka-event-log.ts';
import { checkTopics, createTopics } from '../../src/adapters/kafka/kafka-topics.ts';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import type { LogRecord } from '../../src/ports/event-log.ts';
import type { Secrets } from '../../src/ports/secrets.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { plainClients } from './kafka-subject.ts';

// Kafka of its own: it is paused, and its certificates are at hand.
let kafka: RunningKafka;
beforeAll(async () => {
  kafka = await startKafka();
}, 120_000);
afterAll(() => kafka.stop());

const SECRET = 'kafka-certificate';
const clock = createSystemClock();
let topics = 0;

const record = (key: string, value = 'x', dedupeId = `${key}-1`): LogRecord => ({
  key,
  value: JSON.stringify(value),
  dedupeId,
  timestamp: 1_800_000_000_000,
  correlationId: 'c',
});
const bytes = (credentials: Partial<Credentials>): Uint8Array => Buffer.from(JSON.stringify(credentials));
const issue = (name: string, days?: number): Credentials => openAuthority(kafka.certificates).issue(name, days);

/** A topic with a name of its own. */
const newTopic = async (partitions = 3): Promise<string> => {
  topics += 1;
  const topic = `test.topic-${topics}`;
  await createTopics(plainClients(kafka.url), clock, [topic], { partitions, replicas: null });
  return topic;
};

const secretsWith = async (credentials: Partial<Credentials>): Promise<Secrets> => {
  const secrets = createMemorySecrets();
  await secrets.getOrCreate(SECRET, () => bytes(credentials));
  return secrets;
};

const tlsClients = (secrets: Secrets, of = clock): KafkaClients => {
  const clients = createKafkaClients({ brokers: [kafka.tlsBroker], secret: SECRET, secrets, clock: of });
  onTestFinished(() => clients.close());
  return clients;
};

const plainLog = () => createKafkaEventLog({ clients: plainClients(kafka.url), schemas: null, clock });

test('records go over TLS with the certificate of the secret', async () => {
  const topic = await newTopic();
  const log = createKafkaEventLog({ clients: tlsClients(await secretsWith(issue('client'))), schemas: null, clock });
  expect(await log.append(topic, [record('m1'), record('m2')])).toEqual({ failed: [] });
  expect(await log.count(topic, '')).toBe(2);
});

test('a client without a certificate is refused', async () => {
  const [host = '', port] = kafka.tlsBroker.split(':');
  const socket = connect({ host, port: Number(port), ca: issue('anyone').ca });
  const error = await new Promise<Error & { code?: string }>((resolve) => socket.once('error', resolve));
  expect(error.code).toMatch(/^ERR_SSL_.*ALERT/);
});

test('a certificate of another authority is refused, and the error says so', async () => {
  const topic = await newTopic();
  const { certificate, key } = openAuthority(`${kafka.certificates}-strange`).issue('stranger');
  const log = createKafkaEventLog({ clients: tlsClients(await secretsWith({ ca: issue('client').ca, certificate, key })), schemas: null, clock });
  await expect(log.append(topic, [record('m1')])).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    retryable: true,
    message: expect.stringContaining('the broker refused the certificate (ERR_SSL'),
  });
});

test('brokers whose certificate another authority signed are sent nothing', async () => {
  const topic = await newTopic();
  const log = createKafkaEventLog({
    clients: tlsClients(await secretsWith({ ...issue('client'), ca: openAuthority(`${kafka.certificates}-strange`).issue('x').ca })),
    schemas: null,
    clock,
  });
  await expect(log.append(topic, [record('m1')])).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringMatching(/SIGNATURE|CERT|ISSUER|SIGNED/),
  });
});

test('a certificate that has run out is named, its records fail for now, and a new one is used without a restart', async () => {
  const topic = await newTopic();
  const secrets = await secretsWith(issue('late', -1));
  const log = createKafkaEventLog({ clients: tlsClients(secrets), schemas: null, clock });
  await expect(log.append(topic, [record('m1')])).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringMatching(/the certificate in the secret kafka-certificate ran out at \d{4}-/),
  });
  await secrets.replace(SECRET, () => bytes(issue('renewed')));
  // A failure has the secret looked at once a second at most.
  await expect.poll(() => log.append(topic, [record('m1')]).catch((error: unknown) => error), { timeout: 10_000 }).toEqual({ failed: [] });
  expect(await plainLog().count(topic, '')).toBe(1);
});

test('a secret that was exchanged is in use five minutes later, and what cannot be read leaves the old one in use', async () => {
  const topic = await newTopic();
  const secrets = await secretsWith(issue('first'));
  const later = createOffsetClock(clock, clock.now());
  const clients = tlsClients(secrets, later);
  const log = createKafkaEventLog({ clients, schemas: null, clock });
  const first = await clients.current();
  await secrets.replace(SECRET, () => bytes(issue('second')));
  expect(await clients.current()).toBe(first);
  later.jumpTo(later.now() + 301_000);
  expect(await log.append(topic, [record('m1')])).toEqual({ failed: [] });
  const second = await clients.current();
  expect(second).not.toBe(first);
  await secrets.replace(SECRET, () => Buffer.from('no JSON'));
  later.jumpTo(later.now() + 301_000);
  expect(await clients.current()).toBe(second);
});

test.each([
  ['no JSON', Buffer.from('-----BEGIN'), /has to be JSON with the members/],
  ['no key', bytes({ certificate: 'x' }), /has to be JSON with the members/],
  ['no PEM', bytes({ certificate: 'secret-text', key: 'secret-text' }), /has to be a certificate with the key/],
])('a secret with %s is refused by its name, without what is in it', async (_, secret, message) => {
  const secrets = createMemorySecrets();
  await secrets.getOrCreate(SECRET, () => secret);
  const error: unknown = await tlsClients(secrets)
    .current()
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringMatching(message) });
  expect(String(error)).not.toContain('secret-text');
});

test('a missing topic is told, and never made', async () => {
  const clients = plainClients(kafka.url);
  const log = createKafkaEventLog({ clients, schemas: null, clock });
  const missing = { code: 'SERVICE_UNAVAILABLE', message: expect.stringContaining('Kafka has no topic test.missing. Make it with "reg topics create"') };
  await expect(log.append('test.missing', [record('m1')])).rejects.toMatchObject(missing);
  await expect(log.read('test.missing', null, 1)).rejects.toMatchObject(missing);
  await expect(log.count('test.missing', '')).rejects.toMatchObject(missing);
  expect(await checkTopics(clients, ['test.missing'])).toEqual([{ topic: 'test.missing', partitions: 0, isNew: false }]);
});

test('topics that are there stay as they are, the others are made', async () => {
  const topic = await newTopic(2);
  const clients = plainClients(kafka.url);
  const other = `${topic}-other`;
  expect(await createTopics(clients, clock, [topic, other], { partitions: 5, replicas: 1 })).toEqual([
    { topic, partitions: 2, isNew: false },
    { topic: other, partitions: 5, isNew: true },
  ]);
  await expect(createTopics(clients, clock, [`${topic}-wide`], { partitions: 1, replicas: 3 })).rejects.toMatchObject({ code: 'SERVICE_REFUSED' });
});

test('a record that its topic does not take fails alone, with those behind it of its key', async () => {
  const topic = await newTopic();
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: [kafka.url] });
  onTestFinished(() => admin.close());
  await admin.incrementalAlterConfigs({
    resources: [{ resourceType: 2, resourceName: topic, configs: [{ name: 'max.message.bytes', configOperation: 0, value: '20000' }] }],
    validateOnly: false,
  });
  const log = plainLog();
  const long = record('m3', 'y'.repeat(30_000), 'long');
  const records = [record('m1'), record('m2'), long, record('m3', 'behind'), record('m8'), record('m4')];
  expect(await log.append(topic, records)).toEqual({
    failed: [
      { index: 2, reason: 'MESSAGE_TOO_LARGE' },
      { index: 3, reason: 'MESSAGE_TOO_LARGE' },
    ],
  });
  expect((await log.read(topic, null, 10)).map(({ key }) => key).sort()).toEqual(['m1', 'm2', 'm4', 'm8']);
});

test('a paused broker gives failures in time; afterwards the same records go through, in the order of their key', async () => {
  const topic = await newTopic();
  const log = plainLog();
  const records = Array.from({ length: 20 }, (_, n) => record(`m${n % 5}`, String(n), String(n)));
  expect(await log.append(topic, [record('warm')])).toEqual({ failed: [] });
  kafka.pause();
  try {
    const outcome = await log.append(topic, records).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ failed: expect.arrayContaining(records.map((_, index) => ({ index, reason: 'Request timed out' }))) });
  } finally {
    kafka.resume();
  }
  await expect.poll(() => log.append(topic, records).catch((error: unknown) => error), { timeout: 30_000 }).toEqual({ failed: [] });
  // The controller took the partitions from the paused broker, and gives them back.
  await expect.poll(() => log.count(topic, 'm').catch(() => 0), { timeout: 30_000 }).toBe(20);
  const read = await log.read(topic, null, 1000);
  for (const key of ['m0', 'm1', 'm2', 'm3', 'm4']) {
    const ids = read.filter((stored) => stored.key === key).map(({ dedupeId }) => dedupeId);
    expect([...new Set(ids)]).toEqual(records.filter((sent) => sent.key === key).map(({ dedupeId }) => dedupeId));
  }
}, 90_000);

test('who cannot be reached is an error that passes', async () => {
  const log = createKafkaEventLog({ clients: plainClients('127.0.0.1:1'), schemas: null, clock });
  await expect(log.append('t', [record('m1')])).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: expect.stringContaining('ECONNREFUSED') });
});

test('readers see what is committed: neither undone transactions nor the marks of others', async () => {
  const topic = await newTopic();
  const producer = new Producer({ clientId: 'test', bootstrapBrokers: [kafka.url], idempotent: true, retries: 5 });
  onTestFinished(() => producer.close());
  const log = plainLog();
  await log.append(topic, [record('m1', 'a', 'a')]);
  for (const [value, ends] of [
    ['undone', 'abort'],
    ['done', 'commit'],
  ] as const) {
    const transaction = await producer.beginTransaction({});
    await transaction.send({ messages: [{ topic, key: Buffer.from('m1'), value: Buffer.from(`"${value}"`) }] });
    await transaction[ends]();
  }
  await log.append(topic, [record('m1', 'z', 'z')]);
  const read = await log.read(topic, null, 10);
  expect(read.map(({ value }) => value)).toEqual(['"a"', '"done"', '"z"']);
  expect(await log.read(topic, read[1]?.offset ?? '', 10)).toEqual([read[2]]);
  expect(await log.read(topic, read[2]?.offset ?? '', 10)).toEqual([]);
  await expect(log.read(topic, '999.999.999', 1)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});
