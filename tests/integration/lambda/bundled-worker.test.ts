import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleFunction } from '../../../scripts/bundle/bundle-function.ts';
import { functionEntries, root } from '../../../scripts/bundle/functions.ts';
import { runtimeClient } from '../../../scripts/bundle/runtime-client.ts';
import { createDynamoDBEventLog } from '../../../src/adapters/aws/dynamodb-event-log.ts';
import { createKafkaEventLog } from '../../../src/adapters/kafka/kafka-event-log.ts';
import { createTopics } from '../../../src/adapters/kafka/kafka-topics.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { sqsEvent } from '../../../src/runtime/embedded/events.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';
import { plainClients } from '../kafka-subject.ts';
import { serverUrl } from '../server-url.ts';
import { invokeOnce } from './runtime-api.ts';

const COMPILE_MS = 300_000;
const folder = join(root, 'dist/tested/send-data');
let script = '';

beforeAll(async () => {
  const file = functionEntries().find(({ name }) => name === 'send-data')?.file ?? '';
  await bundleFunction({ file }, folder);
  script = runtimeClient().script;
}, COMPILE_MS);

const record = (changedAt: string) => ({
  type: 'EVENT_MAPPING',
  key: 'london-1',
  value: {
    marketId: 'london-1',
    campaignId: 'summer-tour',
    eventIds: ['E1'],
    eventDate: '2027-06-01T19:00:00.000Z',
    presaleDateTime: '2027-02-12T10:00:00.000Z',
    venue: 'Example Arena',
    ticketer: 'example',
    dedupe: { id: `london-1#${changedAt}`, timestamp: changedAt },
  },
});

const message = (messageId: string, body: string) => ({ messageId, body, attributes: {}, sentAt: 1, firstReceivedAt: 1, receiveCount: 1 });

const environment = (resources: object) => ({
  REG_RESOURCES: JSON.stringify(resources),
  AWS_ENDPOINT_URL: serverUrl('dynamodb'),
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});

describe('the bundle of sendData under the runtime interface client', () => {
  test('writes a batch to the event log and answers as a partial batch', async () => {
    const { client, tableName } = await createDynamoDBSubject('events');
    const queues = { 'event-mapping-queue': 'http://127.0.0.1:1/0/event-mapping-queue', 'event-mapping-dlq': 'http://127.0.0.1:1/0/event-mapping-dlq' };
    const event = sqsEvent('event-mapping-queue', 'lease', [
      message('m1', JSON.stringify(record('2027-01-01T10:00:00.000Z'))),
      message('m2', JSON.stringify(record('2027-01-02T10:00:00.000Z'))),
    ]);
    const { outcome, body, log } = await invokeOnce(script, folder, environment({ tables: { events: tableName }, queues }), event);
    expect({ outcome, body }, log).toMatchObject({ outcome: 'response', body: { batchItemFailures: [] } });
    const events = createDynamoDBEventLog({ client, tableName, clock: createSetClock(), random: createSeededRandom(1) });
    expect((await events.read('prd2011.dmnd.event-mappings', null, 10)).map(({ key }) => key)).toEqual(['london-1', 'london-1']);
    expect(log).toMatch(/"recordsReceived":2/);
  });

  test("writes to the company's Kafka where it has one, and what that does not take goes back to its queue", async () => {
    const prefix = `test-${randomUUID()}`;
    const clients = plainClients();
    const clock = createSystemClock();
    const [topic] = await createTopics(clients, clock, [`${prefix}.event-mappings`], { partitions: 2, replicas: null });
    const queues = { 'event-mapping-queue': 'http://127.0.0.1:1/0/event-mapping-queue', 'event-mapping-dlq': 'http://127.0.0.1:1/0/event-mapping-dlq' };
    const event = sqsEvent('event-mapping-queue', 'lease', [message('m1', JSON.stringify(record('2027-01-01T10:00:00.000Z')))]);
    const invoke = (topicPrefix: string) =>
      invokeOnce(
        script,
        folder,
        { ...environment({ queues, secretsPrefix: 'reg/' }), REG_KAFKA_BROKERS: serverUrl('kafka'), REG_TOPIC_PREFIX: topicPrefix },
        event,
      );

    const { outcome, body, log } = await invoke(prefix);
    expect({ outcome, body }, log).toMatchObject({ outcome: 'response', body: { batchItemFailures: [] } });
    const events = await createKafkaEventLog({ clients, schemas: null, clock }).read(topic?.topic ?? '', null, 10);
    expect(events.map(({ key }) => key)).toEqual(['london-1']);

    const missing = await invoke(`${prefix}.missing`);
    expect(missing.body, missing.log).toMatchObject({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(missing.log).toContain('Kafka has no topic');
  });

  test('stops at its start with one line where it was not told its table', async () => {
    const { outcome, body } = await invokeOnce(script, folder, environment({}), {});
    expect(outcome).toBe('init');
    expect(body).toMatchObject({ errorMessage: 'REG_RESOURCES.tables.events has to be set: this function uses it.' });
  });

  test('is told an event that is none as EVENT_MALFORMED', async () => {
    const { outcome, body } = await invokeOnce(script, folder, environment({ tables: { events: 'any' } }), { nothing: true });
    expect([outcome, body]).toEqual(['error', expect.objectContaining({ errorType: 'EVENT_MALFORMED' })]);
  });
});
