import { describe, expect, test } from 'vitest';
import { createSqliteChangeStream } from '../../src/adapters/sqlite/sqlite-change-stream.ts';
import { createSqliteEntryTable } from '../../src/adapters/sqlite/sqlite-entry-table.ts';
import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import type { SqsEvent } from '../../src/runtime/embedded/events.ts';
import { createQueueMapping } from '../../src/runtime/embedded/queue-mapping.ts';
import { createStreamMapping } from '../../src/runtime/embedded/stream-mapping.ts';
import { type StreamWorkerName, workers } from '../../src/topology.ts';
import { entryItem } from '../support/entry-item.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const NOTHING_FAILED = { batchItemFailures: [], count: {}, reasons: {} };
const failure = (id: string) => ({ batchItemFailures: [{ itemIdentifier: id }], count: {}, reasons: { [id]: 'no luck' } });

const createWorld = async () => {
  const clock = createSetClock();
  const random = createSeededRandom(1);
  const engine = await createSqliteFolder().open();
  const queues = createSqliteQueueEngine({
    engine,
    clock,
    random,
    queues: { dataQueue: { deadLetterQueue: 'dataDlq', visibilitySeconds: 60, maxReceiveCount: 4, retentionDays: 4 } },
    deadLetterQueues: ['enqueueEntriesDlq'],
  });
  return { clock, random, engine, queues };
};

describe('a queue', () => {
  const createQueueWorld = async (handle: (bodies: readonly unknown[], ids: readonly string[]) => unknown, concurrency = 1) => {
    const world = await createWorld();
    const batches: (readonly unknown[])[] = [];
    const mapping = createQueueMapping({
      worker: 'processData',
      queue: 'dataQueue',
      batchSize: 3,
      concurrency,
      queues: world.queues,
      clock: world.clock,
      random: world.random,
      log: silentLog,
      invoke: async (_, event) => {
        const { Records } = event as SqsEvent;
        const bodies = Records.map(({ body }) => JSON.parse(body) as unknown);
        batches.push(bodies);
        return handle(
          bodies,
          Records.map(({ messageId }) => messageId),
        );
      },
    });
    const send = (...bodies: unknown[]) =>
      world.queues.send(
        'dataQueue',
        bodies.map((body) => ({ body, correlationId: 'correlation-1' })),
      );
    return { ...world, mapping, batches, send };
  };

  test('what is sent reaches the worker by itself, in batches, and is then done', async () => {
    const { mapping, batches, send, queues } = await createQueueWorld(() => NOTHING_FAILED);
    await send(1, 2, 3, 4);
    await mapping.settled();
    expect(batches).toEqual([[1, 2, 3], [4]]);
    expect(await queues.depth('dataQueue')).toMatchObject({ waiting: 0, inFlight: 0, delayed: 0, sent: 4, done: 4 });
  });

  test('a message that failed comes again alone, and after four receives is a dead letter with its reason', async () => {
    const { mapping, batches, send, queues, clock } = await createQueueWorld((bodies, ids) => {
      const index = bodies.indexOf('bad');
      return index === -1 ? NOTHING_FAILED : failure(ids[index] ?? '');
    });
    await send('good', 'bad');
    for (let receive = 1; receive <= 5; receive++) {
      await mapping.settled();
      clock.advance(60_000);
      mapping.wake();
    }
    await mapping.settled();
    expect(batches).toEqual([['good', 'bad'], ['bad'], ['bad'], ['bad']]);
    expect(await queues.deadLetters('dataQueue', 10)).toMatchObject([{ body: '"bad"', error: 'no luck', receiveCount: 4 }]);
  });

  test('a worker that throws fails its whole batch', async () => {
    const { mapping, send, queues } = await createQueueWorld(() => {
      throw new Error('down');
    });
    await send(1, 2);
    await mapping.settled();
    expect(await queues.depth('dataQueue')).toMatchObject({ waiting: 0, delayed: 2, done: 0 });
  });

  test('a worker that fails with everything is tried with one message at a time, ever more rarely, until it gets through', async () => {
    let isAway = true;
    const { mapping, batches, send, queues, clock } = await createQueueWorld(() => {
      if (isAway) throw new Error('down');
      return NOTHING_FAILED;
    }, 2);
    await send(...Array.from({ length: 20 }, (_, index) => index));
    await mapping.settled();
    expect(batches.length).toBeLessThanOrEqual(2);
    const rests: number[] = [];
    for (let probes = 0; probes < 8; probes++) {
      const until = mapping.restsUntil() ?? expect.fail('the mapping should rest');
      rests.push(until - clock.now());
      clock.advance(until - clock.now() - 1);
      mapping.wake();
      await mapping.settled();
      const before = batches.length;
      clock.advance(1);
      mapping.wake();
      await mapping.settled();
      expect(batches.slice(before).map(({ length }) => length)).toEqual([1]);
    }
    expect(rests.at(0)).toBeLessThanOrEqual(2000);
    expect(rests.at(-1)).toBeGreaterThan(10_000);
    expect(rests.at(-1)).toBeLessThanOrEqual(30_000);
    isAway = false;
    clock.advance(60_000);
    mapping.wake();
    await mapping.settled();
    expect(mapping.restsUntil()).toBeNull();
    const { done, deadLetters } = await queues.depth('dataQueue');
    expect({ done, deadLetters }).toEqual({ done: 20, deadLetters: 0 });
  });

  test('a worker whose lease ran out settles nothing: the batch comes again', async () => {
    const late = { done: false };
    const { mapping, batches, send, queues, clock } = await createQueueWorld(() => {
      if (!late.done) clock.advance(61_000);
      late.done = true;
      return NOTHING_FAILED;
    });
    await send(1);
    await mapping.settled();
    expect(batches).toEqual([[1], [1]]);
    expect(await queues.depth('dataQueue')).toMatchObject({ sent: 1, done: 1 });
  });

  test('no more batches are in flight than the row allows', async () => {
    let inFlight = 0;
    let most = 0;
    const { mapping, send } = await createQueueWorld(async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return NOTHING_FAILED;
    }, 2);
    await send(...Array.from({ length: 30 }, (_, index) => index));
    await mapping.settled();
    expect(most).toBe(2);
  });

  test('once stopped it takes nothing more', async () => {
    const { mapping, batches, send } = await createQueueWorld(() => NOTHING_FAILED);
    await mapping.stop();
    await send(1);
    await mapping.settled();
    expect(batches).toEqual([]);
  });
});

