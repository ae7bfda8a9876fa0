import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../settings.ts';

const read = (context: Readonly<Record<string, string>>) => readSettings(new App({ context }));

describe('settings', () => {
  test('have defaults', () => {
    expect(read({})).toMatchObject({
      prefix: 'reg',
      stream: 'dynamodb',
      addressLimit: 2000,
      retain: true,
      mailDomain: null,
      network: null,
      kafka: null,
      serviceUrls: {},
    });
  });

  test('of no known name are refused, so that a slip of the pen does not go unseen', () => {
    expect(() => read({ mailDomian: 'mail.example.com' })).toThrow(/^There is no setting mailDomian\. There are: prefix, /);
  });

  test('are taken', () => {
    expect(read({ stream: 'kinesis', addressLimit: 'off', retain: 'false', entryUrl: 'https://entries.example/v2' })).toMatchObject({
      stream: 'kinesis',
      addressLimit: null,
      retain: false,
      serviceUrls: { entry: 'https://entries.example/v2' },
    });
  });

  test('Kafka comes with the secret of its certificate', () => {
    const kafka = { kafkaBrokers: 'b1.example:9093,b2.example:9093', kafkaSecret: 'kafka/client', schemaRegistryUrl: 'https://schemas.example/api' };
    expect(read(kafka)).toMatchObject({
      kafka: { brokers: 'b1.example:9093,b2.example:9093', secret: 'kafka/client' },
      schemaRegistryUrl: 'https://schemas.example/api',
    });
  });

  test('an issuer may end in a slash, and tells where its keys are', () => {
    expect(read({ issuer: 'https://tenant.example/', audience: 'tickets-web' }).fanIssuer).toEqual({
      issuer: 'https://tenant.example/',
      jwksUri: null,
      audience: 'tickets-web',
      tokenTypes: null,
    });
    expect(() => read({ audience: 'tickets-web' })).toThrow(/^The setting issuer has to be set together with /);
  });

  test.each([
    ['prefix', 'Reg'],
    ['prefix', 'a-prefix-of-over-twenty'],
    ['stream', 'kafka'],
    ['issuer', 'http://issuer.example'],
    ['issuer', 'https://issuer.example/?a=b'],
    ['jwksUri', 'no url'],
    ['audience', 'two words'],
    ['tokenTypes', 'jwt,'],
    ['entryUrl', 'https://user@entries.example/v1'],
    ['entryUrl', 'https://entries.example/'],
    ['vpcId', 'vpc-xyz'],
    ['vpcId', 'vpc-0123'],
    ['subnetIds', 'subnet-1,subnet'],
    ['securityGroupIds', 'sg'],
    ['mailDomain', 'mail'],
    ['topicPrefix', 'a b'],
    ['kafkaBrokers', 'broker.example'],
    ['kafkaBrokers', 'broker.example:9093'],
    ['schemaRegistryUrl', 'https://schemas.example'],
    ['alarmTopicArn', 'arn:aws:sqs:us-east-1:000000000000:queue'],
    ['addressLimit', '9'],
    ['addressLimit', '-1'],
    ['retain', 'perhaps'],
  ])('with the wrong %s %s stop with one line that names it', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^The setting ${name} has to be [^\\n]+\\.$`));
  });
});
