import { GetQueueAttributesCommand, type QueueAttributeName, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { QueueOperations } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';
import { messageAttributes, sqsText } from './message-batches.ts';
import { errorAttributes, PLACE, toDeadLetter } from './sqs-dead-letter.ts';
import { peekDeadLetters, redriveDeadLetters, settleDeadLetters } from './sqs-dead-letters.ts';
import { storageFailure } from './storage-failure.ts';

export interface SqsQueueOperationsOptions<Name extends string, DeadLetterName extends string> {
  readonly client: SQSClient;
  /** By the name that the topology gives a queue or dead-letter queue. */
  readonly queueUrl: (name: string) => string;
  readonly queues: Readonly<Record<Name, { readonly deadLetterQueue: string; readonly maxReceiveCount: number }>>;
  /** Dead-letter queues of what is no queue: the stream's consumers. Default none. */
  readonly deadLetterQueues?: readonly DeadLetterName[];
  /** How old a queue's oldest message is, in milliseconds, by its URL; null if nobody knows. Default: nobody does. */
  readonly oldestAgeMs?: (queueUrl: string) => Promise<number | null>;
  readonly clock: Clock;
  readonly random: Random;
}

/** A queue with its dead-letter queue, or a dead-letter queue alone. */
interface Holder {
  readonly name: string | null;
  readonly deadLetterQueue: string;
  readonly maxReceiveCount: number | null;
}

const COUNTS = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'] as const;

/**
 * What an operator does with SQS queues. Counts are SQS's, which may be a minute late. Looking at dead letters hides
 * them from a second look at the same time, for as long as it takes, and counts as receiving, which changes nothing in
 * a dead-letter queue. Neither SQS's own message move task nor its order of messages is used: a move task tells neither
 * how many it moved nor drops the error that a dead letter carries.
 */
export const createSqsQueueOperations = <Name extends string, DeadLetterName extends string = never>(
  options: SqsQueueOperationsOptions<Name, DeadLetterName>,
): QueueOperations<Name | DeadLetterName> => {
  const { client, queueUrl, oldestAgeMs = async () => null, clock, random } = options;
  const holders = new Map<string, Holder>();
  for (const [name, { deadLetterQueue, maxReceiveCount }] of Object.entries(options.queues) as [string, (typeof options.queues)[Name]][]) {
    const holder = { name, deadLetterQueue, maxReceiveCount };
    holders.set(name, holder).set(deadLetterQueue, holder);
  }
  for (const deadLetterQueue of options.deadLetterQueues ?? []) holders.set(deadLetterQueue, { name: null, deadLetterQueue, maxReceiveCount: null });

  const holderOf = (name: string): Holder => {
    const holder = holders.get(name);
    if (holder === undefined) throw new RegError('NOT_FOUND', `There is no queue ${name}: "reg queues" lists what there is.`, { detail: { queue: name } });
    return holder;
  };
  const deadLettersOf = ({ deadLetterQueue }: Holder) => ({ client, clock, random, deadLetterQueueUrl: queueUrl(deadLetterQueue) });
  const asked = async <T>(what: string, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw storageFailure(what, error);
    }
  };

  const countsOf = async (url: string): Promise<readonly [waiting: number, inFlight: number, delayed: number]> => {
    const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...COUNTS] }));
    const count = (name: QueueAttributeName): number => Number(Attributes[name] ?? 0);
    return [count(COUNTS[0]), count(COUNTS[1]), count(COUNTS[2])];
  };

  const readDepth = async ({ name, deadLetterQueue }: Holder) => {
    const url = name === null ? null : queueUrl(name);
    const [own, dead] = await Promise.all([url === null ? ([0, 0, 0] as const) : countsOf(url), countsOf(queueUrl(deadLetterQueue))]);
    const [waiting, inFlight, delayed] = own;
    const isEmpty = waiting + inFlight + delayed === 0;
    return {
      waiting,
      inFlight,
      delayed,
      deadLetters: dead[0] + dead[1] + dead[2],
      oldestAgeMs: url === null || isEmpty ? 0 : await oldestAgeMs(url),
      sent: null,
      done: null,
      expired: null,
    };
  };

  return {
    depth: async (name) => asked(`Counting what is in ${name}`, readDepth(holderOf(name))),
    deadLetters: async (name, max, after = null) => {
      const holder = holderOf(name);
      if (after !== null && !PLACE.test(after))
        throw new RegError('INPUT_INVALID', '`after` has to be the `next` of the page before.', { detail: { field: 'after', rule: 'place' } });
      const messages = await asked(`Reading the dead letters of ${name}`, peekDeadLetters(deadLettersOf(holder), max, after));
      return messages.map((message) => toDeadLetter(message, holder.maxReceiveCount));
    },
    addDeadLetter: async (name, body, error, attributes) => {
      const QueueUrl = queueUrl(holderOf(name).deadLetterQueue);
      const MessageAttributes = messageAttributes({ ...attributes, ...errorAttributes(null, error) });
      await asked(`Adding a dead letter to ${name}`, client.send(new SendMessageCommand({ QueueUrl, MessageBody: sqsText(body), MessageAttributes })));
    },
    redrive: async (name, messageIds) => {
      const holder = holderOf(name);
      if (holder.name === null)
        throw new RegError('STATE_INVALID', `${name} holds records of a stream, which no queue takes back: they go to their worker again.`);
      return asked(`Redriving ${name}`, redriveDeadLetters(deadLettersOf(holder), queueUrl(holder.name), messageIds));
    },
    settleDeadLetters: async (name, outcome) => asked(`Settling dead letters of ${name}`, settleDeadLetters(deadLettersOf(holderOf(name)), outcome)),
  };
};
