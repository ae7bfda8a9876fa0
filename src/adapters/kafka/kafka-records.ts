import type { LogRecord } from '../../ports/event-log.ts';

/** What a message of a topic is made of, apart from where it goes. */
export interface KafkaMessage {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly headers: Map<Buffer, Buffer>;
}

const DEDUPE_ID = Buffer.from('dedupe-id');
const CORRELATION_ID = Buffer.from('correlation-id');
const TIMESTAMP = Buffer.from('timestamp');
const TRACEPARENT = Buffer.from('traceparent');
/** Confluent's wire format: this byte, the schema's id in four bytes, the record (Schema Registry documentation, "Wire format"). JSON never begins so. */
const MAGIC = 0;
const FRAME_BYTES = 5;

/** As a message; with the id of its schema in front, where there is one. */
export const messageOf = ({ key, value, dedupeId, timestamp, correlationId, traceparent }: LogRecord, schemaId: number | null): KafkaMessage => ({
  key: Buffer.from(key),
  value: schemaId === null ? Buffer.from(value) : framed(value, schemaId),
  // A message's own timestamp is when it was sent: brokers refuse those of the future, and delete by it.
  headers: new Map([
    [DEDUPE_ID, Buffer.from(dedupeId)],
    [CORRELATION_ID, Buffer.from(correlationId)],
    [TIMESTAMP, Buffer.from(String(timestamp))],
    // W3C's name, under which other systems' tracing finds it.
    ...(traceparent === undefined ? [] : [[TRACEPARENT, Buffer.from(traceparent)] as const]),
  ]),
});

const framed = (value: string, schemaId: number): Buffer => {
  const bytes = Buffer.allocUnsafe(FRAME_BYTES + Buffer.byteLength(value));
  bytes.writeUInt8(MAGIC, 0);
  bytes.writeUInt32BE(schemaId, 1);
  bytes.write(value, FRAME_BYTES);
  return bytes;
};

/** Roughly what a message takes in a batch. */
export const sizeOf = ({ key, value, headers }: KafkaMessage): number => {
  let bytes = key.byteLength + value.byteLength + 32;
  for (const [name, content] of headers) bytes += name.byteLength + content.byteLength + 4;
  return bytes;
};

/** What was read of a message; also of one that another program wrote, which has no headers of ours. */
export interface ReadMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly (readonly [Buffer | null, Buffer | null])[];
  /** UTC milliseconds. */
  readonly sentAt: number;
  /** `partition/offset` */
  readonly place: string;
}

export const recordOf = ({ key, value, headers, sentAt, place }: ReadMessage): LogRecord => {
  const texts = new Map(headers.map(([name, content]) => [name?.toString() ?? '', content?.toString() ?? '']));
  const timestamp = Number(texts.get('timestamp') ?? Number.NaN);
  return {
    key: key?.toString() ?? '',
    value: value === null ? 'null' : value[0] === MAGIC ? value.toString('utf8', FRAME_BYTES) : value.toString(),
    dedupeId: texts.get('dedupe-id') ?? place,
    timestamp: Number.isSafeInteger(timestamp) ? timestamp : sentAt,
    correlationId: texts.get('correlation-id') ?? '',
    ...(texts.has('traceparent') && { traceparent: texts.get('traceparent') }),
  };
};
