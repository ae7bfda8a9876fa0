import { describe, expect, test } from 'vitest';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import { createSqliteChangeStream } from '../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import type { EntryItem } from '../../src/domain/entry.ts';
import type { EntryChange } from '../../src/domain/message.ts';
import { RegError } from '../../src/errors.ts';
import { type AnyWorker, createHandler } from '../../src/middleware/handler.ts';
import type { Handler } from '../../src/middleware/lambda.ts';
import { createDeadLetters } from '../../src/runtime/dead-letters.ts';
import { streamEvent, streamRecord } from '../../src/runtime/embedded/events.ts';
import { createInvoke } from '../../src/runtime/embedded/invoke.ts';
import { createStreamMapping } from '../../src/runtime/embedded/stream-mapping.ts';
import { queues as queueRows, type StreamWorkerName, type WorkerName } from '../../src/topology.ts';
import { enqueueEntries } from '../../src/workers/replication/enqueue-entries.ts';
import type { Batch } from '../../src/workers/worker.ts';
import { entryItem } from '../support/entry-item.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const fans = ['fan-1', 'fan-2', 'fan-3'].map((globalUserId) => entryItem({ globalUserId }));

/** The table's stream with the real worker behind it, whose queue takes no change of a fan who is in `refused`. */
const createWorld = async (via: 'dynamodb' | 'kinesis') => {
  const clock = createSetClock();
  const random = createSeededRandom(1);
  const engine = await createSqliteFolder().open();
  const queues = createSqliteQueueEngine({
    engine,
    clock,
    random,
    queues: { saveEntriesQueue: queueRows.saveEntriesQueue },
    deadLetterQueues: ['enqueueEntriesDlq', 'markAssignedCodesDlq'],
  });
  const refused = new Set<string>(fans.map(({ globalUserId }) => globalUserId));
  const saveEntriesQueue = {
    send: async (messages: Parameters<typeof queues.send>[1]) => {
      const names = messages.map(({ body }) => (body as { readonly keys: { readonly globalUserId: string } }).keys.globalUserId);
      const failed = names.flatMap((name, index) => (refused.has(name) ? [{ index, reason: 'no room' }] : []));
      await queues.send(
        'saveEntriesQueue',
        messages.filter((_, index) => !refused.has(names[index] ?? '')),
      );
      return { failed };
    },
  };
  const handler: Handler = createHandler(enqueueEntries as unknown as AnyWorker, {
    worker: 'enqueueEntries',
    clock,
    random,
    log: silentLog,
    services: { queues: { saveEntriesQueue } },
    metrics: createMemoryMetrics(),
    authenticate: async () => undefined,
    deadLetter: async () => undefined,
  });
  const invoke = createInvoke({ enqueueEntries: handler } as Record<WorkerName, Handler>, clock, random);
  const table = createSqliteEntryTable({ engine, clock });
  const mapping = createStreamMapping({
    worker: 'enqueueEntries',
    via,
    batchSize: 10,
    maxRetries: 0,
    filters: [{}],
    deadLetterQueue: 'enqueueEntriesDlq',
    stream: createSqliteChangeStream<StreamWorkerName>({ engine, clock, consumers: ['enqueueEntries'] }),
    queues,
    invoke,
    clock: { now: clock.now, sleep: async () => undefined },
    random,
    log: silentLog,
  });
  const queued = async (): Promise<readonly { readonly eventName: string; readonly at: string; readonly newImage: EntryItem }[]> =>
    ((await queues.receive('saveEntriesQueue', 10))?.messages ?? []).map(({ body }) => JSON.parse(body));
  await Promise.all(fans.map((fan) => table.put(fan, null)));
  await mapping.settled();
  return { clock, queues, refused, queued, deadLetters: createDeadLetters({ queues, via, invoke }) };
};

describe.each(['dynamodb', 'kinesis'] as const)('dead letters of the stream, through %s', (via) => {
  test('are listed by the dead-letter queue and by the worker', async () => {
    const { deadLetters } = await createWorld(via);
    const letters = await deadLetters.list('enqueueEntriesDlq', 10);
    expect(letters).toHaveLength(3);
    expect(await deadLetters.list('enqueueEntries', 10)).toEqual(letters);
  });

  test.each(['enqueueEntriesDlq', 'enqueueEntries'])('reach their worker by %s as the stream would have brought them, and are gone', async (name) => {
    const { deadLetters, refused, queued, queues, clock } = await createWorld(via);
    refused.clear();
    const at = new Date(clock.now()).toISOString();
    clock.advance(86_400_000);
    expect(await deadLetters.redrive(name)).toEqual({ moved: 3, failed: 0 });
    expect(await queued()).toEqual(
      fans.map((newImage) => ({ eventName: 'INSERT', keys: { campaignId: newImage.campaignId, globalUserId: newImage.globalUserId }, at, newImage })),
    );
    expect(await deadLetters.list('enqueueEntriesDlq', 10)).toEqual([]);
    expect(await queues.depth('enqueueEntriesDlq')).toMatchObject({ sent: 3, done: 3 });
    expect(await deadLetters.redrive(name)).toEqual({ moved: 0, failed: 0 });
  });

  test('that fail again stay, with the new reason, and hold up no other', async () => {
    const { deadLetters, refused, queued } = await createWorld(via);
    refused.delete('fan-1');
    refused.delete('fan-3');
    const [, second] = await deadLetters.list('enqueueEntries', 10);
    expect(await deadLetters.redrive('enqueueEntries')).toEqual({ moved: 2, failed: 1 });
    expect((await queued()).map(({ newImage }) => newImage.globalUserId)).toEqual(['fan-1', 'fan-3']);
    expect(await deadLetters.list('enqueueEntries', 10)).toEqual([{ ...second, receiveCount: 1, error: expect.stringContaining('no room') }]);
  });

  test('go alone where they are named', async () => {
    const { deadLetters, refused, queued } = await createWorld(via);
    refused.clear();
    const [, second] = await deadLetters.list('enqueueEntries', 10);
    expect(await deadLetters.redrive('enqueueEntries', [second?.messageId ?? '', 'another'])).toEqual({ moved: 1, failed: 0 });
    expect((await queued()).map(({ newImage }) => newImage.globalUserId)).toEqual(['fan-2']);
    expect(await deadLetters.list('enqueueEntries', 10)).toHaveLength(2);
  });

  test('that are no record stay and say so', async () => {
    const { deadLetters, refused, queues } = await createWorld(via);
    refused.clear();
    await queues.addDeadLetter('markAssignedCodesDlq', '{', 'broken', {});
    expect(await deadLetters.redrive('markAssignedCodes')).toEqual({ moved: 0, failed: 1 });
    expect(await deadLetters.list('markAssignedCodes', 10)).toMatchObject([{ error: expect.stringMatching(/JSON/) }]);
  });
});

