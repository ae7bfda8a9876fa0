import { describe, expect, test } from 'vitest';
import { resourcesOf, statementsOf } from './template.ts';

/** Synthesised with kafkaBrokers, kafkaSecret and schemaRegistryUrl. */
const resources = resourcesOf('cdk.kafka');
const functions = resources.filter(({ Type }) => Type === 'AWS::Lambda::Function');
const variablesOf = ({ Properties }: (typeof functions)[number]): Readonly<Record<string, unknown>> =>
  (Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> }).Variables;

describe('the stacks with Kafka', () => {
  test('those that publish or read records know the brokers, and nobody else does', () => {
    const told = functions.filter((one) => 'REG_KAFKA_BROKERS' in variablesOf(one));
    expect(told.map(({ Properties }) => String(Properties.FunctionName)).sort()).toEqual(['reg-front', 'reg-send-data']);
    for (const one of told)
      expect(variablesOf(one)).toMatchObject({
        REG_KAFKA_BROKERS: 'b1.example:9093,b2.example:9093',
        REG_KAFKA_SECRET: 'kafka/client',
        REG_SCHEMA_REGISTRY_URL: 'https://schemas.example/api',
        REG_TOPIC_PREFIX: 'prd2011.dmnd',
      });
  });

  test.each([/^senddata/, /^front/])('%s may read the secret and has no right on the table of events', (role) => {
    const own = statementsOf(resources).filter((statement) => role.test(statement.role));
    const secrets = own.filter(({ actions }) => actions.includes('secretsmanager:GetSecretValue')).flatMap((statement) => statement.resources);
    expect(secrets.some((secret) => secret.endsWith(':secret:reg/kafka/client-??????'))).toBe(true);
    const onTables = own.filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:'))).flatMap((statement) => statement.resources);
    expect(onTables.filter((table) => /events/i.test(table))).toEqual([]);
  });

  test('nobody else may read it', () => {
    const readers = statementsOf(resources).filter(({ resources: on }) => on.some((resource) => resource.includes('kafka')));
    expect([...new Set(readers.map(({ role }) => role.replace(/role.*$/, '')))].sort()).toEqual(['front', 'senddata']);
  });
});
