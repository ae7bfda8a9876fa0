import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { environmentVariables, readConfig } from '../src/config.ts';

describe('the configuration', () => {
  test('needs nothing to be set', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataFolder: './data',
      publicUrl: null,
      logLevel: 'info',
      fanIssuer: null,
      idvHosts: [],
      drandUrl: 'https://api.drand.sh',
      topicPrefix: 'prd2011.dmnd',
      kafka: null,
      schemaRegistryUrl: null,
      mailDomain: null,
      serviceUrls: {},
      mongo: null,
      mongoRead: null,
      redis: null,
      smtp: null,
      stream: 'dynamodb',
      trustedProxies: [],
      addressRate: 50,
      fanRate: 5,
      production: false,
      traces: null,
      operatorUrl: null,
      operatorToken: null,
    });
  });

  test('is what the environment says', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '::1',
        NODE_ENV: 'production',
        REG_DATA: '/srv/reg',
        REG_PUBLIC_URL: 'https://tickets.example/',
        REG_URL: 'http://127.0.0.1:9000',
        REG_TOKEN: 'aa.bb.cc',
        REG_LOG_LEVEL: 'warn',
        REG_ISSUER: 'https://sign-in.example/',
        REG_AUDIENCE: 'tickets-web, https://api.example',
        REG_TOKEN_TYPES: 'application/AT+JWT, none',
        REG_JWKS_URI: 'https://sign-in.example/keys',
        REG_DRAND_URL: 'https://drand.example/v1/',
        REG_IDV_HOSTS: 'id.example.com, id.example.com:8443, [::1]:9000',
        REG_TOPIC_PREFIX: 'dev',
        REG_KAFKA_BROKERS: 'broker.example:9093',
        REG_KAFKA_SECRET: 'kafka',
        REG_SCHEMA_REGISTRY_URL: 'https://schemas.example/apis/ccompat/v7/',
        REG_MAIL_DOMAIN: 'mail.example.com',
        REG_STREAM: 'kinesis',
        REG_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
        REG_ADDRESS_RATE: 'off',
        REG_FAN_RATE: '0.5',
        REG_CODE_URL: 'https://codes.example/api/',
        REG_MONGO_URL: 'mongodb://reg:pa%24s@a.example:27017,b.example:27018/reg?replicaSet=rs0&authSource=admin',
        REG_MONGO_READ_SECRET: 'servers/mongo-read',
        REG_REDIS_URL: 'rediss://reg:pa%24s@redis.example:6380/2',
        REG_SMTP_URL: 'smtp://reg:pa%24s@mail.example?tls=off',
        REG_SMTP_CONNECTIONS: '2',
        REG_SMTP_RATE: '14',
        REG_BOUNCE_ADDRESS: 'returned@bounce.example',
        REG_DKIM_SELECTOR: 'reg1',
        REG_DKIM_SECRET: 'dkim/reg1',
      }),
    ).toEqual({
      host: '::1',
      port: 0,
      dataFolder: '/srv/reg',
      publicUrl: 'https://tickets.example',
      logLevel: 'warn',
      fanIssuer: {
        issuer: 'https://sign-in.example/',
        jwksUri: 'https://sign-in.example/keys',
        audiences: ['tickets-web', 'https://api.example'],
        types: ['at+jwt', 'none'],
      },
      idvHosts: ['id.example.com', 'id.example.com:8443', '[::1]:9000'],
      drandUrl: 'https://drand.example/v1',
      topicPrefix: 'dev',
      kafka: { brokers: ['broker.example:9093'], secret: 'kafka' },
      schemaRegistryUrl: 'https://schemas.example/apis/ccompat/v7',
      mailDomain: 'mail.example.com',
      serviceUrls: { code: 'https://codes.example/api' },
      mongo: { url: 'mongodb://reg:pa%24s@a.example:27017,b.example:27018/reg?replicaSet=rs0&authSource=admin' },
      mongoRead: { secret: 'servers/mongo-read' },
      redis: { url: 'rediss://reg:pa%24s@redis.example:6380/2' },
      smtp: {
        address: { url: 'smtp://reg:pa%24s@mail.example?tls=off' },
        connections: 2,
        rate: 14,
        bounceAddress: 'returned@bounce.example',
        dkim: { selector: 'reg1', domain: null, secret: 'dkim/reg1' },
      },
      stream: 'kinesis',
      trustedProxies: ['10.0.0.0/8', '::1'],
      addressRate: null,
      fanRate: 0.5,
      production: true,
      traces: null,
      operatorUrl: 'http://127.0.0.1:9000',
      operatorToken: 'aa.bb.cc',
    });
  });

  test('is what the command line says, before the environment', () => {
    const env = { PORT: '9000', HOST: '0.0.0.0', REG_DATA: '/srv/reg', REG_ADDRESS_RATE: '3' };
    expect(readConfig(env, { port: 0, host: '127.0.0.1', dataFolder: 'here', addressRate: null })).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      dataFolder: 'here',
      addressRate: null,
    });
  });

  test('counts what is empty as not set', () => {
    expect(readConfig({ PORT: '', REG_DATA: '  ', REG_ISSUER: '', REG_SMTP_URL: '' })).toEqual(readConfig({}));
  });
});

