import { type AttributeMap, fromAttributeMap } from '../attribute-value.ts';
import type { EntryItem } from '../domain/entry.ts';
import type { EntryChange } from '../domain/message.ts';
import { RegError } from '../errors.ts';
import type { Batch, BatchRecord } from '../workers/worker.ts';
import { correlationIdIn } from './correlation.ts';
import { asGiven, type Invocation, type Middleware } from './invocation.ts';

/** A change as DynamoDB describes it, on its own stream or inside a Kinesis record's data. */
export interface DynamoDBChange {
  readonly eventID?: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly NewImage?: AttributeMap;
    readonly OldImage?: AttributeMap;
    readonly SequenceNumber?: string;
    readonly ApproximateCreationDateTime: number;
  };
}

interface KinesisRecord {
  readonly kinesis: { readonly data: string; readonly sequenceNumber: string };
}

/** From a DynamoDB stream event, or the same through Kinesis, to a batch of entry changes, identified by sequence number. */
export const transformDynamoDBKinesisRecords = (): Middleware => ({
  before: (request) => {
    const raw = recordsOf(request.event);
    const { correlationId = '', follow = asGiven } = request.internal;
    const records = raw.map((record) => toRecord(record, correlationId, follow));
    const batch: Batch<EntryChange> = { records };
    request.internal.records = records;
    request.internal.unreadable = [];
    request.internal.kept = (record) => onTheTablesStream(raw[records.indexOf(record as BatchRecord<EntryChange>)], record as BatchRecord<EntryChange>);
    request.internal.sourceQueue = null;
    request.event = batch;
  },
});

const changeIn = ({ kinesis }: KinesisRecord): DynamoDBChange => JSON.parse(Buffer.from(kinesis.data, 'base64').toString('utf8')) as DynamoDBChange;

const toRecord = (record: DynamoDBChange | KinesisRecord, invocationId: string, follow: Follow): BatchRecord<EntryChange> => {
  if ('kinesis' in record) {
    return toChange(changeIn(record), record.kinesis.sequenceNumber, invocationId, follow);
  }
  return toChange(record, record.dynamodb?.SequenceNumber, invocationId, follow);
};

/** The same change whichever way it came: dead letters of a stream have one shape. */
const onTheTablesStream = (raw: DynamoDBChange | KinesisRecord | undefined, { id, body }: BatchRecord<EntryChange>): DynamoDBChange | null => {
  if (raw === undefined) return null;
  const change = 'kinesis' in raw ? changeIn(raw) : raw;
  const ApproximateCreationDateTime = Date.parse(body.at) / 1000;
  return { ...change, eventID: id, dynamodb: { ...change.dynamodb, SequenceNumber: id, ApproximateCreationDateTime } };
};

const toChange = (change: DynamoDBChange, sequenceNumber: string | undefined, invocationId: string, follow: Follow): BatchRecord<EntryChange> => {
  if (sequenceNumber === undefined) throw new RegError('EVENT_MALFORMED', 'A stream record has no sequence number, so its failure could not be reported.');
  const image = change.eventName === 'REMOVE' ? change.dynamodb.OldImage : change.dynamodb.NewImage;
  if (image === undefined) throw new RegError('EVENT_MALFORMED', `Stream record ${sequenceNumber} has no image; the stream has to carry new and old images.`);
  // The table holds entries alone, written by one worker in one shape.
  const item = fromAttributeMap(image) as unknown as EntryItem;
  const keys = { campaignId: item.campaignId, globalUserId: item.globalUserId };
  const at = instantOf(change.dynamodb.ApproximateCreationDateTime);
  return {
    id: sequenceNumber,
    body: change.eventName === 'REMOVE' ? { eventName: 'REMOVE', keys, at, oldImage: item } : { eventName: change.eventName, keys, at, newImage: item },
    correlationId: correlationIdIn(item.correlationId) ?? invocationId,
    traceparent: follow(sequenceNumber, change.eventName === 'REMOVE' ? undefined : traceOf(item)),
  };
};

type Follow = Invocation['follow'];

/** The trace of the fan's change; what the system changes later is no part of it. */
const traceOf = ({ traceparent, updatedAt, fanModifiedAt }: EntryItem): string | undefined => (updatedAt === fanModifiedAt ? traceparent : undefined);

// Seconds on the table's own stream, milliseconds through Kinesis (DynamoDB developer guide, "Kinesis Data Streams for DynamoDB").
const instantOf = (approximate: number): string => new Date(approximate < 1e11 ? approximate * 1000 : approximate).toISOString();

const recordsOf = (event: unknown): readonly (DynamoDBChange | KinesisRecord)[] => {
  if (typeof event === 'object' && event !== null && 'Records' in event && Array.isArray(event.Records)) return event.Records;
  throw new RegError('EVENT_MALFORMED', 'A stream worker was called with an event that has no Records.');
};
