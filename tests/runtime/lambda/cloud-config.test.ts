import { describe, expect, test } from 'vitest';
import { readCloudConfig } from '../../../src/runtime/lambda/cloud-config.ts';

const read = (resources: unknown) => readCloudConfig({ REG_RESOURCES: typeof resources === 'string' ? resources : JSON.stringify(resources) }).resources;

describe('the configuration of the cloud', () => {
  test('needs nothing to be set', () => {
    expect(readCloudConfig({})).toMatchObject({
      publicUrl: null,
      logLevel: 'info',
      fanIssuer: null,
      idvHosts: [],
      drandUrl: 'https://api.drand.sh',
      topicPrefix: 'prd2011.dmnd',
      kafka: null,
      schemaRegistryUrl: null,
      pathStyle: false,
      serviceUrls: {},
    });
  });

  test('gives the names that a deployment gave', () => {
    const resources = read({
      tables: { 'demand-table': 'prod-demand' },
      queues: { dataQueue: 'https://sqs.example/1/prod-data' },
      topics: { dataSns: 'arn:topic' },
      stateMachines: { selectionStateMachine: 'arn:machine' },
      functions: { getMarketsToNotify: 'prod-get-markets' },
      filesBucket: 'prod-files',
      secretsPrefix: 'prod/',
    });
    expect([
      resources.table('demand-table'),
      resources.queue('dataQueue'),
      resources.topic('dataSns'),
      resources.stateMachine('selectionStateMachine'),
      resources.workerFunction('getMarketsToNotify'),
      resources.filesBucket(),
      resources.secretsPrefix(),
    ]).toEqual(['prod-demand', 'https://sqs.example/1/prod-data', 'arn:topic', 'arn:machine', 'prod-get-markets', 'prod-files', 'prod/']);
  });

  test.each([
    ['tables.entries', () => read({ tables: { codes: 'x' } }).table('entries')],
    ['queues.toString', () => read({ queues: {} }).queue('toString')],
    ['topics.dataSns', () => read({}).topic('dataSns')],
    ['filesBucket', () => read({}).filesBucket()],
    ['secretsPrefix', () => read({}).secretsPrefix()],
  ])('%s is named where a function asks for it and was not told', (place, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', message: `REG_RESOURCES.${place} has to be set: this function uses it.` }));
  });

  test.each([
    ['REG_RESOURCES', 'not JSON hunter2'],
    ['REG_RESOURCES', '[]'],
    ['REG_RESOURCES.tabels', { tabels: {} }],
    ['REG_RESOURCES.tables', { tables: 'demand' }],
    ['REG_RESOURCES.tables.entries', { tables: { entries: 7 } }],
    ['REG_RESOURCES.queues.dataQueue', { queues: { dataQueue: ' ' } }],
    ['REG_RESOURCES.filesBucket', { filesBucket: null }],
  ])('%s: a wrong value stops the start with one line', (name, value) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', detail: { name } }));
    expect(() => read(value)).toThrow(new RegExp(`^${name} has to be [^\\n]+$`));
    expect(() => read(value)).not.toThrow(/hunter2/);
  });
});

test('a schema registry without Kafka stops the start with one line', () => {
  const wrong = { REG_SCHEMA_REGISTRY_URL: 'https://schemas.example' };
  expect(() => readCloudConfig(wrong)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', detail: { name: 'REG_SCHEMA_REGISTRY_URL' } }));
  expect(readCloudConfig({ ...wrong, REG_KAFKA_BROKERS: 'a.example:9093', REG_KAFKA_SECRET: 'kafka' }).schemaRegistryUrl).toBe('https://schemas.example');
});
