import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { createSqsQueueSender } from '../../src/adapters/aws/sqs-queue-sender.ts';
import { answerJson, createLoopbackAws } from '../support/loopback-aws.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

interface SentEntry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
}
type Failure = { readonly Id: string; readonly Code: string; readonly SenderFault: boolean };

const entriesOf = (request: string): readonly SentEntry[] => (JSON.parse(request) as { readonly Entries: readonly SentEntry[] }).Entries;
const bodiesOf = (request: string): readonly unknown[] => entriesOf(request).map(({ MessageBody }) => JSON.parse(MessageBody));
const message = (body: unknown) => ({ body, correlationId: 'correlation-1' });

const answerBatch = (response: ServerResponse, body: string, failures: readonly Failure[], unmentioned: readonly string[] = []): void => {
  const left = new Set([...failures.map(({ Id }) => Id), ...unmentioned]);
  const taken = entriesOf(body).filter(({ Id }) => !left.has(Id));
  answerJson(response, {
    Successful: taken.map(({ Id, MessageBody }) => ({ Id, MessageId: `m-${Id}`, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') })),
    Failed: failures,
  });
};

const createWorld = async (answer: (body: string, response: ServerResponse, count: number) => void) => {
  const { client, requests } = await createLoopbackAws(answer);
  const waits: number[] = [];
  const clock = {
    now: () => 0,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
    },
  };
  const sender = createSqsQueueSender<unknown>({
    client: new SQSClient(client),
    queueUrl: `${client.endpoint}/000000000000/work`,
    clock,
    random: createSeededRandom(1),
  });
  return { sender, requests, waits };
};

const idOf = (body: string, wanted: unknown): string => entriesOf(body).find(({ MessageBody }) => JSON.parse(MessageBody) === wanted)?.Id ?? '';

test('of a request that was answered with failures, only those are sent again, after a wait', async () => {
  const { sender, requests, waits } = await createWorld((body, response, count) =>
    answerBatch(response, body, count === 1 ? [{ Id: idOf(body, 'b'), Code: 'InternalError', SenderFault: false }] : []),
  );
  expect(await sender.send(['a', 'b', 'c'].map(message))).toEqual({ failed: [] });
  expect(requests.map(bodiesOf)).toEqual([['a', 'b', 'c'], ['b']]);
  expect(waits).toHaveLength(1);
});

test('what is the fault of the message is not sent again, but named', async () => {
  const { sender, requests } = await createWorld((body, response) =>
    answerBatch(response, body, [{ Id: idOf(body, 'b'), Code: 'InvalidMessageContents', SenderFault: true }]),
  );
  expect(await sender.send(['a', 'b', 'c'].map(message))).toEqual({
    failed: [{ index: 1, reason: 'INPUT_INVALID: it was refused (InvalidMessageContents).' }],
  });
  expect(requests).toHaveLength(1);
});

test('what is never taken is named in the end, in the order of the messages', async () => {
  const never = ['d', 'l'];
  const { sender, requests } = await createWorld((body, response) => {
    const failures = entriesOf(body).filter(({ MessageBody }) => never.includes(JSON.parse(MessageBody)));
    answerBatch(
      response,
      body,
      failures.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
    );
  });
  const { failed } = await sender.send([...'abcdefghijklmno'].map(message));
  const reason = 'SERVICE_UNAVAILABLE: it was not taken (InternalError).';
  expect(failed).toEqual([
    { index: 3, reason },
    { index: 11, reason },
  ]);
  expect(requests.filter((request) => bodiesOf(request).length > 2)).toHaveLength(2);
});

test('what the answer does not mention counts as not taken', async () => {
  const { sender, requests } = await createWorld((body, response, count) => answerBatch(response, body, [], count === 1 ? [idOf(body, 'b')] : []));
  expect(await sender.send(['a', 'b'].map(message))).toEqual({ failed: [] });
  expect(requests.map(bodiesOf)).toEqual([['a', 'b'], ['b']]);
});

test('a request that fails as a whole fails its messages alone, and names no more than the error', async () => {
  const { sender } = await createWorld((body, response) =>
    bodiesOf(body).includes(13) ? answerJson(response, null, 'AccessDenied') : answerBatch(response, body, []),
  );
  const { failed } = await sender.send(Array.from({ length: 25 }, (_, index) => message(index)));
  expect(failed).toEqual(Array.from({ length: 10 }, (_, index) => ({ index: index + 10, reason: 'SERVICE_UNAVAILABLE: the request failed (AccessDenied).' })));
});

test('no request has more than 10 messages or 1 MiB, and none is smaller than it has to be', async () => {
  const { sender, requests } = await createWorld((body, response) => answerBatch(response, body, []));
  const sizes = [...Array.from({ length: 9 }, () => 250_000), ...Array.from({ length: 23 }, () => 10)];
  expect(await sender.send(sizes.map((size) => message('x'.repeat(size))))).toEqual({ failed: [] });
  for (const request of requests) {
    expect(entriesOf(request).length).toBeLessThanOrEqual(10);
    expect(entriesOf(request).reduce((sum, { MessageBody }) => sum + MessageBody.length, 0)).toBeLessThanOrEqual(1_048_576);
  }
  expect(requests).toHaveLength(5);
});

test('several requests are under way at a time', async () => {
  const held: (() => void)[] = [];
  const { sender, requests } = await createWorld((body, response) => {
    held.push(() => answerBatch(response, body, []));
    if (held.length >= 8) for (const release of held.splice(0)) release();
  });
  expect(await sender.send(Array.from({ length: 160 }, (_, index) => message(index)))).toEqual({ failed: [] });
  expect(requests).toHaveLength(16);
});

test('a delay is counted in whole seconds, never too short', async () => {
  const { sender, requests } = await createWorld((body, response) => answerBatch(response, body, []));
  await sender.send([{ ...message('a'), delaySeconds: 1.2 }, message('b')]);
  expect(requests.flatMap(entriesOf).map(({ DelaySeconds }) => DelaySeconds)).toEqual([2, undefined]);
});
