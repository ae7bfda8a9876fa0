import { expect, test } from 'vitest';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import { createSqliteChangeStream } from '../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import { createHandler } from '../../src/middleware/handler.ts';
import type { ChangeStream } from '../../src/ports/change-stream.ts';
import { createStreamMapping } from '../../src/runtime/embedded/stream-mapping.ts';
import { type StreamWorkerName, workers } from '../../src/topology.ts';
import type { Batch } from '../../src/workers/worker.ts';
import { entryItem, entryState } from '../support/entry-item.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

/** A table whose changes reach a worker, which notes them, through its own middleware. */
const createWorld = async (
  via: 'dynamodb' | 'kinesis',
  change: (stream: ChangeStream<StreamWorkerName>) => ChangeStream<StreamWorkerName> = (stream) => stream,
) => {
  const engine = await createSqliteFolder().open();
  const clock = createSetClock();
  const random = createSeededRandom(1);
  const table = createSqliteEntryTable({ engine, clock });
  const stream = change(createSqliteChangeStream<StreamWorkerName>({ engine, clock, consumers: ['enqueueEntries'] }));
  const noted: unknown[] = [];
  const worker = async ({ records }: Batch<unknown>) => {
    noted.push(...records);
    return { failures: [], count: {} };
  };
  const handler = createHandler(worker as never, {
    worker: 'enqueueEntries',
    clock,
    random,
    log: silentLog,
    services: {},
    metrics: createMemoryMetrics(),
    authenticate: async () => {},
    deadLetter: async () => {},
  });
  const mapping = createStreamMapping({
    worker: 'enqueueEntries',
    via,
    batchSize: 10,
    maxRetries: 2,
    filters: workers.enqueueEntries.trigger.filters,
    deadLetterQueue: 'enqueueEntriesDlq',
    stream,
    queues: createSqliteQueueEngine({ engine, clock, random, queues: {}, deadLetterQueues: ['enqueueEntriesDlq'] }),
    clock,
    random,
    log: silentLog,
    invoke: (_, event) => handler(event, { awsRequestId: 'request-1', functionName: 'enqueueEntries', getRemainingTimeInMillis: () => 1000 }),
  });
  return { clock, table, mapping, noted };
};

test.each(['dynamodb', 'kinesis'] as const)(
  'by way of %s a worker is told the same: the change, its instant and the correlation id of the entry',
  async (via) => {
    const { clock, table, mapping, noted } = await createWorld(via);
    const item = entryItem({ userInfo: { ...entryItem().userInfo, firstName: 'Zoë 🎵' } });
    const at = new Date(clock.now()).toISOString();
    await table.put(item, null);
    await table.remove(item, entryState(1));
    await mapping.settled();
    const keys = { campaignId: item.campaignId, globalUserId: item.globalUserId };
    expect(noted).toEqual([
      { id: '1', correlationId: item.correlationId, body: { eventName: 'INSERT', keys, at, newImage: item } },
      { id: '2', correlationId: item.correlationId, body: { eventName: 'REMOVE', keys, at, oldImage: item } },
    ]);
  },
);

test('a change that comes while the stream is trimmed waits for no other', async () => {
  let meanwhile: (() => Promise<unknown>) | null = null;
  const { table, mapping, noted } = await createWorld('dynamodb', (stream) => ({
    ...stream,
    trim: async () => {
      const run = meanwhile;
      meanwhile = null;
      await run?.();
      await stream.trim();
    },
  }));
  meanwhile = () => table.put(entryItem({ globalUserId: 'late' }), null);
  await table.put(entryItem({ globalUserId: 'early' }), null);
  await mapping.settled();
  expect(noted).toHaveLength(2);
});
