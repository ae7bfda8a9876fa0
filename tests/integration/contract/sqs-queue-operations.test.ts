import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { createSqsQueueOperations } from '../../../src/adapters/aws/sqs-queue-operations.ts';
import { createSqsQueueSender } from '../../../src/adapters/aws/sqs-queue-sender.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeQueueOperationsContract, OPERATED_QUEUES, OPERATED_STREAM, type QueueOperationsSubject } from '../../contract/queue-operations.contract.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createQueue, createSqs, queueArn, takeAll } from '../sqs-queues.ts';

const create = async (): Promise<QueueOperationsSubject & { readonly urlOf: (name: string) => string }> => {
  const client = createSqs();
  const system = { clock: createSystemClock(), random: createSeededRandom(1) };
  const urls = new Map([[OPERATED_STREAM as string, await createQueue(client, OPERATED_STREAM)]]);
  for (const [name, { deadLetterQueue, maxReceiveCount }] of Object.entries(OPERATED_QUEUES)) {
    const deadLetterUrl = await createQueue(client, deadLetterQueue);
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await queueArn(client, deadLetterUrl), maxReceiveCount });
    urls.set(deadLetterQueue, deadLetterUrl).set(name, await createQueue(client, name, { RedrivePolicy }));
  }
  const urlOf = (name: string): string => urls.get(name) ?? '';
  const receive = async (queue: string, max: number, VisibilityTimeout: number) =>
    (await client.send(new ReceiveMessageCommand({ QueueUrl: urlOf(queue), MaxNumberOfMessages: max, VisibilityTimeout }))).Messages?.length ?? 0;
  return {
    urlOf,
    operations: createSqsQueueOperations({ client, queueUrl: urlOf, queues: OPERATED_QUEUES, deadLetterQueues: [OPERATED_STREAM], ...system }),
    send: async (queue, messages) => {
      expect(await createSqsQueueSender({ client, queueUrl: urlOf(queue), ...system }).send(messages)).toEqual({ failed: [] });
    },
    lease: async (queue) => {
      expect(await receive(queue, 1, 600)).toBe(1);
    },
    failAll: async (queue) => {
      while ((await receive(queue, 10, 0)) > 0);
    },
    taken: async (queue) => (await takeAll(client, urlOf(queue))).map(({ body, attributes }) => [JSON.parse(body), attributes] as const),
  };
};

const subjects: ServerRegistry<'queue-operations', () => Promise<QueueOperationsSubject>> = { sqs: create };

for (const [name, make] of Object.entries(subjects)) describeQueueOperationsContract(name, make);

test('what SQS itself moved has no reason of its own, and says where to look', async () => {
  const { operations, send, failAll } = await create();
  await send('work', [{ body: 'a', correlationId: 'correlation-a' }]);
  await failAll('work');
  expect(await operations.deadLetters('work', 10)).toMatchObject([
    { error: "It failed 3 times; why is in the worker's log, under the correlation id.", attributes: { correlationId: 'correlation-a' }, deadAt: null },
  ]);
});

test('two who look at the same time see all of it between them, and so does each of them afterwards', async () => {
  const { operations, send, failAll } = await create();
  await send(
    'work',
    Array.from({ length: 15 }, (_, index) => ({ body: index, correlationId: 'correlation-a' })),
  );
  await failAll('work');
  const looks = await Promise.all([operations.deadLetters('work', 100), operations.deadLetters('work', 100)]);
  expect(new Set(looks.flat().map(({ messageId }) => messageId)).size).toBe(15);
  expect(await operations.deadLetters('work', 100)).toHaveLength(15);
});

test('what Lambda left of a batch of the stream says where the records are', async () => {
  const { operations, urlOf } = await create();
  const place = { shardId: 'shardId-1', startSequenceNumber: '100', endSequenceNumber: '103', batchSize: 2 };
  const left = { requestContext: { condition: 'RetryAttemptsExhausted' }, version: '1.0', DDBStreamBatchInfo: place };
  const client = createSqs();
  const sender = createSqsQueueSender<unknown>({ client, queueUrl: urlOf(OPERATED_STREAM), clock: createSystemClock(), random: createSeededRandom(1) });
  await sender.send([{ body: left, correlationId: '' }]);
  const [letter] = await operations.deadLetters(OPERATED_STREAM, 10);
  expect(letter?.error).toMatch(/^RetryAttemptsExhausted: .*shardId-1, 100 to 103/);
});
