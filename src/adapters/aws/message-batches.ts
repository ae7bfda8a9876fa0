import { toMessageText } from '../../domain/message-text.ts';
import type { OutgoingMessage, SendResult } from '../../ports/queue.ts';
import { type Pause, retriedBatch } from './retried-batch.ts';

/** A message as a batch request of SQS or SNS carries it. */
export interface BatchEntry {
  /** Its place among the messages given; the entry's id in the request. */
  readonly index: number;
  readonly text: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly delaySeconds: number;
  /** Body and attributes, as SQS and SNS count them. */
  readonly bytes: number;
}

export interface MessageAttribute {
  readonly DataType: 'String';
  readonly StringValue: string;
}

/** Of one request, and of one message in it. */
export interface BatchLimits {
  readonly entries: number;
  readonly bytes: number;
  readonly bytesOfOne: number;
}

/** What SQS and SNS answer to a batch request: HTTP 200 may hold failures. */
export interface BatchResponse {
  readonly Successful?: readonly { readonly Id?: string | undefined }[] | undefined;
  readonly Failed?: readonly { readonly Id?: string | undefined; readonly Code?: string | undefined; readonly SenderFault?: boolean | undefined }[] | undefined;
}

const IN_FLIGHT = 8;

/**
 * Sends messages in as few requests as the limits allow, several at a time. What was not taken and is not the message's
 * fault is sent again; what then remains is named by its index, in order. Never throws: a request that fails as a whole
 * fails its messages, of which some may have been taken all the same.
 */
export const sendInBatches = async (
  messages: readonly (OutgoingMessage<unknown> & { readonly attributes?: Readonly<Record<string, string>> })[],
  limits: BatchLimits,
  send: (entries: readonly BatchEntry[]) => Promise<BatchResponse>,
  pause: Pause,
): Promise<SendResult> => {
  const refused = new Map<number, string>();
  const entries: BatchEntry[] = [];
  messages.forEach((message, index) => {
    const made = toEntry(message, index, limits);
    if (typeof made === 'string') refused.set(index, made);
    else entries.push(made);
  });
  const failed = [...refused, ...(await sendEntries(entries, limits, send, pause))];
  return { failed: failed.sort(([a], [b]) => a - b).map(([index, reason]) => ({ index, reason })) };
};

/** The same for what is made already: why it was not taken, by index. */
export const sendEntries = async (
  entries: readonly BatchEntry[],
  limits: BatchLimits,
  send: (entries: readonly BatchEntry[]) => Promise<BatchResponse>,
  pause: Pause,
): Promise<ReadonlyMap<number, string>> => {
  const failed = new Map<number, string>();
  const waiting = batchesOf(entries, limits).values();
  const sendNext = async (): Promise<void> => {
    for (const batch of waiting) await sendBatch(batch, send, failed, pause);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, sendNext));
  return failed;
};

const sendBatch = async (
  batch: readonly BatchEntry[],
  send: (entries: readonly BatchEntry[]) => Promise<BatchResponse>,
  failed: Map<number, string>,
  pause: Pause,
): Promise<void> => {
  let pending = batch;
  let reasonOf = (_: BatchEntry): string => 'SERVICE_UNAVAILABLE: it was not taken.';
  try {
    pending = await retriedBatch(
      batch,
      async (entries) => {
        pending = entries;
        const { Successful = [], Failed = [] } = await send(entries);
        // Taken is what the answer says is taken, and not what it fails to mention.
        const taken = new Set(Successful.map(({ Id }) => Id));
        const failures = new Map(Failed.map((failure) => [failure.Id, failure]));
        const left = entries.filter(({ index }) => !taken.has(String(index)));
        reasonOf = ({ index }) => `SERVICE_UNAVAILABLE: it was not taken (${failures.get(String(index))?.Code ?? 'no answer'}).`;
        return left.filter(({ index }) => {
          const failure = failures.get(String(index));
          if (failure?.SenderFault !== true) return true;
          failed.set(index, `INPUT_INVALID: it was refused (${failure.Code ?? 'no code'}).`);
          return false;
        });
      },
      pause,
    );
  } catch (error) {
    // The name alone, as an SDK's message may quote what was sent.
    const name = error instanceof Error ? error.name : 'unknown';
    reasonOf = () => `SERVICE_UNAVAILABLE: the request failed (${name}).`;
  }
  for (const entry of pending) failed.set(entry.index, reasonOf(entry));
};

const toEntry = (
  {
    body,
    correlationId,
    traceparent = '',
    delaySeconds = 0,
    attributes = {},
  }: OutgoingMessage<unknown> & { readonly attributes?: Readonly<Record<string, string>> },
  index: number,
  { bytesOfOne }: BatchLimits,
): BatchEntry | string => {
  const made = toMessageText(body, delaySeconds);
  if ('refusal' in made) return made.refusal;
  const entry = { index, text: sqsText(made.text), attributes: messageAttributes({ traceparent, ...attributes, correlationId }), delaySeconds };
  if (Object.keys(entry.attributes).length > MAX_ATTRIBUTES)
    return `INPUT_INVALID: a message has at most ${MAX_ATTRIBUTES} attributes with its correlation id and its trace.`;
  const bytes = messageBytes(entry);
  return bytes > bytesOfOne ? `TOO_LARGE: body and attributes have more than ${bytesOfOne} bytes.` : { ...entry, bytes };
};

/**
 * The same JSON without the two characters that SQS refuses in a body (Amazon SQS API reference, SendMessage); all
 * others that it refuses are escapes in JSON already.
 */
export const sqsText = (json: string): string => json.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

/** A message that a topic delivers raw is lost with more (Amazon SNS developer guide, "Raw message delivery"). */
const MAX_ATTRIBUTES = 10;

/** An empty value is refused by SQS and SNS, so such an attribute is left out. */
export const messageAttributes = (attributes: Readonly<Record<string, string>>): Record<string, MessageAttribute> => {
  const result: Record<string, MessageAttribute> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== '') result[name] = { DataType: 'String', StringValue: value };
  }
  return result;
};

/** Body and attributes with their names and types, as SQS and SNS count them. */
export const messageBytes = ({ text, attributes }: Pick<BatchEntry, 'text' | 'attributes'>): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue }]) => sum + Buffer.byteLength(name) + DataType.length + Buffer.byteLength(StringValue),
    Buffer.byteLength(text),
  );

/** In order, each as full as the limits allow. */
const batchesOf = (entries: readonly BatchEntry[], limits: BatchLimits): readonly (readonly BatchEntry[])[] => {
  const batches: BatchEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === limits.entries || bytes + entry.bytes > limits.bytes) {
      batches.push([entry]);
      bytes = entry.bytes;
    } else {
      batch.push(entry);
      bytes += entry.bytes;
    }
  }
  return batches;
};
