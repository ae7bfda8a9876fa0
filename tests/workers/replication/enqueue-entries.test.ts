import { expect, test } from 'vitest';
import { createReplicationWorld } from '../../support/replication-world.ts';

test('it passes on what needs replication and what was removed, with its correlation id, and drops the rest', async () => {
  const { fan, table, everyChange, enqueue, queues } = await createReplicationWorld();
  const ann = await fan.register('ann');
  await table.clearReplicationFlags([ann]);
  await fan.withdraw(ann);
  const stream = await everyChange();
  const { failures, count } = await enqueue(stream);
  expect(stream.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
  expect(queues.saveEntriesQueue.sent).toEqual([stream[0], stream[2]].map((body) => ({ body, correlationId: 'correlation-1' })));
  expect(failures).toEqual([]);
  expect(count).toEqual({ received: 3, filtered: 1, enqueued: 2 });
});

test('a record whose message the queue did not take is named by its own id', async () => {
  const { fan, table, everyChange, enqueue, queues } = await createReplicationWorld();
  const ann = await fan.register('ann');
  await table.clearReplicationFlags([ann]);
  await fan.register('bob');
  queues.saveEntriesQueue.refused.add(1);
  const { failures, count } = await enqueue(await everyChange());
  expect(failures).toMatchObject([{ id: 'm2', error: { retryable: true } }]);
  expect(count).toEqual({ received: 3, filtered: 1, enqueued: 1 });
});