describe('the stream', () => {
  const createStreamWorld = async (handle: (ids: readonly string[]) => unknown) => {
    const world = await createWorld();
    const table = createSqliteEntryTable({ engine: world.engine, clock: world.clock });
    const stream = createSqliteChangeStream<StreamWorkerName>({ engine: world.engine, clock: world.clock, consumers: ['enqueueEntries'] });
    const batches: (readonly string[])[] = [];
    const { filters } = workers.enqueueEntries.trigger;
    const mapping = createStreamMapping({
      worker: 'enqueueEntries',
      via: 'dynamodb',
      batchSize: 10,
      maxRetries: 2,
      filters,
      deadLetterQueue: 'enqueueEntriesDlq',
      stream,
      queues: world.queues,
      // Waiting before a retry is the clock's business, not the test's.
      clock: { now: world.clock.now, sleep: async () => undefined },
      random: world.random,
      log: silentLog,
      invoke: async (_, event) => {
        const ids = (event as { readonly Records: readonly { readonly eventID: string }[] }).Records.map(({ eventID }) => eventID);
        batches.push(ids);
        return handle(ids);
      },
    });
    const fans = ['fan-1', 'fan-2', 'fan-3'].map((globalUserId) => entryItem({ globalUserId }));
    const register = () => Promise.all(fans.map((fan) => table.put(fan, null)));
    return { ...world, mapping, stream, table, batches, fans, register };
  };

  test('changes reach the worker in order, and are then behind its checkpoint', async () => {
    const { mapping, stream, batches, register } = await createStreamWorld(() => NOTHING_FAILED);
    await register();
    await mapping.settled();
    expect(batches.flat()).toEqual(['1', '2', '3']);
    expect(await stream.lag('enqueueEntries')).toMatchObject({ records: 0 });
  });

  test('the write that clears the flag costs no call', async () => {
    const { mapping, stream, table, batches, fans, register } = await createStreamWorld(() => NOTHING_FAILED);
    await register();
    await mapping.settled();
    const calls = batches.length;
    await table.clearReplicationFlags(fans);
    await mapping.settled();
    expect(batches).toHaveLength(calls);
    expect(await stream.lag('enqueueEntries')).toMatchObject({ records: 0 });
  });

  test('a failure goes back to its record: what came before is done, what comes after waits', async () => {
    let failures = 1;
    const { mapping, batches, register } = await createStreamWorld((ids) => (ids.includes('2') && failures-- > 0 ? failure('2') : NOTHING_FAILED));
    await register();
    await mapping.settled();
    expect(batches).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
  });

  test('a record that goes on failing is a dead letter in the end, and the rest goes on', async () => {
    const { mapping, queues, stream, batches, register } = await createStreamWorld((ids) => (ids.includes('2') ? failure('2') : NOTHING_FAILED));
    await register();
    await mapping.settled();
    expect(batches).toEqual([['1', '2', '3'], ['2', '3'], ['2', '3'], ['3']]);
    expect(await stream.lag('enqueueEntries')).toMatchObject({ records: 0 });
    const [letter] = await queues.deadLetters('enqueueEntriesDlq', 10);
    expect(letter).toMatchObject({ error: 'no luck' });
    expect(JSON.parse(letter?.body ?? '{}')).toMatchObject({ eventID: '2', eventName: 'INSERT' });
  });
});
