import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeContinuousBackupsCommand, DescribeTimeToLiveCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord, KinesisStreamEvent, SQSEvent } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { type CloudTemplate, createCloudAccount, inlineFunction } from './cloud-account.ts';

/** What scripts/servers/ministack/like_aws.py mends; docs/servers.md has the list. */

/** A function that notes each event in a file and answers what `answer`, an expression of `event`, gives. */
const noting = (answer: string) => {
  const file = join(createTemporaryFolder(), 'events');
  const code = `
    const { appendFileSync } = require('node:fs');
    exports.handler = async (event) => {
      appendFileSync(process.env.FILE, JSON.stringify(event) + '\\n');
      return ${answer};
    };`;
  const events = <E>(): readonly E[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []).map((line) => JSON.parse(line));
  return { resource: inlineFunction(code, { FILE: file }), events };
};

const eventually = (assertion: () => void): Promise<void> => vi.waitFor(assertion, { timeout: 30_000, interval: 50 });
const attribute = (name: string, key: string) => ({ 'Fn::GetAtt': [name, key] });

const table = (properties: object): CloudTemplate['Resources'][string] => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    ...properties,
  },
});

const mapping = (functionName: string, source: object, properties: object): CloudTemplate['Resources'][string] => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { FunctionName: { Ref: functionName }, EventSourceArn: source, FunctionResponseTypes: ['ReportBatchItemFailures'], ...properties },
});

test('a pipeline resolver that a template deploys runs its functions in order', async () => {
  const { clientOptions, deploy } = createCloudAccount();
  const worker = noting('({ step: event.step, before: event.before })');
  const api = attribute('Api', 'ApiId');
  const runtime = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };
  const step = (name: string) => ({
    Type: 'AWS::AppSync::FunctionConfiguration',
    DependsOn: 'Source',
    Properties: {
      ApiId: api,
      Name: name,
      DataSourceName: 'workers',
      Runtime: runtime,
      Code: `export const request = (ctx) => ({ operation: 'Invoke', payload: { step: '${name}', before: ctx.prev.result } });
        export const response = (ctx) => ctx.result;`,
    },
  });
  const { id = '', key = '' } = await deploy({
    Resources: {
      Worker: worker.resource,
      Api: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'api', AuthenticationType: 'API_KEY' } },
      Key: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId: api } },
      Schema: {
        Type: 'AWS::AppSync::GraphQLSchema',
        Properties: { ApiId: api, Definition: 'type Query { last: Step } type Step { step: String before: Step }' },
      },
      Source: {
        Type: 'AWS::AppSync::DataSource',
        Properties: { ApiId: api, Name: 'workers', Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: attribute('Worker', 'Arn') } },
      },
      First: step('first'),
      Second: step('second'),
      Resolver: {
        Type: 'AWS::AppSync::Resolver',
        DependsOn: 'Schema',
        Properties: {
          ApiId: api,
          TypeName: 'Query',
          FieldName: 'last',
          Kind: 'PIPELINE',
          Runtime: runtime,
          Code: 'export const request = () => ({});\nexport const response = (ctx) => ctx.prev.result;',
          PipelineConfig: { Functions: [attribute('First', 'FunctionId'), attribute('Second', 'FunctionId')] },
        },
      },
    },
    Outputs: { id: { Value: api }, key: { Value: attribute('Key', 'ApiKey') } },
  });
  const answer = await fetch(`${clientOptions.endpoint}/v1/apis/${id}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key, authorization: signedAs(clientOptions.credentials.accessKeyId) },
    body: JSON.stringify({ query: '{ last { step before { step } } }' }),
  });
  expect(await answer.json()).toEqual({ data: { last: { step: 'second', before: { step: 'first' } } } });
});

/** MiniStack takes the account from the credentials that a request names; it checks no signature. */
const signedAs = (accessKeyId: string): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20270101/us-east-1/appsync/aws4_request, SignedHeaders=host, Signature=0`;

describe('a table that a template deploys', () => {
  test('has its time to live and its recovery', async () => {
    const { clientOptions, deploy } = createCloudAccount();
    const { TableName } = await deploy({
      Resources: {
        Table: table({
          TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      },
      Outputs: { TableName: { Value: { Ref: 'Table' } } },
    });
    const client = new DynamoDBClient(clientOptions);
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    const { ContinuousBackupsDescription } = await client.send(new DescribeContinuousBackupsCommand({ TableName }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
    expect(ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).toBe('ENABLED');
  });

  test('tells Kinesis of its changes, those of one item in their order', async () => {
    const { clientOptions, deploy } = createCloudAccount();
    const worker = noting('({ batchItemFailures: [] })');
    const { TableName } = await deploy({
      Resources: {
        Stream: { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount: 4 } },
        Table: table({ KinesisStreamSpecification: { StreamArn: attribute('Stream', 'Arn') } }),
        Worker: worker.resource,
        Mapping: mapping('Worker', attribute('Stream', 'Arn'), { StartingPosition: 'TRIM_HORIZON', BatchSize: 2 }),
      },
      Outputs: { TableName: { Value: { Ref: 'Table' } } },
    });
    const client = new DynamoDBClient(clientOptions);
    const items = ['ann', 'bob', 'cyd', 'dan', 'eve'];
    const versions = ['1', '2', '3', '4'];
    for (const version of versions) {
      for (const pk of items) await client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, version: { N: version } } }));
    }
    const changes = () =>
      worker
        .events<KinesisStreamEvent>()
        .flatMap(({ Records }) => Records)
        .map(({ kinesis }) => JSON.parse(Buffer.from(kinesis.data, 'base64').toString('utf8')));
    await eventually(() => expect(changes()).toHaveLength(items.length * versions.length));
    for (const pk of items) {
      const versionsSeen = changes().flatMap(({ dynamodb }) => (dynamodb.Keys.pk.S === pk ? [dynamodb.NewImage.version.N] : []));
      expect(versionsSeen, pk).toEqual(versions);
    }
  });
});

