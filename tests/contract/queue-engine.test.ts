import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { CONTRACT_QUEUES, DEAD_LETTER_DAYS, describeQueueEngineContract, type QueueSubject, STREAM_DEAD_LETTERS } from './queue-engine.contract.ts';

const subjects: Registry<'queue-engine', () => Promise<QueueSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const clock = createSetClock();
    const random = createSeededRandom(1, clock.now);
    const open = async (): Promise<QueueSubject> => ({
      queues: createSqliteQueueEngine({
        engine: await folder.open(),
        clock,
        random,
        queues: CONTRACT_QUEUES,
        deadLetterQueues: [STREAM_DEAD_LETTERS],
        deadLetterRetentionDays: DEAD_LETTER_DAYS,
      }),
      clock,
      restart: open,
    });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeQueueEngineContract(name, create);
