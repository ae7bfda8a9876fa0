import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import { fromAttributeMap, toAttributeMap } from '../../src/attribute-value.ts';
import { RegError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { type AnyWorker, createHandler } from '../../src/middleware/handler.ts';
import type { Chain, PermanentFailure } from '../../src/middleware/invocation.ts';
import type { BatchAnswer } from '../../src/middleware/lambda.ts';
import { sqsEvent, streamEvent, streamRecord } from '../../src/runtime/embedded/events.ts';
import type { WorkerName } from '../../src/topology.ts';
import type { Batch, BatchResult } from '../../src/workers/worker.ts';
import { entryItem } from '../support/entry-item.ts';

const context = { awsRequestId: 'r', functionName: 'f', getRemainingTimeInMillis: () => 1000 };

const chainOf = (worker: WorkerName, deadLetters: (PermanentFailure & { queue: string | null })[] = [], metrics = createMemoryMetrics()): Chain => ({
  worker,
  metrics,
  clock: { now: () => 0, sleep: async () => undefined },
  random: { bytes: (n) => new Uint8Array(n), id: () => 'made-up-id', fraction: () => 0 },
  log: createLog('silent'),
  services: {},
  authenticate: async () => undefined,
  deadLetter: async (queue, failures) => {
    deadLetters.push(...failures.map((failure) => ({ ...failure, queue })));
  },
});

const change = (data: object) => ({ type: 'MARKET', at: '2027-02-01T10:00:00.000Z', data });
const message = (messageId: string, body: unknown, correlationId = 'correlation-1') => ({
  messageId,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: { correlationId },
  sentAt: 1,
  firstReceivedAt: 2,
  receiveCount: 1,
});

const queueEvent = (...messages: ReturnType<typeof message>[]) => sqsEvent('dataQueue', 'lease', messages);
const run = async (worker: (input: Batch<unknown>) => Promise<unknown>, event: unknown, name: WorkerName = 'processData', chain = chainOf(name)) =>
  (await createHandler(worker as unknown as AnyWorker, chain)(event, context)) as BatchAnswer;

const failing = (id: string, error: unknown): BatchResult => ({ failures: [{ id, error }], count: { failed: 1 } });

describe('a queue worker', () => {
  test('gets each message with its own correlation id', async () => {
    const seen: unknown[] = [];
    await run(
      async ({ records }) => {
        seen.push(...records);
        return { failures: [], count: {} };
      },
      queueEvent(message('m1', change({ a: 1 }), 'correlation-a'), message('m2', change({ a: 2 }), 'correlation-b')),
    );
    expect(seen).toEqual([
      { id: 'm1', body: change({ a: 1 }), correlationId: 'correlation-a' },
      { id: 'm2', body: change({ a: 2 }), correlationId: 'correlation-b' },
    ]);
  });

  test('names exactly the messages that failed, with the reason for people', async () => {
    const answer = await run(
      async () => failing('m2', new RegError('SERVICE_UNAVAILABLE', 'down')),
      queueEvent(message('m1', change({ n: 1 })), message('m2', change({ n: 2 }))),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }], count: { failed: 1 }, reasons: { m2: 'SERVICE_UNAVAILABLE: down' } });
  });

  test('an identifier that is not of the batch is an error of ours, as AWS would retry everything', async () => {
    await expect(run(async () => failing('other', new Error('x')), queueEvent(message('m1', change({ n: 1 }))))).rejects.toThrow('not in its batch');
  });

  test('what can never succeed goes to the dead letters of its own queue at once, and is not retried', async () => {
    const deadLetters: (PermanentFailure & { queue: string | null })[] = [];
    const answer = await run(
      async () => failing('m1', new RegError('RECORD_INVALID', 'capacity is not a number')),
      queueEvent(message('m1', change({ capacity: 'x' }))),
      'processData',
      chainOf('processData', deadLetters),
    );
    expect(answer.batchItemFailures).toEqual([]);
    expect(deadLetters).toEqual([
      {
        queue: 'dataQueue',
        recordId: 'm1',
        reason: 'RECORD_INVALID: capacity is not a number',
        body: JSON.stringify(change({ capacity: 'x' })),
        correlationId: 'correlation-1',
      },
    ]);
  });

  test('a message that is no JSON object does not hold up the others, and is kept as it came', async () => {
    const deadLetters: (PermanentFailure & { queue: string | null })[] = [];
    const seen: string[] = [];
    const answer = await run(
      async ({ records }) => {
        seen.push(...records.map(({ id }) => id));
        return { failures: [], count: {} };
      },
      queueEvent(message('bad', '{'), message('good', change({ n: 1 })), message('nothing', 'null'), message('list', '[1]')),
      'processData',
      chainOf('processData', deadLetters),
    );
    expect(seen).toEqual(['good']);
    expect(answer.batchItemFailures).toEqual([]);
    expect(deadLetters.map(({ recordId, body }) => [recordId, body])).toEqual([
      ['bad', '{'],
      ['nothing', 'null'],
      ['list', '[1]'],
    ]);
  });

  test('an event without records is refused', async () => {
    await expect(run(async () => ({ failures: [], count: {} }), {})).rejects.toThrow('no Records');
  });
});

