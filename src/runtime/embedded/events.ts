import { type AttributeMap, toAttributeMap } from '../../attribute-value.ts';
import type { DynamoDBChange } from '../../middleware/transform-dynamodb-kinesis-records.ts';
import type { SqsRecord } from '../../middleware/transform-sqs-records.ts';
import type { ChangeRecord } from '../../ports/change-stream.ts';
import type { ReceivedMessage } from '../../ports/queue.ts';

/** The events that AWS sends to Lambda, built for one process (AWS Lambda developer guide, "Invoking Lambda with events from other services"). */
const REGION = 'local';
const ACCOUNT = '000000000000';

export interface SqsEvent {
  readonly Records: readonly (SqsRecord & {
    readonly receiptHandle: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly eventSource: 'aws:sqs';
    readonly awsRegion: string;
  })[];
}

/** A batch from a queue. `token` is the lease, which stands in for the receipt handle. */
export const sqsEvent = (queue: string, token: string, messages: readonly ReceivedMessage[]): SqsEvent => {
  const eventSourceARN = `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue}`;
  return {
    Records: messages.map((message) => ({
      messageId: message.messageId,
      receiptHandle: token,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.receiveCount),
        SentTimestamp: String(message.sentAt),
        ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      },
      messageAttributes: messageAttributesOf(message.attributes),
      eventSource: 'aws:sqs',
      eventSourceARN,
      awsRegion: REGION,
    })),
  };
};

const messageAttributesOf = (attributes: Readonly<Record<string, string>>): Record<string, { stringValue: string; dataType: string }> => {
  const result: Record<string, { stringValue: string; dataType: string }> = {};
  for (const key in attributes) result[key] = { stringValue: attributes[key] ?? '', dataType: 'String' };
  return result;
};

/** A change of the demand-table as its stream tells it: what a filter pattern is held against. */
export type StreamRecord = DynamoDBChange & {
  readonly eventID: string;
  readonly eventSource: 'aws:dynamodb';
  readonly dynamodb: { readonly Keys: AttributeMap; readonly StreamViewType: 'NEW_AND_OLD_IMAGES' };
};

export const streamRecord = (change: ChangeRecord): StreamRecord => {
  const image = change.newImage ?? change.oldImage;
  return {
    eventID: change.sequenceNumber,
    eventName: change.eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: {
      ApproximateCreationDateTime: change.at / 1000,
      Keys: { PK: { S: image?.PK ?? '' }, SK: { S: 'ENTRY' } },
      SequenceNumber: change.sequenceNumber,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      ...(change.newImage === null ? {} : { NewImage: toAttributeMap(change.newImage) }),
      ...(change.oldImage === null ? {} : { OldImage: toAttributeMap(change.oldImage) }),
    },
  };
};

/** Records as the mission's two ways bring them: the table's own stream, or the same records inside Kinesis records. */
export const streamEvent = (via: 'dynamodb' | 'kinesis', records: readonly StreamRecord[]): { readonly Records: readonly unknown[] } => ({
  Records: via === 'dynamodb' ? records : records.map(inKinesis),
});

const inKinesis = (record: StreamRecord): unknown => ({
  eventID: `shardId-000000000000:${record.eventID}`,
  eventSource: 'aws:kinesis',
  kinesis: {
    partitionKey: record.eventID,
    sequenceNumber: record.eventID,
    data: Buffer.from(
      JSON.stringify({ ...record, dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: record.dynamodb.ApproximateCreationDateTime * 1000 } }),
    ).toString('base64'),
  },
});

/** EventBridge Scheduler's event, with the scheduled time that a run is known by. */
export const scheduleEvent = (schedule: string, scheduledAt: number, id: string): unknown => ({
  version: '0',
  id,
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  time: new Date(scheduledAt).toISOString(),
  resources: [`arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/default/${schedule}`],
  detail: {},
});
