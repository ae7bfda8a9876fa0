import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import { describeQueueSenderContract } from './queue-sender.contract.ts';

// The embedded runtime sends through its queue engine.
describeQueueSenderContract('sqlite queue engine', async () => {
  const queues = { work: { deadLetterQueue: 'workDlq', visibilitySeconds: 30, maxReceiveCount: 4, retentionDays: 4 } };
  const engine = createSqliteQueueEngine({ engine: await createSqliteFolder().open(), clock: createSetClock(), random: createSeededRandom(1), queues });
  return {
    sender: { send: (messages) => engine.send('work', messages) },
    arrived: async () => (await engine.receive('work', 1000))?.messages.map(({ body, attributes }) => [JSON.parse(body), attributes] as const) ?? [],
  };
});
