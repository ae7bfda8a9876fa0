import { describe, expect, test } from 'vitest';
import { RegError } from '../../../src/errors.ts';
import { sqsEvent } from '../../../src/runtime/embedded/events.ts';
import { wireHandler } from '../../../src/runtime/lambda/lambda-handler.ts';
import type { Batch } from '../../../src/workers/worker.ts';
import { cloudWith, context } from './cloud.ts';

const nobody = { clients: () => ({ clientOf: () => ({ client: {}, authenticate: async () => undefined }) }) };
const campaignService = { ...nobody, routes: { service: 'campaign', operations: {} } };
const thrown = async (work: Promise<unknown>): Promise<Error> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('it should have failed');
  return error;
};

describe('a worker that is called directly', () => {
  const failing = (error: unknown) => wireHandler('freezeDraw', async () => Promise.reject(error), { campaignService }, cloudWith());

  test('fails under the name of its code, by which Step Functions tries again or not', async () => {
    const error = await thrown(failing(new RegError('CODES_SHORT', 'Too few codes.'))({}, context));
    expect([error.name, error.message]).toEqual(['CODES_SHORT', 'Too few codes.']);
  });

  test('says nothing of what a library had to say', async () => {
    const error = await thrown(failing(new TypeError('cannot read olga@example.org'))({}, context));
    expect([error.name, error.message]).toEqual(['INTERNAL', 'An unexpected TypeError.']);
    expect(error.stack).not.toMatch(/olga/);
    expect(error.stack).toMatch(/lambda-handler\.test/);
  });
});

describe('a resolver', () => {
  const given = { campaignCache: () => ({ get: async () => null }), campaignStore: () => ({ campaignBySlug: async () => null }) };
  const event = { arguments: {}, identity: null, request: { headers: { 'x-correlation-id': 'correlation-1' } }, prev: null };
  const answering = (worker: () => Promise<unknown>) => wireHandler('readCampaign', worker, given, cloudWith());

  test('answers under `data`, also nothing', async () => {
    expect(await answering(async () => ({ id: 'c' }))(event, context)).toEqual({ data: { id: 'c' } });
    expect(await answering(async () => null)(event, context)).toEqual({ data: null });
  });

  test("answers with the refusal of a caller's mistake, which is no failure of the function", async () => {
    const refusing = answering(async () => Promise.reject(new RegError('INPUT_INVALID', 'No such field.', { detail: { field: 'slug' } })));
    expect(await refusing(event, context)).toEqual({
      error: { message: 'No such field.', code: 'INPUT_INVALID', correlationId: 'correlation-1', detail: { field: 'slug' } },
    });
  });

  test.each([
    ['STORAGE_FAILED', new RegError('STORAGE_FAILED', 'The table of olga')],
    ['INTERNAL', new Error('olga')],
  ])('fails with %s in the words for the public, its code before them', async (code, error) => {
    const failure = await thrown(answering(async () => Promise.reject(error))(event, context));
    expect(failure.name).toBe(code);
    expect(failure.message).toMatch(new RegExp(`^${code}: [A-Z]`));
    expect(failure.stack).not.toMatch(/olga/);
  });
});

describe('a worker of queues', () => {
  const dead: unknown[] = [];
  const deadLetters = () => async (queue: string, body: string, error: string) => {
    dead.push([queue, body, error]);
  };
  const failAll = async ({ records }: Batch<unknown>) => ({
    failures: records.map(({ id }) => ({ id, error: new RegError('RECORD_INVALID', 'It is none.') })),
    count: {},
  });
  // A record's value is for the worker to check.
  const record = '{"type":"MARKET","key":"m","value":{},"at":"2027-02-01T10:00:00Z","data":{}}';
  const message = { messageId: 'm1', body: record, attributes: {}, sentAt: 1, firstReceivedAt: 1, receiveCount: 1 };

  test('puts what can never succeed into the dead-letter queue of the queue it came from, whatever its name there', async () => {
    dead.length = 0;
    const resources = { queues: { 'market-queue': 'https://sqs.example/1/prod-markets-7', 'campaign-queue': 'https://sqs.example/1/prod-campaigns' } };
    const given = { eventLog: () => ({ append: async () => ({ failed: [] }) }), deadLetters };
    const handler = wireHandler('sendData', failAll as never, given, cloudWith(resources));
    expect(await handler(sqsEvent('prod-markets-7', 'lease', [message]), context)).toMatchObject({ batchItemFailures: [] });
    expect(dead).toEqual([['market-dlq', record, 'RECORD_INVALID: It is none.']]);
  });

  test('of one queue needs no name to know it', async () => {
    dead.length = 0;
    const handler = wireHandler('processData', failAll as never, { topics: () => ({ dataSns: {} }), deadLetters }, cloudWith());
    await handler(sqsEvent('anything', 'lease', [message]), context);
    expect(dead).toEqual([['dataDlq', record, 'RECORD_INVALID: It is none.']]);
  });
});
