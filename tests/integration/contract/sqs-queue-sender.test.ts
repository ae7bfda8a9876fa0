import { createSqsQueueSender } from '../../../src/adapters/aws/sqs-queue-sender.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeQueueSenderContract, type QueueSenderSubject } from '../../contract/queue-sender.contract.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createQueue, createSqs, takeAll } from '../sqs-queues.ts';

const subjects: ServerRegistry<'queue-sender', () => Promise<QueueSenderSubject>> = {
  sqs: async () => {
    const client = createSqs();
    const queueUrl = await createQueue(client, 'work');
    return {
      sender: createSqsQueueSender({ client, queueUrl, clock: createSystemClock(), random: createSeededRandom(1) }),
      arrived: async () => (await takeAll(client, queueUrl)).map(({ body, attributes }) => [JSON.parse(body), attributes] as const),
    };
  },
};

for (const [name, create] of Object.entries(subjects)) describeQueueSenderContract(name, create);