describe('a wrong value is named in one line, and not repeated', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['REG_LOG_LEVEL', 'loud'],
    ['REG_STREAM', 'kafka'],
    ['REG_PUBLIC_URL', 'tickets.example'],
    ['REG_PUBLIC_URL', 'ftp://tickets.example'],
    ['REG_URL', 'http://olga:hunter2@127.0.0.1:8080'],
    ['REG_ENTRY_URL', 'https://entries.example/?key=hunter2'],
    ['REG_TOKEN', 'hunter2'],
    ['REG_TOPIC_PREFIX', 'a topic'],
    ['REG_TOPIC_PREFIX', 'prd.'],
    ['REG_TRUSTED_PROXIES', 'everybody'],
    ['REG_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['REG_MONGO_URL', 'mongo.example:27017'],
    ['REG_MONGO_URL', 'https://reg:hunter2@mongo.example'],
    ['REG_MONGO_URL', 'mongodb://reg:hunter2%@mongo.example/reg'],
    ['REG_MONGO_URL', 'mongodb://reg:hunt/er2@mongo.example/reg'],
    ['REG_MONGO_URL', 'mongodb://reg:hunter2@mongo.example,/reg'],
    ['REG_MONGO_READ_URL', 'mongodb://reg:hunter2@mongo.example/reg/campaigns'],
    ['REG_MONGO_SECRET', 'a name'],
    ['REG_REDIS_URL', 'http://:hunter2@redis.example'],
    ['REG_REDIS_URL', 'redis.example:6379'],
    ['REG_REDIS_URL', 'redis://:hunter2%@redis.example'],
    ['REG_REDIS_URL', 'redis://redis.example/cache'],
    ['REG_REDIS_URL', 'redis://redis.example?password=hunter2'],
    ['REG_REDIS_SECRET', 'a name'],
    ['REG_SMTP_URL', 'mail.example:587'],
    ['REG_SMTP_URL', 'smtp://reg:hunter2@mail.example?tls=on'],
    ['REG_SMTP_RATE', '20'],
    ['REG_DKIM_SELECTOR', 'reg1'],
    ['REG_ADDRESS_RATE', '0'],
    ['REG_FAN_RATE', '-1'],
    ['REG_FAN_RATE', 'many'],
  ])('%s=%s', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', detail: { name } }));
    expect(read).toThrow(new RegExp(`^${name} has to be [^\\n]+$`));
    expect(read).not.toThrow(/hunter2/);
  });

  test.each([
    ['REG_SMTP_CONNECTIONS', '0'],
    ['REG_SMTP_RATE', '20/s'],
    ['REG_BOUNCE_ADDRESS', 'bounces+reg@mail.example'],
    ['REG_DKIM_SELECTOR', 'Reg 1'],
    ['REG_DKIM_DOMAIN', 'mail'],
    ['REG_DKIM_SECRET', 'hunter2 hunter2'],
  ])('%s=%s with a mail server', (name, value) => {
    const read = () => readConfig({ REG_SMTP_SECRET: 'servers/smtp', [name]: value });
    expect(read).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', detail: { name } }));
    expect(read).not.toThrow(/hunter2/);
  });

  test.each([
    [{ REG_SMTP_SECRET: 'servers/smtp', REG_DKIM_SELECTOR: 'reg1' }, 'REG_DKIM_SECRET'],
    [{ REG_SMTP_SECRET: 'servers/smtp', REG_DKIM_SECRET: 'dkim/reg1' }, 'REG_DKIM_SELECTOR'],
    [{ REG_IDV_HOSTS: 'https://id.example.com' }, 'REG_IDV_HOSTS'],
    [{ REG_IDV_HOSTS: 'id.example.com:443' }, 'REG_IDV_HOSTS'],
    [{ REG_IDV_HOSTS: 'ID.example.com' }, 'REG_IDV_HOSTS'],
    [{ REG_IDV_HOSTS: 'id.example.com,' }, 'REG_IDV_HOSTS'],
    [{ REG_JWKS_URI: 'https://sign-in.example/keys' }, 'REG_ISSUER'],
    [{ REG_AUDIENCE: 'tickets-web' }, 'REG_ISSUER'],
    [{ REG_TOKEN_TYPES: 'jwt' }, 'REG_ISSUER'],
    [{ REG_ISSUER: 'https://sign-in.example', REG_AUDIENCE: 'a, ,b' }, 'REG_AUDIENCE'],
    [{ REG_ISSUER: 'https://sign-in.example', REG_AUDIENCE: 'two words' }, 'REG_AUDIENCE'],
    [{ REG_ISSUER: 'https://sign-in.example', REG_TOKEN_TYPES: 'jwt,' }, 'REG_TOKEN_TYPES'],
    [{ REG_ISSUER: 'sign-in', REG_JWKS_URI: 'https://sign-in.example/keys' }, 'REG_ISSUER'],
  ])('%j lacks %s', (env, name) => {
    expect(() => readConfig(env)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', detail: { name } }));
  });

  test('an issuer alone tells where its keys are, and its tokens are for this system', () => {
    expect(readConfig({ REG_ISSUER: 'https://sign-in.example/' }).fanIssuer).toEqual({
      issuer: 'https://sign-in.example/',
      jwksUri: null,
      audiences: ['reg-workers'],
      types: ['jwt', 'at+jwt', 'none'],
    });
  });

  test('a server is where its URL says or where its secret says, not both', () => {
    expect(readConfig({ REG_REDIS_SECRET: 'servers/redis' }).redis).toEqual({ secret: 'servers/redis' });
    expect(() => readConfig({ REG_REDIS_SECRET: 'servers/redis', REG_REDIS_URL: 'redis://127.0.0.1' })).toThrow(/^REG_REDIS_SECRET has to be unset /);
  });

  test.each([
    [{ REG_KAFKA_SECRET: 'kafka' }, 'REG_KAFKA_SECRET'],
    [{ REG_KAFKA_BROKERS: 'broker.example:9093' }, 'REG_KAFKA_SECRET'],
    [{ REG_KAFKA_BROKERS: 'broker.example:9093', REG_KAFKA_SECRET: '../kafka' }, 'REG_KAFKA_SECRET'],
    [{ REG_KAFKA_BROKERS: 'broker.example', REG_KAFKA_SECRET: 'kafka' }, 'REG_KAFKA_BROKERS'],
    [{ REG_KAFKA_BROKERS: 'broker.example:9093,', REG_KAFKA_SECRET: 'kafka' }, 'REG_KAFKA_BROKERS'],
    [{ REG_KAFKA_BROKERS: 'kafka://broker.example:9093', REG_KAFKA_SECRET: 'kafka' }, 'REG_KAFKA_BROKERS'],
    [{ REG_KAFKA_BROKERS: 'broker.example:99999', REG_KAFKA_SECRET: 'kafka' }, 'REG_KAFKA_BROKERS'],
  ])('%j is no Kafka, as it has to have %s', (env, name) => {
    expect(() => readConfig(env)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', detail: { name } }));
  });

  test('brokers on this machine need no certificate, others do', () => {
    expect(readConfig({ REG_KAFKA_BROKERS: '127.0.0.1:9092, localhost:9093' }).kafka).toEqual({ brokers: ['127.0.0.1:9092', 'localhost:9093'], secret: null });
    expect(readConfig({ REG_KAFKA_BROKERS: 'a.example:9093,[2001:db8::1]:9093', REG_KAFKA_SECRET: 'kafka/client' }).kafka).toEqual({
      brokers: ['a.example:9093', '[2001:db8::1]:9093'],
      secret: 'kafka/client',
    });
    expect(readConfig({}).kafka).toBeNull();
  });

  test('also where it comes from the command line', () => {
    expect(() => readConfig({}, { port: 70_000 })).toThrow(/^--port /);
  });
});

describe('docs/configuration.md', () => {
  const rows = [...readFileSync('docs/configuration.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(([, name = '', standard = '']) => ({
    name,
    standard,
  }));

  test('has exactly the variables that are read', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...environmentVariables].sort());
  });

  test('gives the defaults that are used', () => {
    const config = readConfig({});
    const standards = Object.fromEntries(rows.map(({ name, standard }) => [name, standard]));
    expect(standards).toMatchObject({
      PORT: `\`${config.port}\``,
      HOST: `\`${config.host}\``,
      REG_DATA: `\`${config.dataFolder}\``,
      REG_LOG_LEVEL: `\`${config.logLevel}\``,
      REG_TOPIC_PREFIX: `\`${config.topicPrefix}\``,
      REG_STREAM: `\`${config.stream}\``,
      REG_ADDRESS_RATE: `\`${config.addressRate}\``,
      REG_FAN_RATE: `\`${config.fanRate}\``,
    });
  });
});
