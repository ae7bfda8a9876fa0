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
      mongo: null,
      mongoRead: null,
      redis: null,
      network: null,
      kafka: null,
      serviceUrls: {},
    });
  });

  test('of no known name are refused, so that a slip of the pen does not go unseen', () => {
    expect(() => read({ mailDomian: 'mail.example.com' })).toThrow(/^There is no setting mailDomian\. There are: prefix, /);
  });

  test('are taken', () => {
    expect(read({ idvHosts: 'id.example,id.example:8443' })).toMatchObject({ idvHosts: ['id.example', 'id.example:8443'] });
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

  test('a Redis is where its URL says or where its secret says, not both', () => {
    expect(read({ redisUrl: 'rediss://redis.example:6380/1' }).redis).toEqual({ url: 'rediss://redis.example:6380/1' });
    expect(read({ redisSecret: 'servers/redis' }).redis).toEqual({ secret: 'servers/redis' });
    expect(() => read({ redisUrl: 'redis://redis.example', redisSecret: 'servers/redis' })).toThrow(/^The setting redisSecret has to be unset /);
  });

  test('a MongoDB is where its URL says, with several hosts, or where its secret says; workers may have a user of their own', () => {
    const url = 'mongodb://a.example:27017,b.example:27017/reg?replicaSet=rs0&tls=true';
    expect(read({ mongoUrl: url, mongoReadSecret: 'servers/mongo-read' })).toMatchObject({ mongo: { url }, mongoRead: { secret: 'servers/mongo-read' } });
    expect(() => read({ mongoUrl: url, mongoSecret: 'servers/mongo' })).toThrow(/^The setting mongoSecret has to be unset /);
  });

  test('a mail server needs the domain that mails come from, and takes a key for signing', () => {
    const smtp = { smtpSecret: 'servers/smtp', dkimSelector: 'reg1', dkimSecret: 'dkim/reg1' };
    expect(read({ ...smtp, mailDomain: 'mail.example.com' }).smtp).toEqual({
      address: { secret: 'servers/smtp' },
      bounceAddress: null,
      dkim: { selector: 'reg1', secret: 'dkim/reg1' },
    });
    expect(() => read(smtp)).toThrow(/^The setting mailDomain has to be set /);
    expect(() => read({ dkimSelector: 'reg1', dkimSecret: 'dkim/reg1' })).toThrow(/^The setting smtpSecret has to be set /);
  });

  test('traces go to a collector, one in a hundred unless it is said', () => {
    expect(read({ otlpEndpoint: 'https://collector.example' }).traces).toEqual({ endpoint: 'https://collector.example', ratio: 0.01 });
    expect(read({ otlpEndpoint: 'http://localhost:4318', traceRatio: '1' }).traces).toEqual({ endpoint: 'http://localhost:4318', ratio: 1 });
    expect(() => read({ traceRatio: '1' })).toThrow(/^The setting otlpEndpoint has to be set /);
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
    ['idvHosts', 'https://id.example'],
    ['entryUrl', 'https://user@entries.example/v1'],
    ['entryUrl', 'https://entries.example/'],
    ['vpcId', 'vpc-xyz'],
    ['vpcId', 'vpc-0123'],
    ['subnetIds', 'subnet-1,subnet'],
    ['securityGroupIds', 'sg'],
    ['mailDomain', 'mail'],
    ['mongoUrl', 'mongodb://reg:hunter2@mongo.example/reg'],
    ['mongoUrl', 'https://mongo.example'],
    ['mongoReadSecret', 'a name'],
    ['redisUrl', 'rediss://user:hunter2@redis.example:6379'],
    ['redisUrl', 'https://redis.example'],
    ['redisSecret', 'a name'],
    ['smtpUrl', 'smtp://user:hunter2@mail.example'],
    ['bounceAddress', 'bounces+a@mail.example'],
    ['dkimSelector', 'reg1'],
    ['topicPrefix', 'a b'],
    ['otlpEndpoint', 'http://collector.example:4318'],
    ['traceRatio', '2'],
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
