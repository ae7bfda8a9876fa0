import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { createSnsTopic } from '../../../src/adapters/aws/sns-topic.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { CONTRACT_SUBSCRIPTIONS, describeTopicContract, type SubscribedQueue, type TopicSubject } from '../../contract/topic.contract.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { freshName, ministack } from '../ministack.ts';
import { createQueue, createSqs, queueArn, takeAll } from '../sqs-queues.ts';

/** A subscription as the stacks make one. */
const filterPolicy = (filter: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]])));

const subjects: ServerRegistry<'topic', () => Promise<TopicSubject>> = {
  sns: async () => {
    const sqs = createSqs();
    const client = new SNSClient(ministack());
    const { TopicArn = '' } = await client.send(new CreateTopicCommand({ Name: freshName('data') }));
    const urls = new Map<SubscribedQueue, string>();
    for (const { queue, filter } of CONTRACT_SUBSCRIPTIONS) {
      const queueUrl = await createQueue(sqs, queue);
      urls.set(queue, queueUrl);
      const filtered = Object.keys(filter).length === 0 ? {} : { FilterPolicy: filterPolicy(filter) };
      await client.send(
        new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: await queueArn(sqs, queueUrl), Attributes: { RawMessageDelivery: 'true', ...filtered } }),
      );
    }
    return {
      topic: createSnsTopic({ client, topicArn: TopicArn, clock: createSystemClock(), random: createSeededRandom(1) }),
      taken: async (queue) => (await takeAll(sqs, urls.get(queue) ?? '')).map(({ body, attributes }) => [JSON.parse(body), attributes] as const),
    };
  },
};

for (const [name, create] of Object.entries(subjects)) describeTopicContract(name, create);