describe("a stream's mapping", () => {
  const NAMES_POISON = `({
    batchItemFailures: event.Records
      .filter(({ dynamodb }) => dynamodb.Keys.pk.S === 'poison')
      .map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })),
  })`;

  test('goes on behind a record that keeps failing once its retries are used up, and tells the destination of it', async () => {
    const { clientOptions, deploy } = createCloudAccount();
    const worker = noting(NAMES_POISON);
    const { TableName, QueueUrl } = await deploy({
      Resources: {
        Failed: { Type: 'AWS::SQS::Queue' },
        Table: table({ StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
        Worker: worker.resource,
        Mapping: mapping('Worker', attribute('Table', 'StreamArn'), {
          StartingPosition: 'TRIM_HORIZON',
          BatchSize: 10,
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 2,
          DestinationConfig: { OnFailure: { Destination: attribute('Failed', 'Arn') } },
        }),
      },
      Outputs: { TableName: { Value: { Ref: 'Table' } }, QueueUrl: { Value: { Ref: 'Failed' } } },
    });
    const client = new DynamoDBClient(clientOptions);
    for (const pk of ['ann', 'poison', 'bob']) await client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk } } }));

    const batches = () => worker.events<{ Records: DynamoDBRecord[] }>().map(({ Records }) => Records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S));
    await eventually(() => expect(batches().at(-1)).toEqual(['bob']));
    // How many of its tries it shares with others depends on what had been written when the stream was read.
    const tries = batches().filter((batch) => batch.includes('poison'));
    expect(tries.length).toBeGreaterThanOrEqual(3);
    expect(tries.at(-1)).toEqual(['poison']);
    expect(batches().filter((batch) => batch.includes('ann'))).toHaveLength(1);
    const { Messages = [] } = await new SQSClient(clientOptions).send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }));
    const poison = worker.events<{ Records: DynamoDBRecord[] }>().at(-2)?.Records[0]?.dynamodb?.SequenceNumber;
    expect(Messages.map(({ Body = '' }) => JSON.parse(Body))).toEqual([
      expect.objectContaining({ DDBStreamBatchInfo: expect.objectContaining({ startSequenceNumber: poison, endSequenceNumber: poison, batchSize: 1 }) }),
    ]);
  });
});

describe("a queue's mapping", () => {
  test('gives the whole batch again where the worker names what is not in it', async () => {
    const { clientOptions, deploy } = createCloudAccount();
    const worker = noting(`({ batchItemFailures: [{ itemIdentifier: 'nobody' }] })`);
    const { QueueUrl } = await deploy({
      Resources: {
        Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 1 } },
        Worker: worker.resource,
        Mapping: mapping('Worker', attribute('Queue', 'Arn'), { BatchSize: 10 }),
      },
      Outputs: { QueueUrl: { Value: { Ref: 'Queue' } } },
    });
    const Entries = ['a', 'b'].map((body) => ({ Id: body, MessageBody: body }));
    await new SQSClient(clientOptions).send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const receives = () =>
      worker.events<SQSEvent>().flatMap(({ Records }) => Records.map(({ body, attributes }) => `${body}${attributes.ApproximateReceiveCount}`));
    await eventually(() => expect(receives()).toEqual(expect.arrayContaining(['a1', 'b1', 'a2', 'b2'])));
  });
});
