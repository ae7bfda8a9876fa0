import { type aws_dynamodb as dynamodb, type aws_iam as iam, type aws_kinesis as kinesis, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { type FilterPattern, type StreamWorkerName, type Trigger, type WorkerName, workers } from '../src/topology.ts';
import { allow } from './functions.ts';
import type { Queues } from './queues.ts';

type QueueTrigger = Extract<Trigger, { kind: 'queue' }>;
type StreamTrigger = Extract<Trigger, { kind: 'stream' }>;

/** What the stream workers read: the table's own stream, or the table through Kinesis. */
export interface ChangeSource {
  readonly table: dynamodb.ITable;
  readonly kinesis: kinesis.IStream | null;
}

// The least that AWS takes (AWS Lambda developer guide, "Configuring maximum concurrency for Amazon SQS event sources").
const LEAST_CONCURRENCY = 2;
/** A day, the age at which the stream itself drops a record. */
const LONGEST_AGE_SECONDS = 86_400;
/** Batches of one shard in flight; records of one item stay in order all the same. */
const SHARD_PARALLELISM = 10;
const STREAM_WINDOW_SECONDS = 1;

export const mapQueues = (stack: Stack, worker: WorkerName, trigger: QueueTrigger, target: lambda.IFunction, { queues }: Queues): void => {
  for (const queue of trigger.queues) {
    new lambda.CfnEventSourceMapping(stack, `${worker}-from-${queue}`, {
      functionName: target.functionArn,
      eventSourceArn: queues[queue].queueArn,
      batchSize: trigger.batch.cloud,
      maximumBatchingWindowInSeconds: trigger.windowSeconds,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: { maximumConcurrency: Math.max(LEAST_CONCURRENCY, trigger.concurrency.cloud) },
    });
  }
};

export const mapStream = (stack: Stack, worker: StreamWorkerName, target: lambda.IFunction, source: ChangeSource, { deadLetterQueues }: Queues): void => {
  const trigger: StreamTrigger = workers[worker].trigger;
  const deadLetterQueue = deadLetterQueues.get(trigger.deadLetterQueue);
  if (deadLetterQueue === undefined) throw new Error(`There is no queue ${trigger.deadLetterQueue}.`);
  new lambda.CfnEventSourceMapping(stack, `${worker}-from-demand-table`, {
    functionName: target.functionArn,
    eventSourceArn: source.kinesis?.streamArn ?? streamArn(source.table),
    startingPosition: 'TRIM_HORIZON',
    batchSize: trigger.batch.cloud,
    maximumBatchingWindowInSeconds: STREAM_WINDOW_SECONDS,
    parallelizationFactor: SHARD_PARALLELISM,
    functionResponseTypes: ['ReportBatchItemFailures'],
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: trigger.maxRetries,
    maximumRecordAgeInSeconds: LONGEST_AGE_SECONDS,
    destinationConfig: { onFailure: { destination: deadLetterQueue.queueArn } },
    filterCriteria: {
      filters: trigger.filters.map((filter: FilterPattern) => ({ pattern: JSON.stringify(source.kinesis === null ? filter : { data: filter }) })),
    },
  });
};

/** What polling costs in rights; the service polls with the function's own role. */
export const pollingStatements = (worker: WorkerName, source: ChangeSource, { queues, deadLetterQueues }: Queues): readonly iam.PolicyStatement[] => {
  const trigger: Trigger = workers[worker].trigger;
  if (trigger.kind === 'queue') {
    const from = trigger.queues.map((queue) => queues[queue].queueArn);
    return [allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], from)];
  }
  if (trigger.kind !== 'stream') return [];
  const toDeadLetters = allow(['sqs:SendMessage'], [deadLetterQueues.get(trigger.deadLetterQueue)?.queueArn ?? '']);
  if (source.kinesis !== null) {
    const actions = ['kinesis:DescribeStream', 'kinesis:DescribeStreamSummary', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'];
    return [allow(actions, [source.kinesis.streamArn]), toDeadLetters];
  }
  return [
    allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn(source.table)]),
    // Knows no narrower resource (Service Authorization Reference, Amazon DynamoDB).
    allow(['dynamodb:ListStreams'], ['*']),
    toDeadLetters,
  ];
};

const streamArn = (table: dynamodb.ITable): string => {
  if (table.tableStreamArn === undefined) throw new Error('The demand-table has no stream.');
  return table.tableStreamArn;
};
