import {
  ArnFormat,
  Duration,
  aws_dynamodb as dynamodb,
  aws_iam as iam,
  aws_kinesis as kinesis,
  aws_kms as kms,
  RemovalPolicy,
  Stack,
  aws_s3 as s3,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type IndexDefinition, type TableDefinition, type TableName, tables } from '../src/adapters/aws/dynamodb-tables.ts';
import { accept } from './accept.ts';
import type { Settings } from './settings.ts';

/** What outlives a deployment: the data, and the key it is encrypted with. */
export interface State {
  readonly key: kms.IKey;
  readonly tables: Readonly<Record<TableName, dynamodb.ITable>>;
  /** Known by its name, which holds the account, as names of buckets are the whole world's. */
  readonly files: { readonly name: string; readonly arn: string };
  /** The demand-table's changes through Kinesis, where the settings say so. */
  readonly changes: kinesis.IStream | null;
}

export const createStateStack = (scope: Construct, id: string, settings: Settings): { readonly stack: Stack; readonly state: State } => {
  const stack = new Stack(scope, id, { description: 'reg-workers: tables, files and their key' });
  const removalPolicy = settings.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  const key = new kms.Key(stack, 'Key', { alias: `alias/${settings.prefix}`, enableKeyRotation: true, removalPolicy });
  letServicesUseKey(stack, key);
  const changes = settings.stream === 'kinesis' ? createChanges(stack, settings, key, removalPolicy) : null;
  const made = {} as Record<TableName, dynamodb.ITable>;
  for (const name of Object.keys(tables) as TableName[]) {
    made[name] = createTable(stack, name, { settings, key, removalPolicy, changes: name === 'demand-table' ? changes : null });
  }
  const accessLogs = new s3.Bucket(stack, 'AccessLogs', {
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    lifecycleRules: [{ expiration: Duration.days(90) }],
    removalPolicy,
  });
  const bucketName = `${settings.prefix}-files-${stack.account}-${stack.region}`;
  new s3.Bucket(stack, 'Files', {
    bucketName,
    serverAccessLogsBucket: accessLogs,
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    enforceSSL: true,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    versioned: true,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy,
  });
  return { stack, state: { key, tables: made, files: { name: bucketName, arn: `arn:${stack.partition}:s3:::${bucketName}` }, changes } };
};

// As long as the table's own stream: long enough to mend a consumer.
const createChanges = (stack: Stack, settings: Settings, key: kms.IKey, removalPolicy: RemovalPolicy): kinesis.IStream => {
  const changes = new kinesis.Stream(stack, 'Changes', {
    streamName: `${settings.prefix}-demand-table-changes`,
    streamMode: kinesis.StreamMode.ON_DEMAND,
    encryption: kinesis.StreamEncryption.KMS,
    encryptionKey: key,
    removalPolicy,
  });
  accept(changes, {
    finding: 'AwsSolutions-KDS3',
    reason: 'The changes hold what fans said of themselves, as the table does, so they are under the same key.',
  });
  return changes;
};

interface TableOptions {
  readonly settings: Settings;
  readonly key: kms.IKey;
  readonly removalPolicy: RemovalPolicy;
  readonly changes: kinesis.IStream | null;
}

const createTable = (stack: Stack, name: TableName, { settings, key, removalPolicy, changes }: TableOptions): dynamodb.ITable => {
  const { stream, expiresAt, indexes, appendOnly }: TableDefinition = tables[name];
  const table = new dynamodb.Table(stack, name, {
    tableName: `${settings.prefix}-${name}`,
    partitionKey: text('PK'),
    sortKey: text('SK'),
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: settings.retain,
    removalPolicy,
    ...(stream ? { stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES } : {}),
    ...(expiresAt === null ? {} : { timeToLiveAttribute: expiresAt }),
    ...(changes === null ? {} : { kinesisStream: changes }),
    ...(appendOnly === true ? { resourcePolicy: nobodyChanges() } : {}),
  });
  for (const index of indexes) table.addGlobalSecondaryIndex(indexOf(index));
  return table;
};

/**
 * Whatever rights anybody has: a denial stands above them. A put can still overwrite, as no policy knows of the condition
 * that it is made under; the chain of hashes shows that.
 */
const nobodyChanges = (): iam.PolicyDocument =>
  new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'].map((action) => `dynamodb:${action}`),
        // In a table's own policy `*` is that table.
        resources: ['*'],
      }),
    ],
  });

const indexOf = ({ name, partitionKey, sortKey, projection }: IndexDefinition): dynamodb.GlobalSecondaryIndexProps => ({
  indexName: name,
  partitionKey: text(partitionKey),
  sortKey: text(sortKey),
  ...(typeof projection === 'string'
    ? { projectionType: dynamodb.ProjectionType[projection] }
    : { projectionType: dynamodb.ProjectionType.INCLUDE, nonKeyAttributes: [...projection] }),
});

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

// In a key's own policy `*` is that key.
/** Services that write to what this key encrypts on nobody's behalf: topics into queues, alarms into topics, logs. */
const letServicesUseKey = (stack: Stack, key: kms.Key): void => {
  key.addToResourcePolicy(
    new iam.PolicyStatement({ principals: [new iam.ServicePrincipal('sns.amazonaws.com')], actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] }),
  );
  const logGroups = stack.formatArn({ service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
    }),
  );
};
