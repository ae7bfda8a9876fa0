import { ArnFormat, type aws_dynamodb as dynamodb, type aws_iam as iam, type aws_kms as kms, type Stack } from 'aws-cdk-lib';
import { type TableDefinition, type TableName, tables } from '../src/adapters/aws/dynamodb-tables.ts';
import type { LocalPorts } from '../src/runtime/worker-services.ts';
import { SMTP } from '../src/smtp-settings.ts';
import { allow } from './functions.ts';
import type { Settings } from './settings.ts';

type TableAction =
  `dynamodb:${'GetItem' | 'BatchGetItem' | 'Query' | 'Scan' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem' | 'ConditionCheckItem'}`;

/** The rights on one table that each method of a port comes to, by what its adapter calls. A transaction needs the rights of its parts. */
interface TableRights<Port> {
  readonly table: TableName;
  readonly actions: { readonly [M in keyof Port]: readonly TableAction[] };
}

/** Ports of workers that stand on a table; the others have no table. */
const tablePorts = {
  entryTable: {
    table: 'demand-table',
    actions: {
      get: ['dynamodb:GetItem'],
      getBatch: ['dynamodb:BatchGetItem'],
      list: ['dynamodb:Scan'],
      put: ['dynamodb:PutItem'],
      remove: ['dynamodb:DeleteItem'],
      transfer: ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
      clearReplicationFlags: ['dynamodb:UpdateItem'],
      writeVerdicts: ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem'],
    },
  },
  campaignStore: {
    table: 'campaigns',
    actions: {
      campaignBySlug: ['dynamodb:GetItem'],
      campaignById: ['dynamodb:GetItem'],
      campaigns: ['dynamodb:Query'],
      market: ['dynamodb:GetItem'],
    },
  },
  eventLog: {
    table: 'events',
    actions: {
      append: ['dynamodb:UpdateItem'],
      read: ['dynamodb:Query'],
      count: ['dynamodb:Query'],
      erase: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    },
  },
} as const satisfies { readonly [P in 'entryTable' | 'campaignStore' | 'eventLog']: TableRights<LocalPorts[P]> };

/** Everything a service does with its own table. */
export const OWN_TABLE: readonly TableAction[] = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

export type TablePort = keyof typeof tablePorts;

export const isTablePort = (port: string): port is TablePort => port in tablePorts;

/** Which table a port stands on, and the actions that the methods used come to. */
export const tableUse = (port: TablePort, methods: readonly string[]): { readonly table: TableName; readonly actions: readonly TableAction[] } => {
  const { table, actions }: TableRights<Record<string, unknown>> = tablePorts[port];
  return { table, actions: [...new Set(methods.flatMap((method) => actions[method] ?? []))].sort() };
};

/** Adding to the audit log, and reading it: nobody has more. */
export const auditStatement = (made: Readonly<Record<TableName, dynamodb.ITable>>): iam.PolicyStatement =>
  tableStatement(made, 'audit', ['dynamodb:PutItem', 'dynamodb:Query']);

/** On a table and, where it has some, on its indexes. */
export const tableStatement = (made: Readonly<Record<TableName, dynamodb.ITable>>, name: TableName, actions: readonly string[]): iam.PolicyStatement => {
  const { tableArn } = made[name];
  const { indexes }: TableDefinition = tables[name];
  return allow(actions, [tableArn, ...indexes.map((index) => `${tableArn}/index/${index.name}`)]);
};

type KeyUse = 'table' | 'queue' | 'topic' | 'stream' | 'bucket';

// Amazon DynamoDB, SQS, SNS, Kinesis and S3 developer guides, each under "Encryption at rest": what a caller needs of a key of one's own.
const KEY_ACTIONS: Readonly<Record<KeyUse, { readonly service: string; readonly actions: readonly string[] }>> = {
  table: {
    service: 'dynamodb',
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
  },
  queue: { service: 'sqs', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  topic: { service: 'sns', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  stream: { service: 'kinesis', actions: ['kms:Decrypt'] },
  bucket: { service: 's3', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
};

/** The deployment's key, through one service alone. */
export const keyStatement = (stack: Stack, key: kms.IKey, use: KeyUse): iam.PolicyStatement => {
  const { service, actions } = KEY_ACTIONS[use];
  const statement = allow(actions, [key.keyArn]);
  statement.addCondition('StringEquals', { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` });
  return statement;
};

/**
 * Secrets by their names below the deployment's prefix. Secrets Manager adds a hyphen and six characters to each name; what
 * is not there yet is asked for, and made, by its name alone.
 */
export const secretStatement = (stack: Stack, prefix: string, names: readonly string[], actions: readonly ('Get' | 'Create')[]): iam.PolicyStatement =>
  allow(
    actions.map((action) => (action === 'Get' ? 'secretsmanager:GetSecretValue' : 'secretsmanager:CreateSecret')),
    names
      .flatMap((name) => (actions.includes('Create') && name.endsWith(ANY_SUFFIX) ? [name.slice(0, -ANY_SUFFIX.length), name] : [name]))
      .map((name) =>
        stack.formatArn({ service: 'secretsmanager', resource: 'secret', resourceName: `${prefix}/${name}`, arnFormat: ArnFormat.COLON_RESOURCE_NAME }),
      ),
  );

const ANY_SUFFIX = '-??????';

/** What a function is told of a server of the company's own, and its right to read the secrets of it. */
export interface ServerUse {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly iam.PolicyStatement[];
}

export const serverUse = (
  stack: Stack,
  prefix: string,
  server: { readonly url: string } | { readonly secret: string } | null,
  variables: { readonly url: string; readonly secret: string },
): ServerUse => {
  if (server === null) return { environment: {}, statements: [] };
  if ('url' in server) return { environment: { [variables.url]: server.url }, statements: [] };
  return { environment: { [variables.secret]: server.secret }, statements: [secretStatement(stack, prefix, [`${server.secret}${ANY_SUFFIX}`], ['Get'])] };
};

export const smtpUse = (stack: Stack, { prefix, smtp }: Pick<Settings, 'prefix' | 'smtp'>): ServerUse => {
  if (smtp === null) return { environment: {}, statements: [] };
  const { environment, statements } = serverUse(stack, prefix, smtp.address, SMTP);
  const key = smtp.dkim === null ? [] : [secretStatement(stack, prefix, [`${smtp.dkim.secret}${ANY_SUFFIX}`], ['Get'])];
  return {
    environment: {
      ...environment,
      ...(smtp.bounceAddress === null ? {} : { REG_BOUNCE_ADDRESS: smtp.bounceAddress }),
      ...(smtp.dkim === null ? {} : { REG_DKIM_SELECTOR: smtp.dkim.selector, REG_DKIM_SECRET: smtp.dkim.secret }),
    },
    statements: [...statements, ...key],
  };
};