test.each(['dynamodb', 'kinesis'] as const)('a record that its worker gave up at once reaches it again as the stream brought it, through %s', async (via) => {
  const clock = createSetClock();
  const random = createSeededRandom(1);
  const engine = await createSqliteFolder().open();
  const queues = createSqliteQueueEngine({ engine, clock, random, queues: {}, deadLetterQueues: ['enqueueEntriesDlq'] });
  const seen: unknown[] = [];
  let isBroken = true;
  const worker = async ({ records }: Batch<EntryChange>) => {
    seen.push(...records.map(({ id, body }) => ({ id, body })));
    const failures = isBroken ? records.map(({ id }) => ({ id, error: new RegError('RECORD_INVALID', 'It breaks the schema.') })) : [];
    return { failures, count: {} };
  };
  const handler = createHandler(worker as unknown as AnyWorker, {
    worker: 'enqueueEntries',
    clock,
    random,
    log: silentLog,
    services: {},
    metrics: createMemoryMetrics(),
    authenticate: async () => undefined,
    deadLetter: async (_, letters) => {
      for (const { body, reason } of letters) await queues.addDeadLetter('enqueueEntriesDlq', body, reason, {});
    },
  });
  const invoke = createInvoke({ enqueueEntries: handler } as Record<WorkerName, Handler>, clock, random);
  const [fan] = fans;
  const change = { sequenceNumber: '7', at: clock.now(), eventName: 'INSERT', newImage: fan ?? entryItem({}), oldImage: null } as const;
  expect(await invoke('enqueueEntries', streamEvent(via, [streamRecord(change)]))).toMatchObject({ batchItemFailures: [] });
  isBroken = false;
  const deadLetters = createDeadLetters({ queues, via, invoke });
  expect(await deadLetters.list('enqueueEntries', 10)).toMatchObject([{ error: expect.stringContaining('breaks the schema') }]);
  expect(await deadLetters.redrive('enqueueEntries')).toEqual({ moved: 1, failed: 0 });
  expect(seen[1]).toEqual(seen[0]);
  expect(await deadLetters.list('enqueueEntries', 10)).toEqual([]);
});

test.each(['dynamodb', 'kinesis'] as const)('a letter of Lambda that only says where the records are stays and says so, through %s', async (via) => {
  const { deadLetters, refused, queues } = await createWorld(via);
  refused.clear();
  const place = { shardId: 'shardId-1', startSequenceNumber: '1', endSequenceNumber: '9', batchSize: 9 };
  await queues.addDeadLetter(
    'markAssignedCodesDlq',
    JSON.stringify({ requestContext: { condition: 'RetryAttemptsExhausted' }, DDBStreamBatchInfo: place }),
    'x',
    {},
  );
  expect(await deadLetters.redrive('markAssignedCodes')).toEqual({ moved: 0, failed: 1 });
  expect(await deadLetters.list('markAssignedCodes', 10)).toMatchObject([{ error: expect.stringContaining('holds no record') }]);
});

test('dead letters of a queue go back to it', async () => {
  const { deadLetters, refused, queues } = await createWorld('dynamodb');
  refused.clear();
  await deadLetters.redrive('enqueueEntries');
  const lease = await queues.receive('saveEntriesQueue', 1);
  const messageId = lease?.messages[0]?.messageId ?? '';
  await queues.settle('saveEntriesQueue', lease?.token ?? '', { failed: [{ messageId, error: 'poison', deadLetter: true }] });
  expect(await deadLetters.list('saveEntriesDlq', 10)).toMatchObject([{ messageId, error: 'poison' }]);
  expect(await deadLetters.redrive('saveEntriesQueue')).toEqual({ moved: 1, failed: 0 });
  expect(await queues.depth('saveEntriesQueue')).toMatchObject({ deadLetters: 0, waiting: 3 });
  await expect(deadLetters.redrive('noSuchQueue')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
