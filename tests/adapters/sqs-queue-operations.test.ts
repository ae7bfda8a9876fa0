import { createHash } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { createSqsQueueOperations } from '../../src/adapters/aws/sqs-queue-operations.ts';
import { answerJson, createLoopbackAws } from '../support/loopback-aws.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const letter = (body: string) => ({
  MessageId: `id-${body}`,
  ReceiptHandle: `handle-${body}`,
  Body: body,
  MD5OfBody: md5(body),
  Attributes: { SentTimestamp: '1' },
});

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly ReceiptHandle: string;
}

/** A dead-letter queue with these bodies; sending one of `refused` fails, and so does what is in `broken`. */
const createWorld = async (
  bodies: readonly string[],
  { refused = [], broken = [] }: { readonly refused?: readonly string[]; readonly broken?: readonly string[] },
) => {
  let given = false;
  const deleted: string[] = [];
  const letGo: string[] = [];
  const loopback = await createLoopbackAws((body, response, _, action) => {
    if (broken.includes(action)) return answerJson(response, null, 'AccessDenied');
    const { Entries = [] } = JSON.parse(body) as { readonly Entries?: readonly Entry[] };
    if (action === 'ReceiveMessage') {
      answerJson(response, { Messages: given ? [] : bodies.map(letter) });
      given = true;
    } else if (action === 'SendMessageBatch') {
      const [failed, taken] = [
        Entries.filter(({ MessageBody }) => refused.includes(MessageBody)),
        Entries.filter(({ MessageBody }) => !refused.includes(MessageBody)),
      ];
      answerJson(response, {
        Successful: taken.map(({ Id, MessageBody }) => ({ Id, MessageId: 'new', MD5OfMessageBody: md5(MessageBody) })),
        Failed: failed.map(({ Id }) => ({ Id, Code: 'InvalidMessageContents', SenderFault: true })),
      });
    } else {
      (action === 'DeleteMessageBatch' ? deleted : letGo).push(...Entries.map(({ ReceiptHandle }) => ReceiptHandle));
      answerJson(response, { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] });
    }
  });
  const operations = createSqsQueueOperations({
    client: new SQSClient(loopback.client),
    queueUrl: (name) => `${loopback.client.endpoint}/000000000000/${name}`,
    queues: { work: { deadLetterQueue: 'workDlq', maxReceiveCount: 4 } },
    clock: { now: () => 1_000, sleep: async () => undefined },
    random: createSeededRandom(1),
  });
  return { operations, actions: loopback.actions, deleted, letGo };
};

test('a dead letter is in its queue before it is deleted', async () => {
  const { operations, actions, deleted, letGo } = await createWorld(['a', 'b'], {});
  expect(await operations.redrive('work')).toBe(2);
  expect(actions).toEqual(['ReceiveMessage', 'SendMessageBatch', 'DeleteMessageBatch', 'ReceiveMessage']);
  expect([deleted, letGo]).toEqual([['handle-a', 'handle-b'], []]);
});

test('one that its queue does not take stays and can be seen again at once, and the call says so', async () => {
  const { operations, deleted, letGo } = await createWorld(['a', 'b'], { refused: ['a'] });
  await expect(operations.redrive('work')).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringContaining('1 dead letters were moved back and 1 stay'),
  });
  expect([deleted, letGo]).toEqual([['handle-b'], ['handle-a']]);
});

test('where deleting fails nothing is lost, and the call fails', async () => {
  const { operations, letGo } = await createWorld(['a'], { broken: ['DeleteMessageBatch'] });
  await expect(operations.redrive('work')).rejects.toMatchObject({ code: 'STORAGE_FAILED', detail: { error: 'AccessDenied' } });
  expect(letGo).toEqual(['handle-a']);
});

test('those that nobody asked for are let go', async () => {
  const { operations, deleted, letGo } = await createWorld(['a', 'b', 'c'], {});
  expect(await operations.redrive('work', ['id-b'])).toBe(1);
  expect([deleted, letGo]).toEqual([['handle-b'], ['handle-a', 'handle-c']]);
});

test('a queue that cannot be asked is a failure that may pass', async () => {
  const { operations } = await createWorld([], { broken: ['GetQueueAttributes', 'ReceiveMessage', 'SendMessage'] });
  const failure = { code: 'STORAGE_FAILED', retryable: true };
  await expect(operations.depth('work')).rejects.toMatchObject(failure);
  await expect(operations.deadLetters('work', 10)).rejects.toMatchObject(failure);
  await expect(operations.addDeadLetter('workDlq', '{}', 'broken', {})).rejects.toMatchObject(failure);
});
