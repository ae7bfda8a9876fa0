import { type EventSourceMappingConfiguration, LambdaClient, ListEventSourceMappingsCommand, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { WorkerName } from '../../src/topology.ts';
import { type Cloud, PREFIX } from '../../tests/aws/cloud.ts';
import { kebab } from '../../tests/support/kebab.ts';

/** The event source mappings of the deployed stacks, switched by hand, so that batches are as full as they are under load. */
export interface Mappings {
  /** Stops them all. */
  stop(): Promise<void>;
  /** Lets these workers run until their queues are empty and nothing was invoked for a while, then stops them again. */
  drain(...names: readonly WorkerName[]): Promise<void>;
}

const QUIET_MS = 5_000;
const POLL_MS = 150;
const LONGEST_MS = 600_000;

/** `invocations` answers how many there were so far. */
export const createMappings = async ({ clientOptions }: Cloud, invocations: () => Promise<number>): Promise<Mappings> => {
  const lambda = new LambdaClient(clientOptions);
  const sqs = new SQSClient(clientOptions);
  const { EventSourceMappings: all = [] } = await lambda.send(new ListEventSourceMappingsCommand({}));
  const sourceOf = ({ EventSourceArn }: EventSourceMappingConfiguration): string => EventSourceArn ?? '';

  const set = async (mappings: readonly EventSourceMappingConfiguration[], change: { readonly Enabled: boolean }): Promise<void> => {
    for (const { UUID } of mappings) await lambda.send(new UpdateEventSourceMappingCommand({ UUID, ...change }));
  };
  const waiting = async (mapping: EventSourceMappingConfiguration): Promise<number> => {
    const arn = sourceOf(mapping);
    if (!arn.includes(':sqs:')) return 0;
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: arn.split(':').at(-1) }));
    const AttributeNames = ['ApproximateNumberOfMessages' as const, 'ApproximateNumberOfMessagesNotVisible' as const];
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  };
  const settled = async (mappings: readonly EventSourceMappingConfiguration[]): Promise<void> => {
    const start = Date.now();
    let seen = -1;
    let quietSince = Date.now();
    for (;;) {
      const now = await invocations();
      const left = (await Promise.all(mappings.map(waiting))).reduce((sum, count) => sum + count, 0);
      if (now !== seen || left > 0) quietSince = Date.now();
      seen = now;
      if (Date.now() - quietSince > QUIET_MS) return;
      if (Date.now() - start > LONGEST_MS) throw new Error(`After ${LONGEST_MS / 1000} s there are still ${left} messages.`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  return {
    stop: () => set(all, { Enabled: false }),
    drain: async (...names) => {
      const functions = names.map((name) => `:${PREFIX}-${kebab(name)}`);
      const mappings = all.filter(({ FunctionArn = '' }) => functions.some((name) => FunctionArn.endsWith(name)));
      if (mappings.length === 0) throw new Error(`Nothing is mapped to ${names.join(', ')}.`);
      await set(mappings, { Enabled: true });
      await settled(mappings);
      await set(mappings, { Enabled: false });
    },
  };
};
