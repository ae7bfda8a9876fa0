import { createSqliteQueueEngine } from '../../src/adapters/sqlite/sqlite-queue-engine.ts';
import { createSqliteTopic } from '../../src/adapters/sqlite/sqlite-topic.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { CONTRACT_SUBSCRIPTIONS, describeTopicContract, type SubscribedQueue, type TopicSubject } from './topic.contract.ts';

const rules = (name: string) => ({ deadLetterQueue: `${name}-dlq`, visibilitySeconds: 30, maxReceiveCount: 4, retentionDays: 4 });

const subjects: Registry<'topic', () => Promise<TopicSubject>> = {
  sqlite: async () => {
    const engine = await createSqliteFolder().open();
    const queues = { campaigns: rules('campaigns'), markets: rules('markets'), all: rules('all') } satisfies Record<SubscribedQueue, unknown>;
    const queueEngine = createSqliteQueueEngine({ engine, clock: createSetClock(), random: createSeededRandom(1), queues });
    return {
      topic: createSqliteTopic({ engine, queueEngine, subscriptions: CONTRACT_SUBSCRIPTIONS }),
      taken: async (queue) => (await queueEngine.receive(queue, 100))?.messages.map(({ body, attributes }) => [JSON.parse(body), attributes] as const) ?? [],
    };
  },
};

for (const [name, create] of Object.entries(subjects)) describeTopicContract(name, create);
