import { expect, test } from 'vitest';
import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const queues = { work: { deadLetterQueue: 'workDlq', visibilitySeconds: 30, maxReceiveCount: 4, retentionDays: 4 } };
const message = (body: unknown) => ({ body, correlationId: 'correlation-1' });

test('an injected retry delay decides when a failed message comes back, by how often it was received', async () => {
  const clock = createSetClock();
  const retryDelaySeconds = (receiveCount: number) => (receiveCount === 1 ? 0 : receiveCount);
  const engine = await createSqliteFolder().open();
  const work = createSqliteQueueEngine({ engine, clock, random: createSeededRandom(1), queues, retryDelaySeconds });
  let arrivals = 0;
  work.onArrival('work', () => {
    arrivals += 1;
  });
  await work.send('work', [message(1)]);
  const fail = async () => {
    const lease = await work.receive('work', 1);
    if (lease === null) return null;
    await work.settle('work', lease.token, { failed: lease.messages.map(({ messageId }) => ({ messageId, error: 'broken' })) });
    return work.nextVisibleAt('work');
  };
  expect(await fail()).toBe(clock.now());
  expect(arrivals).toBe(2);
  expect(await fail()).toBe(clock.now() + 2000);
  expect(arrivals).toBe(2);
  clock.advance(2000);
  expect(await fail()).toBe(clock.now() + 3000);
  clock.advance(3000);
  expect(await fail()).toBeNull();
  expect(await work.deadLetters('work', 10)).toHaveLength(1);
});

test('a send within a write happens with it or not at all', async () => {
  const engine = await createSqliteFolder().open();
  const work = createSqliteQueueEngine({ engine, clock: createSetClock(), random: createSeededRandom(1), queues });
  const undone = engine.write(() => {
    work.sendWithin('work', [message('undone')]);
    throw new Error('changed its mind');
  });
  await expect(undone).rejects.toThrow('changed its mind');
  await engine.write(() => work.sendWithin('work', [message('kept')]));
  const lease = await work.receive('work', 10);
  expect(lease?.messages.map(({ body }) => body)).toEqual(['"kept"']);
  expect(await work.depth('work')).toMatchObject({ sent: 1, inFlight: 1 });
});

test('a queue that has drained takes no room', async () => {
  const engine = await createSqliteFolder().open({ maxBytes: 2_000_000 });
  const work = createSqliteQueueEngine({ engine, clock: createSetClock(), random: createSeededRandom(1), queues });
  const batch = Array.from({ length: 100 }, () => message('x'.repeat(2000)));
  for (let round = 0; round < 40; round += 1) {
    expect(await work.send('work', batch)).toEqual({ failed: [] });
    const lease = await work.receive('work', 100);
    await work.settle('work', lease?.token ?? '', { failed: [] });
  }
  expect(await work.depth('work')).toMatchObject({ sent: 4000, done: 4000 });
});
