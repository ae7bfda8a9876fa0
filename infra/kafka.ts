import type { aws_iam as iam } from 'aws-cdk-lib';
import type { Deployment } from './functions.ts';
import { secretStatement } from './rights.ts';

/** What a function needs to use the company's Kafka as event log; null where the event log is a table. */
export const kafkaUse = ({
  stack,
  settings: { kafka, schemaRegistryUrl, prefix },
}: Deployment): { readonly environment: Readonly<Record<string, string>>; readonly statements: readonly iam.PolicyStatement[] } | null =>
  kafka === null
    ? null
    : {
        environment: {
          REG_KAFKA_BROKERS: kafka.brokers,
          REG_KAFKA_SECRET: kafka.secret,
          ...(schemaRegistryUrl === null ? {} : { REG_SCHEMA_REGISTRY_URL: schemaRegistryUrl }),
        },
        statements: [secretStatement(stack, prefix, [`${kafka.secret}-??????`], ['Get'])],
      };
