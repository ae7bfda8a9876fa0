import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createKafkaEventLog } from '../../src/adapters/kafka/kafka-event-log.ts';
import { createTopics } from '../../src/adapters/kafka/kafka-topics.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { checkSchemas, pushSchemas } from '../../src/cli/schemas.ts';
import type { PipelineType } from '../../src/domain/pipeline-record.ts';
import { registrySchemas } from '../../src/generated/registry-schemas.ts';
import { topicNames } from '../../src/runtime/kafka.ts';
import { plainClients } from './kafka-subject.ts';
import { openTestRegistry } from './schema-registry-subject.ts';

/** The schemas with one changed, as somebody would in schemas/pipeline. */
const changed = (type: PipelineType, change: (schema: { properties: Record<string, object>; required: string[] }) => void): Record<PipelineType, string> => {
  const schema = JSON.parse(registrySchemas[type]);
  change(schema);
  return { ...registrySchemas, [type]: JSON.stringify(schema) };
};

const world = () => {
  const topics = topicNames(`test-${randomUUID()}`);
  return { topics, ...openTestRegistry(), topic: (type: PipelineType): string => topics.get(type) ?? '' };
};

test('the five schemas are new, then pushed, then registered; pushing again changes nothing', async () => {
  const { registry, topics } = world();
  const states = async (run: typeof checkSchemas) => (await run({ registry, topics, schemas: registrySchemas })).map(({ state, id }) => [state, id]);
  expect(await states(checkSchemas)).toEqual(Array.from({ length: 5 }, () => ['new', null]));
  const pushed = await states(pushSchemas);
  expect(pushed).toEqual(Array.from({ length: 5 }, () => ['new', expect.any(Number)]));
  expect(await states(checkSchemas)).toEqual(pushed.map(([, id]) => ['registered', id]));
  expect(await states(pushSchemas)).toEqual(pushed.map(([, id]) => ['registered', id]));
});

test('a change that keeps what was written passes, and becomes a version when it is pushed', async () => {
  const { registry, topics, topic } = world();
  await pushSchemas({ registry, topics, schemas: registrySchemas });
  const schemas = changed('EVENT_MAPPING', ({ properties }) => {
    properties.doors = { type: 'string' };
  });
  const stateOf = async (run: typeof checkSchemas) => (await run({ registry, topics, schemas })).find((one) => one.topic === topic('EVENT_MAPPING'))?.state;
  expect(await stateOf(checkSchemas)).toBe('changed');
  expect(await stateOf(pushSchemas)).toBe('changed');
  expect(await stateOf(checkSchemas)).toBe('registered');
  expect(await registry.latest(`${topic('EVENT_MAPPING')}-value`)).toMatchObject({ version: 2 });
});

test('a change that breaks what was written fails with the fields named, and nothing is pushed', async () => {
  const { registry, topics, topic } = world();
  await pushSchemas({ registry, topics, schemas: registrySchemas });
  const schemas = changed('EVENT_MAPPING', ({ properties, required }) => {
    properties.venue = { type: 'integer' };
    delete properties.ticketer;
    required.splice(required.indexOf('ticketer'), 1, 'doors');
    properties.doors = { type: 'string' };
  });
  const subject = `${topic('EVENT_MAPPING')}-value`;
  const places = ['/properties/venue/type: string is not allowed any more', '/properties/ticketer: is gone', '/required: doors is required now'];
  for (const run of [checkSchemas, pushSchemas]) {
    const error = run({ registry, topics, schemas });
    await expect(error).rejects.toMatchObject({ code: 'SCHEMA_INCOMPATIBLE', detail: { subjects: { [subject]: places } } });
    await expect(error).rejects.toThrow(places[0]);
  }
  expect(await registry.latest(subject)).toMatchObject({ version: 1 });
});

test('a subject under a rule that lets everything pass fails the check', async () => {
  const { registry, topics, topic } = world();
  // Apicurio's own default is NONE.
  await registry.register(`${topic('MARKET')}-value`, registrySchemas.MARKET);
  await expect(checkSchemas({ registry, topics, schemas: registrySchemas })).rejects.toMatchObject({
    code: 'SCHEMA_INCOMPATIBLE',
    message: expect.stringContaining(`${topic('MARKET')}-value`),
  });
});

test('records are framed with the id of their schema; without the registry known topics go on, and others wait', async () => {
  const { registry, topics, topic, unplug } = world();
  const clients = plainClients();
  const clock = createSystemClock();
  await createTopics(clients, clock, [...topics.values()], { partitions: 1, replicas: null });
  const types = new Map([...topics].map(([type, name]) => [name, type]));
  const framed = createKafkaEventLog({ clients, clock, schemas: { registry, schemaOf: (name) => registrySchemas[types.get(name) ?? 'MARKET'] } });
  const record = { key: 'm1', value: '{"name":"Zoë"}', dedupeId: 'd', timestamp: 1, correlationId: 'c' };

  await expect(framed.append(topic('MARKET'), [record])).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringContaining('Run "reg schemas push"'),
  });
  await pushSchemas({ registry, topics, schemas: registrySchemas });
  expect(await framed.append(topic('MARKET'), [record])).toEqual({ failed: [] });
  const [read] = await framed.read(topic('MARKET'), null, 1);
  expect(read).toMatchObject(record);

  unplug();
  expect(await framed.append(topic('MARKET'), [record])).toEqual({ failed: [] });
  await expect(framed.append(topic('REGISTRATION'), [record])).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
});
