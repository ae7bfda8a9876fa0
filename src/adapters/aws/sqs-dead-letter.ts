import type { Message } from '@aws-sdk/client-sqs';
import type { DeadLetter } from '../../ports/queue.ts';

/** Attributes that a message of ours carries among the dead letters, and nowhere else. */
const ERROR = 'error';
const RECEIVE_COUNT = 'receiveCount';

const LONGEST_ERROR = 1000;
/** What SQS refuses in an attribute's value (Amazon SQS API reference, SendMessage). */
const REFUSED = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** What a dead letter carries of why it failed; `before`: as it was before it failed again. */
export const errorAttributes = (before: Message | null, error: string): Readonly<Record<string, string>> => ({
  [ERROR]: error === '' ? 'unknown error' : error.slice(0, LONGEST_ERROR).replace(REFUSED, '\ufffd'),
  ...(before === null ? {} : { [RECEIVE_COUNT]: String(Number(attributesIn(before)[RECEIVE_COUNT] ?? 0) + 1) }),
});

export const withoutError = ({ [ERROR]: _, [RECEIVE_COUNT]: __, ...attributes }: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  attributes;

export const attributesIn = ({ MessageAttributes = {} }: Message): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(MessageAttributes).flatMap(([name, { StringValue }]) => (StringValue === undefined ? [] : [[name, StringValue]])));

export const PLACE = /^\d{15}\.[\w-]+$/;
/** By when it was sent; those of one millisecond by their ids. */
export const placeOf = ({ MessageId = '', Attributes = {} }: Message): string => `${(Attributes.SentTimestamp ?? '').padStart(15, '0')}.${MessageId}`;

/**
 * A message of a dead-letter queue as an operator sees it. One that we put there says why; one that SQS moved has failed
 * as often as its queue allows, and keeps the time when it was sent; one that Lambda put there for a stream only says
 * where the records are.
 */
export const toDeadLetter = (message: Message, maxReceiveCount: number | null): DeadLetter => {
  const { MessageId = '', Body = '', Attributes = {} } = message;
  const attributes = attributesIn(message);
  const sentAt = Number(Attributes.SentTimestamp ?? 0);
  const told = attributes[ERROR];
  const letter = { messageId: MessageId, body: Body, attributes: withoutError(attributes), sentAt, place: placeOf(message) };
  if (told !== undefined) return { ...letter, deadAt: sentAt, receiveCount: Number(attributes[RECEIVE_COUNT] ?? 0), error: told };
  const batch = streamBatchIn(Body);
  if (batch !== null) return { ...letter, deadAt: sentAt, receiveCount: 0, error: batch };
  const times = maxReceiveCount === null ? '' : ` ${maxReceiveCount} times`;
  return { ...letter, deadAt: null, receiveCount: maxReceiveCount ?? 0, error: `It failed${times}; why is in the worker's log, under the correlation id.` };
};

/** What an event source mapping says of a batch that it gave up (AWS Lambda developer guide, "Retain discarded records"). */
interface DiscardedBatch {
  readonly requestContext?: { readonly condition?: string };
  readonly DDBStreamBatchInfo?: BatchPlace;
  readonly KinesisBatchInfo?: BatchPlace;
}

interface BatchPlace {
  readonly shardId?: string;
  readonly startSequenceNumber?: string;
  readonly endSequenceNumber?: string;
}

const streamBatchIn = (body: string): string | null => {
  if (!body.includes('BatchInfo"')) return null;
  try {
    const { requestContext, DDBStreamBatchInfo, KinesisBatchInfo } = JSON.parse(body) as DiscardedBatch;
    const place = DDBStreamBatchInfo ?? KinesisBatchInfo;
    if (place === undefined) return null;
    const { shardId = '?', startSequenceNumber = '?', endSequenceNumber = '?' } = place;
    return `${requestContext?.condition ?? 'GivenUp'}: the records themselves are not here, but in the stream, as long as it keeps them: ${shardId}, ${startSequenceNumber} to ${endSequenceNumber}.`;
  } catch {
    return null;
  }
};
