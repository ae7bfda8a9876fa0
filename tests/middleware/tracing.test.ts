import { trace, context as traceContext } from '@opentelemetry/api';
import { describe, expect, test } from 'vitest';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import { RegError } from '../../src/errors.ts';
import { type AnyWorker, createHandler } from '../../src/middleware/handler.ts';
import type { PermanentFailure } from '../../src/middleware/invocation.ts';
import { sqsEvent, streamEvent, streamRecord } from '../../src/runtime/embedded/events.ts';
import type { WorkerName } from '../../src/topology.ts';
import type { Batch, BatchResult, WorkerContext } from '../../src/workers/worker.ts';
import { entryItem } from '../support/entry-item.ts';
import { GIVEN, GIVEN_TRACEPARENT, named, recordTraces, traceparentFrom } from '../support/recorded-traces.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';

const { tracer, spans } = recordTraces();

type AnyRun = (input: never, context: WorkerContext<'upsertEntry'>) => Promise<unknown>;

const handlerOf = (worker: WorkerName, run: AnyRun, options: { readonly traced?: boolean; readonly buried?: PermanentFailure[] } = {}) => {
  const handler = createHandler(run as AnyWorker, {
    worker,
    tracer: options.traced === false ? null : tracer,
    metrics: createMemoryMetrics(),
    clock: createSetClock(),
    random: createSeededRandom(1),
    log: silentLog,
    services: {},
    authenticate: async () => undefined,
    deadLetter: async (_, failures) => {
      options.buried?.push(...failures);
    },
  });
  return (event: unknown) => handler(event, { awsRequestId: 'r', functionName: worker, getRemainingTimeInMillis: () => 1000 });
};

const batchOf = (messages: Readonly<Record<string, string | undefined>>) =>
  sqsEvent(
    'dataQueue',
    'lease',
    Object.entries(messages).map(([messageId, traceparent]) => ({
      messageId,
      body: JSON.stringify({ type: 'CAMPAIGN', at: '2027-02-01T10:00:00.000Z', data: {} }),
      attributes: { correlationId: 'correlation-1', ...(traceparent !== undefined && { traceparent }) },
      sentAt: 1,
      firstReceivedAt: 1,
      receiveCount: 1,
    })),
  );

const seeing = (seen: (string | undefined)[], failures: BatchResult['failures'] = []) =>
  (async ({ records }: Batch<unknown>) => {
    seen.push(...records.map(({ traceparent }) => traceparent));
    return { failures, count: {} };
  }) as unknown as AnyRun;

describe('a batch', () => {
  test('each record goes on in the trace that it came with, under a span of its own', async () => {
    const seen: (string | undefined)[] = [];
    await handlerOf('processData', seeing(seen))(batchOf({ m1: GIVEN_TRACEPARENT, m2: undefined }));
    const recorded = await spans();
    const record = named(recorded, 'processData');
    const batch = named(recorded, 'processData batch');
    expect(recorded).toHaveLength(2);
    expect(record.spanContext().traceId).toBe(GIVEN.traceId);
    expect(record.parentSpanContext?.spanId).toBe(GIVEN.spanId);
    expect(seen).toEqual([traceparentFrom(record), undefined]);
    expect(record.links.map(({ context }) => context.spanId)).toEqual([batch.spanContext().spanId]);
    expect(record.attributes['messaging.destination.name']).toBe('dataQueue');
  });

  test('the batch has a trace of its own, linked to what sent its records', async () => {
    await handlerOf('processData', seeing([]))(batchOf({ m1: GIVEN_TRACEPARENT, m2: undefined, m3: GIVEN_TRACEPARENT }));
    const batch = named(await spans(), 'processData batch');
    expect(batch.parentSpanContext).toBeUndefined();
    expect(batch.links.map(({ context }) => context.spanId)).toEqual([GIVEN.spanId, GIVEN.spanId]);
    expect(batch.attributes['messaging.batch.message_count']).toBe(3);
  });

  test('what nobody records costs no span and carries nothing on', async () => {
    const seen: (string | undefined)[] = [];
    await handlerOf('processData', seeing(seen))(batchOf({ m1: GIVEN_TRACEPARENT.replace(/01$/, '00') }));
    expect((await spans()).map(({ name }) => name)).toEqual(['processData batch']);
    expect(seen).toEqual([undefined]);
  });

  test('the spans of what failed say so by the code, and the others do not', async () => {
    const failures = [{ id: 'm2', error: new RegError('SERVICE_UNAVAILABLE', 'It is away.') }];
    await handlerOf('processData', seeing([], failures))(batchOf({ m1: GIVEN_TRACEPARENT, m2: GIVEN_TRACEPARENT }));
    const recorded = await spans();
    expect(recorded.filter(({ name }) => name === 'processData').map(({ attributes }) => attributes['error.type'])).toEqual([undefined, 'SERVICE_UNAVAILABLE']);
    expect(named(recorded, 'processData batch').attributes).toMatchObject({ 'error.type': 'SERVICE_UNAVAILABLE', 'reg.batch.failed': 1 });
  });

  test("a worker's own error never gets its words into a span", async () => {
    const run = async () => {
      throw new TypeError('ann@example.org');
    };
    await expect(handlerOf('processData', run)(batchOf({ m1: GIVEN_TRACEPARENT }))).rejects.toThrow();
    const recorded = await spans();
    expect(recorded.map(({ status }) => status.message)).toEqual(['TypeError', 'TypeError']);
    expect(recorded.every(({ events }) => events.length === 0)).toBe(true);
  });

  test('what becomes a dead letter keeps its trace', async () => {
    const buried: PermanentFailure[] = [];
    const failures = [{ id: 'm1', error: new RegError('RECORD_INVALID', 'It is no record.') }];
    await handlerOf('processData', seeing([], failures), { buried })(batchOf({ m1: GIVEN_TRACEPARENT }));
    expect(buried.map(({ traceparent }) => traceparent)).toEqual([traceparentFrom(named(await spans(), 'processData'))]);
  });

  test('the worker runs within the span of its batch, whatever woke the batch', async () => {
    const active: (string | undefined)[] = [];
    const handle = handlerOf('processData', (async () => {
      await Promise.resolve();
      active.push(trace.getActiveSpan()?.spanContext().spanId);
      return { failures: [], count: {} };
    }) as AnyRun);
    const waking = tracer.startSpan('waking');
    await traceContext.with(trace.setSpan(traceContext.active(), waking), () => handle(batchOf({ m1: undefined })));
    const batch = named(await spans(), 'processData batch');
    expect(active).toEqual([batch.spanContext().spanId]);
    expect(batch.parentSpanContext).toBeUndefined();
  });

  test('without a tracer what came is told on as it came', async () => {
    const seen: (string | undefined)[] = [];
    await handlerOf('processData', seeing(seen), { traced: false })(batchOf({ m1: GIVEN_TRACEPARENT, m2: undefined }));
    expect(seen).toEqual([GIVEN_TRACEPARENT, undefined]);
    expect(await spans()).toEqual([]);
  });
});

