import type { ServerResponse } from 'node:http';
import { SNSClient } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { createSnsTopic } from '../../src/adapters/aws/sns-topic.ts';
import { createLoopbackAws } from '../support/loopback-aws.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';

const MESSAGE = /^PublishBatchRequestEntries\.(?:member|entry)\.(\d+)\.(Id|Message)$/;

/** Ids and messages of a request in the query protocol. */
const entriesOf = (request: string): readonly { readonly id: string; readonly message: string }[] => {
  const entries = new Map<string, { id: string; message: string }>();
  for (const [name, value] of new URLSearchParams(request)) {
    const [, number = '', field] = MESSAGE.exec(name) ?? [];
    if (field === undefined) continue;
    const entry = entries.get(number) ?? { id: '', message: '' };
    entries.set(number, field === 'Id' ? { ...entry, id: value } : { ...entry, message: value });
  }
  return [...entries.values()];
};

const answerBatch = (response: ServerResponse, taken: readonly string[], failed: readonly string[]): void => {
  const members = (ids: readonly string[], more: string): string => ids.map((id) => `<member><Id>${id}</Id>${more}</member>`).join('');
  response.writeHead(200, { 'content-type': 'text/xml' }).end(
    `<PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult>
      <Successful>${members(taken, '<MessageId>m</MessageId>')}</Successful>
      <Failed>${members(failed, '<Code>InternalError</Code><SenderFault>false</SenderFault>')}</Failed>
    </PublishBatchResult></PublishBatchResponse>`,
  );
};

const createWorld = async (answer: (ids: readonly string[], response: ServerResponse, count: number) => void) => {
  const { client, requests } = await createLoopbackAws((body, response, count) =>
    answer(
      entriesOf(body).map(({ id }) => id),
      response,
      count,
    ),
  );
  const clock = { now: createSetClock().now, sleep: async () => undefined };
  const topic = createSnsTopic<unknown>({
    client: new SNSClient(client),
    topicArn: 'arn:aws:sns:us-east-1:000000000000:data',
    clock,
    random: createSeededRandom(1),
  });
  return { topic, requests };
};

const message = (body: unknown, attributes: Readonly<Record<string, string>> = { type: 'CAMPAIGN' }) => ({ body, correlationId: 'correlation-1', attributes });

test('of a request that was answered with failures, only those are published again', async () => {
  const { topic, requests } = await createWorld((ids, response, count) =>
    count === 1 ? answerBatch(response, ids.slice(1), ids.slice(0, 1)) : answerBatch(response, ids, []),
  );
  expect(await topic.publish(['a', 'b', 'c'].map((body) => message(body)))).toEqual({ failed: [] });
  expect(requests.map((request) => entriesOf(request).map((entry) => entry.message))).toEqual([['"a"', '"b"', '"c"'], ['"a"']]);
});

test('no request has more than 10 messages or 256 KiB, the attributes counted in', async () => {
  const { topic, requests } = await createWorld((ids, response) => answerBatch(response, ids, []));
  const sizes = [262_000, 100_000, 100_000, 100_000, ...Array.from({ length: 20 }, () => 10)];
  expect(await topic.publish(sizes.map((size) => message('x'.repeat(size))))).toEqual({ failed: [] });
  expect(requests.map((request) => entriesOf(request).length).sort((a, b) => a - b)).toEqual([1, 1, 2, 10, 10]);
  const { failed } = await topic.publish([message('x'.repeat(262_142))]);
  expect(failed).toEqual([{ index: 0, reason: expect.stringContaining('TOO_LARGE') }]);
});

test('more attributes than a queue is given are refused', async () => {
  const { topic, requests } = await createWorld((ids, response) => answerBatch(response, ids, []));
  const attributes = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`attribute-${index}`, 'x']));
  const { failed } = await topic.publish([message('ten with the correlation id', attributes(9)), message('eleven', attributes(10))]);
  expect(failed).toEqual([{ index: 1, reason: expect.stringContaining('INPUT_INVALID') }]);
  expect(requests).toHaveLength(1);
});
