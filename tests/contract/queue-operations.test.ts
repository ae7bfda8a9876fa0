import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import { describeQueueOperationsContract, OPERATED_QUEUES, OPERATED_STREAM } from './queue-operations.contract.ts';

const rules = { visibilitySeconds: 30, retentionDays: 4 };
const VISIBILITY_MS = rules.visibilitySeconds * 1000;

describeQueueOperationsContract('sqlite queue engine', async () => {
  const clock = createSetClock();
  const engine = createSqliteQueueEngine({
    engine: await createSqliteFolder().open(),
    clock,
    random: createSeededRandom(1),
    queues: { work: { ...OPERATED_QUEUES.work, ...rules }, other: { ...OPERATED_QUEUES.other, ...rules } },
    deadLetterQueues: [OPERATED_STREAM],
  });
  return {
    operations: engine,
    send: async (queue, messages) => {
      await engine.send(queue, messages);
    },
    lease: async (queue) => {
      await engine.receive(queue, 1);
    },
    failAll: async (queue) => {
      for (let lease = await engine.receive(queue, 100); lease !== null; lease = await engine.receive(queue, 100)) {
        await engine.settle(queue, lease.token, { failed: lease.messages.map(({ messageId }) => ({ messageId, error: 'broken' })) });
        clock.advance(VISIBILITY_MS);
      }
    },
    taken: async (queue) => {
      const lease = await engine.receive(queue, 1000);
      if (lease !== null) await engine.settle(queue, lease.token, { failed: [] });
      return lease?.messages.map(({ body, attributes }) => [JSON.parse(body), attributes] as const) ?? [];
    },
  };
});