describe('a change of the stream', () => {
  const changes = (changed: Parameters<typeof entryItem>[0], eventName: 'INSERT' | 'REMOVE' = 'INSERT') => {
    const item = entryItem({ traceparent: GIVEN_TRACEPARENT, ...changed });
    const images = eventName === 'REMOVE' ? { newImage: null, oldImage: item } : { newImage: item, oldImage: null };
    return [streamRecord({ sequenceNumber: '7', eventName, at: 0, ...images })];
  };
  const parentsOf = async () => (await spans()).filter(({ name }) => name === 'enqueueEntries').map(({ parentSpanContext }) => parentSpanContext?.spanId);

  test.each(['dynamodb', 'kinesis'] as const)('is part of the trace that its item was written in, by way of %s', async (via) => {
    await handlerOf('enqueueEntries', seeing([]))(streamEvent(via, changes({})));
    expect(await parentsOf()).toEqual([GIVEN.spanId]);
  });

  test.each([
    ['the system made later', changes({ updatedAt: '2027-02-10T10:00:00.000Z', verdict: 'WINNER' })],
    ['removed the item', changes({}, 'REMOVE')],
  ])('is no part of it where it %s', async (_, records) => {
    await handlerOf('enqueueEntries', seeing([]))(streamEvent('dynamodb', records));
    expect(await parentsOf()).toEqual([]);
  });
});

describe('a call', () => {
  const event = (identity: unknown) => ({ arguments: {}, identity, prev: null, request: { headers: { traceparent: GIVEN_TRACEPARENT } } });
  const fan = { sub: 'fan-1', issuer: 'i', claims: { token_use: 'fan' } };
  const app = { sub: 'app', issuer: 'i', claims: { token_use: 'app', scope: '' } };

  test('is told its trace, to write it with what it writes', async () => {
    const told: (string | undefined)[] = [];
    const run: AnyRun = async (_, { traceparent }) => told.push(traceparent);
    await handlerOf('upsertEntry', run)(event(fan));
    expect(told).toEqual([traceparentFrom(named(await spans(), 'upsertEntry'))]);
  });

  test("an app's trace goes on, a fan's is only linked to: strangers do not decide what is recorded", async () => {
    await handlerOf('upsertEntry', async () => null)(event(app));
    const [followed] = await spans();
    expect(followed?.parentSpanContext?.spanId).toBe(GIVEN.spanId);
    for (const stranger of [fan, null]) {
      await handlerOf('upsertEntry', async () => null)(event(stranger));
      const [linked] = await spans();
      expect(linked?.parentSpanContext).toBeUndefined();
      expect(linked?.links.map(({ context }) => context.spanId)).toEqual([GIVEN.spanId]);
    }
  });

  test('is part of whatever calls it', async () => {
    const caller = tracer.startSpan('caller');
    await traceContext.with(trace.setSpan(traceContext.active(), caller), () => handlerOf('upsertEntry', async () => null)(event(fan)));
    expect((await spans())[0]?.parentSpanContext?.spanId).toBe(caller.spanContext().spanId);
  });
});
