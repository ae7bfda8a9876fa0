import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { DeadLetterOutcome } from '../../ports/queue.ts';
import { type BatchEntry, messageAttributes, messageBytes, sendEntries } from './message-batches.ts';
import { type Pause, retriedBatch } from './retried-batch.ts';
import { attributesIn, errorAttributes, placeOf, withoutError } from './sqs-dead-letter.ts';
import { SQS_LIMITS } from './sqs-queue-sender.ts';

export interface SqsDeadLetters extends Pause {
  readonly client: SQSClient;
  readonly deadLetterQueueUrl: string;
}

/** What is looked at is hidden from others for this long at most, also if we crash. */
const HIDDEN_SECONDS = 60;
/** Long polling asks all of SQS's servers, so that an empty answer means an empty queue (Amazon SQS developer guide, "Short and long polling"). */
const WAIT_SECONDS = 1;

/**
 * Shows a dead-letter queue's messages to `visit` in tens, each once, until it has seen enough or there is no more.
 * `visit` answers the ids of those that it has removed; the others are let go in the end and stay.
 */
const walk = async (
  { client, deadLetterQueueUrl }: SqsDeadLetters,
  visit: (messages: readonly Message[]) => Promise<{ readonly removed: readonly string[]; readonly enough: boolean }>,
): Promise<void> => {
  const seen = new Set<string>();
  const held = new Map<string, string>();
  try {
    for (let enough = false; !enough; ) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: deadLetterQueueUrl,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: HIDDEN_SECONDS,
          WaitTimeSeconds: WAIT_SECONDS,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['SentTimestamp', 'DeadLetterQueueSourceArn'],
        }),
      );
      const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
      // One that comes again is hidden no longer: this took too long to find more.
      if (fresh.length === 0) return;
      for (const { MessageId = '', ReceiptHandle = '' } of Messages) {
        seen.add(MessageId);
        held.set(MessageId, ReceiptHandle);
      }
      const visited = await visit(fresh);
      for (const id of visited.removed) held.delete(id);
      enough = visited.enough;
    }
  } finally {
    await letGo(client, deadLetterQueueUrl, [...held.values()]);
  }
};

/** One that is not let go comes back by itself a little later. */
const letGo = async (client: SQSClient, queueUrl: string, receiptHandles: readonly string[]): Promise<void> => {
  for (const some of chunks(receiptHandles, 10)) {
    const Entries = some.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle, VisibilityTimeout: 0 }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries })).catch(() => undefined);
  }
};

/** One call has to end before who asked gives up. */
const MOST_A_CALL = 2_000;

/**
 * At most so many, as they are, in the order of their places, from behind one of them on. SQS has no order, so all of
 * the queue is looked through for it: 2,000 of it, or `max` where that is more.
 */
export const peekDeadLetters = async (queue: SqsDeadLetters, max: number, after: string | null): Promise<readonly Message[]> => {
  const found: Message[] = [];
  if (max < 1) return found;
  await walk(queue, async (messages) => {
    found.push(...messages);
    return { removed: [], enough: found.length >= Math.max(max, MOST_A_CALL) };
  });
  const places = found.map((message) => ({ message, place: placeOf(message) })).filter(({ place }) => after === null || place > after);
  return places
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, max)
    .map(({ message }) => message);
};

/**
 * Sends them to their queue before they are deleted here: a crash in between leaves a message in both. What fails again
 * while this runs, and is a new message then, is left for another call, or this would never end.
 */
export const redriveDeadLetters = async (queue: SqsDeadLetters, queueUrl: string, messageIds: readonly string[] | undefined): Promise<number> => {
  const wanted = messageIds === undefined ? null : new Set(messageIds);
  const failed: string[] = [];
  let moved = 0;
  if (wanted?.size === 0) return moved;
  const startedAt = queue.clock.now();
  const isOlder = ({ Attributes = {} }: Message): boolean => Number(Attributes.SentTimestamp ?? 0) < startedAt;
  await walk(queue, async (messages) => {
    const mine = messages.filter((message) => (wanted === null ? isOlder(message) : wanted.delete(message.MessageId ?? '')));
    const { sent, reasons } = await sendOn(
      queue,
      queueUrl,
      mine.map((message) => ({ message, attributes: withoutError(attributesIn(message)) })),
    );
    await remove(queue, sent);
    failed.push(...reasons);
    moved += sent.length;
    return { removed: idsOf(sent), enough: wanted?.size === 0 || moved >= MOST_A_CALL };
  });
  const [reason] = failed;
  if (reason !== undefined) throw new RegError('SERVICE_UNAVAILABLE', `${moved} dead letters were moved back and ${failed.length} stay: ${reason} Try again.`);
  return moved;
};

export const settleDeadLetters = async (queue: SqsDeadLetters, outcome: DeadLetterOutcome): Promise<void> => {
  const handled = new Set(outcome.handled);
  const failed = new Map(outcome.failed.map(({ messageId, error }) => [messageId, error]));
  if (handled.size + failed.size === 0) return;
  await walk(queue, async (messages) => {
    const done = messages.filter(({ MessageId = '' }) => handled.delete(MessageId));
    const again = messages.flatMap((message) => {
      const error = failed.get(message.MessageId ?? '');
      failed.delete(message.MessageId ?? '');
      return error === undefined ? [] : [{ message, attributes: { ...attributesIn(message), ...errorAttributes(message, error) } }];
    });
    // SQS changes no message, so one that failed again is a new message and the old one goes.
    const { sent } = await sendOn(queue, queue.deadLetterQueueUrl, again);
    const gone = [...done, ...sent];
    await remove(queue, gone);
    return { removed: idsOf(gone), enough: handled.size + failed.size === 0 };
  });
};

interface Onward {
  readonly message: Message;
  readonly attributes: Readonly<Record<string, string>>;
}

const sendOn = async (
  { client, clock, random }: SqsDeadLetters,
  queueUrl: string,
  letters: readonly Onward[],
): Promise<{ readonly sent: readonly Message[]; readonly reasons: readonly string[] }> => {
  const entries = letters.map(({ message, attributes }, index): BatchEntry => {
    const entry = { index, text: message.Body ?? '', attributes: messageAttributes(attributes), delaySeconds: 0 };
    return { ...entry, bytes: messageBytes(entry) };
  });
  const failed = await sendEntries(
    entries,
    SQS_LIMITS,
    (some) =>
      client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: some.map(({ index, text, attributes }) => ({ Id: String(index), MessageBody: text, MessageAttributes: { ...attributes } })),
        }),
      ),
    { clock, random },
  );
  return { sent: letters.flatMap(({ message }, index) => (failed.has(index) ? [] : [message])), reasons: [...failed.values()] };
};

/** What cannot be deleted stays, and is handled twice at worst. */
const remove = async ({ client, deadLetterQueueUrl, clock, random }: SqsDeadLetters, messages: readonly Message[]): Promise<void> => {
  for (const some of chunks(messages, 10)) {
    await retriedBatch(
      some,
      async (left) => {
        const Entries = left.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
        const { Failed = [] } = await client.send(new DeleteMessageBatchCommand({ QueueUrl: deadLetterQueueUrl, Entries }));
        const failed = new Set(Failed.filter(({ SenderFault }) => SenderFault !== true).map(({ Id }) => Id));
        return left.filter((_, index) => failed.has(String(index)));
      },
      { clock, random },
    );
  }
};

const idsOf = (messages: readonly Message[]): readonly string[] => messages.map(({ MessageId = '' }) => MessageId);