describe('a stream worker', () => {
  const inserted = (sequenceNumber: string) => ({ sequenceNumber, eventName: 'INSERT' as const, at: 1_800_000_000_000, newImage: entryItem(), oldImage: null });
  const records = ['1', '2', '3'].map(inserted).map(streamRecord);

  test.each(['dynamodb', 'kinesis'] as const)('leaves a change that can never succeed as the stream told it, through %s', async (via) => {
    const deadLetters: PermanentFailure[] = [];
    const answer = await run(
      async () => failing('2', new RegError('RECORD_INVALID', 'no')),
      streamEvent(via, records),
      'enqueueEntries',
      chainOf('enqueueEntries', deadLetters as never),
    );
    expect(answer.batchItemFailures).toEqual([]);
    expect(deadLetters.map(({ body }) => JSON.parse(body))).toEqual([records[1]]);
  });

  test.each(['dynamodb', 'kinesis'] as const)('gets the same changes through %s', async (via) => {
    const seen: unknown[] = [];
    await run(
      async (batch) => {
        seen.push(...batch.records);
        return { failures: [], count: {} };
      },
      streamEvent(via, records),
      'enqueueEntries',
    );
    const item = entryItem();
    expect(seen[0]).toEqual({
      id: '1',
      body: { eventName: 'INSERT', keys: { campaignId: item.campaignId, globalUserId: item.globalUserId }, at: '2027-01-15T08:00:00.000Z', newImage: item },
      correlationId: item.correlationId,
    });
  });

  test('reports the first failure alone, as the checkpoint goes back to it', async () => {
    const both = async (): Promise<BatchResult> => ({ failures: ['3', '2'].map((id) => ({ id, error: new Error('x') })), count: {} });
    expect((await run(both, streamEvent('dynamodb', records), 'enqueueEntries')).batchItemFailures).toEqual([{ itemIdentifier: '2' }]);
  });

  test('a record without a sequence number is refused, as its failure could not be reported', async () => {
    const [first] = records;
    const event = { Records: [{ ...first, dynamodb: { ...first?.dynamodb, SequenceNumber: undefined } }] };
    await expect(run(async () => ({ failures: [], count: {} }), event, 'enqueueEntries')).rejects.toThrow('no sequence number');
  });
});

describe('a resolver', () => {
  test('gets arguments, caller and the answer of the worker before', async () => {
    let seen: unknown;
    await run(
      async (input) => {
        seen = input;
        return null;
      },
      {
        arguments: { slug: 's' },
        identity: { sub: 'importer', issuer: 'i', claims: { token_use: 'app', scope: 'entries:write entries:read' } },
        request: { headers: {} },
        prev: { result: { isEligible: true } },
      },
      'upsertEntry',
    );
    expect(seen).toEqual({
      arguments: { slug: 's' },
      caller: { kind: 'app', name: 'importer', scopes: new Set(['entries:write', 'entries:read']) },
      previous: { isEligible: true },
    });
  });
});

test("plain data survives DynamoDB's typed JSON", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (item) => {
      const plain = JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
      expect(fromAttributeMap(JSON.parse(JSON.stringify(toAttributeMap(plain))))).toEqual(plain);
    }),
  );
});

describe('what is counted', () => {
  const counted = async (name: WorkerName, worker: () => Promise<unknown>, event: unknown): Promise<Readonly<Record<string, number>>> => {
    const metrics = createMemoryMetrics();
    await createHandler(worker as unknown as AnyWorker, chainOf(name, [], metrics))(event, context).catch(() => undefined);
    return Object.fromEntries(metrics.counts().map(({ name: count, label, value }) => [`${count} ${label}`, value]));
  };

  test('of a batch: what came, what comes again and what is dead', async () => {
    const failures = [
      { id: 'm1', error: new RegError('SERVICE_UNAVAILABLE', 'down') },
      { id: 'm2', error: new RegError('RECORD_INVALID', 'no') },
    ];
    const event = queueEvent(message('m1', change({ n: 1 })), message('m2', change({ n: 2 })), message('m3', change({ n: 3 })));
    expect(await counted('processData', async () => ({ failures, count: {} }), event)).toEqual({
      'recordsReceived processData': 3,
      'recordsFailed processData': 1,
      'recordsDead processData': 1,
    });
  });

  test('of a batch that failed as a whole: all of it', async () => {
    const event = queueEvent(message('m1', change({ n: 1 })), message('m2', change({ n: 2 })));
    expect(await counted('processData', () => Promise.reject(new Error('down')), event)).toEqual({
      'recordsReceived processData': 2,
      'recordsFailed processData': 2,
      'invocationsFailed processData': 1,
    });
  });

  const question = {
    arguments: { input: {} },
    identity: null,
    request: { headers: {} },
    prev: null,
    info: { parentTypeName: 'Query', fieldName: 'checkEligibility' },
  };

  test('of refusals: the reason', async () => {
    const answer = { isEligible: false, reason: 'GEO_RESTRICTED' };
    expect(await counted('checkEligibility', async () => answer, question)).toEqual({ 'refusals GEO_RESTRICTED': 1 });
    expect(await counted('checkEligibility', async () => ({ isEligible: true }), question)).toEqual({});
  });

  test('of a call that a caller may not make: nothing, of one that failed: one', async () => {
    expect(await counted('readEntry', () => Promise.reject(new RegError('SCOPE_MISSING', 'no')), question)).toEqual({});
    expect(await counted('readEntry', () => Promise.reject(new RegError('STORAGE_FAILED', 'no')), question)).toEqual({ 'invocationsFailed readEntry': 1 });
  });
});
