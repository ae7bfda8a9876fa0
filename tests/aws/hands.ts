import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SendMessageCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { QueueName } from '../../src/domain/message.ts';
import { queues, type WorkerName } from '../../src/topology.ts';
import { kebab } from '../support/kebab.ts';
import { type Cloud, PREFIX } from './cloud.ts';

/** What breaks and mends a deployment behind its back. */
export interface Hands {
  send(queue: QueueName, body: string): Promise<void>;
  /** How many messages wait in a queue. */
  waiting(queue: QueueName): Promise<number>;
  /** Messages of a queue come back after so long (default a second). Answers what puts its own time back. */
  hurry(queue: QueueName, seconds?: number): Promise<() => Promise<void>>;
  /** Sets a variable of a worker. Answers what puts its own value back. */
  setVariable(worker: WorkerName, name: string, value: string): Promise<() => Promise<void>>;
  /** Gives a worker the role of another. Answers what puts its own back. */
  lendRole(worker: WorkerName, of: WorkerName): Promise<() => Promise<void>>;
  /** What a worker says when it fails on a message. Null if it does not fail. */
  errorOf(worker: WorkerName, queue: QueueName, body: unknown): Promise<unknown>;
  /** Stops what takes messages from a queue, or lets it go on. */
  setTaken(worker: WorkerName, taken: boolean): Promise<void>;
  /** So many requests to a table find it busy, from now on. */
  throttle(table: string, requests: number): Promise<void>;
}

const SOON_SECONDS = 1;

export const handsOn = ({ clientOptions }: Cloud): Hands => {
  const sqs = new SQSClient(clientOptions);
  const lambda = new LambdaClient(clientOptions);
  const functionName = (worker: WorkerName): string => `${PREFIX}-${kebab(worker)}`;
  const urlOf = async (queue: QueueName): Promise<string | undefined> => (await sqs.send(new GetQueueUrlCommand({ QueueName: `${PREFIX}-${queue}` }))).QueueUrl;
  const setVisibility = async (queue: QueueName, seconds: number): Promise<void> => {
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl: await urlOf(queue), Attributes: { VisibilityTimeout: String(seconds) } }));
  };
  const configuration = (worker: WorkerName) => lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName(worker) }));
  return {
    send: async (queue, MessageBody) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: await urlOf(queue), MessageBody }));
    },
    waiting: async (queue) => {
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: await urlOf(queue), AttributeNames: ['ApproximateNumberOfMessages'] }));
      return Number(Attributes?.ApproximateNumberOfMessages);
    },
    hurry: async (queue, seconds = SOON_SECONDS) => {
      await setVisibility(queue, seconds);
      return () => setVisibility(queue, queues[queue].visibilitySeconds);
    },
    setVariable: async (worker, name, value) => {
      const { Environment } = await configuration(worker);
      const set = async (Variables: Record<string, string>): Promise<void> => {
        await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: functionName(worker), Environment: { Variables } }));
      };
      await set({ ...Environment?.Variables, [name]: value });
      return () => set({ ...Environment?.Variables });
    },
    lendRole: async (worker, of) => {
      const [{ Role: own, Environment }, { Role: lent }] = await Promise.all([configuration(worker), configuration(of)]);
      // The emulator starts a function anew, which a new role needs, only where its environment changes too.
      const set = async (Role: string | undefined, more: Readonly<Record<string, string>>): Promise<void> => {
        const Variables = { ...Environment?.Variables, ...more };
        await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: functionName(worker), Role, Environment: { Variables } }));
      };
      await set(lent, { ROLE_OF: of });
      return () => set(own, {});
    },
    errorOf: async (worker, queue, body) => {
      const record = {
        messageId: 'message-1',
        body: JSON.stringify(body),
        eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${PREFIX}-${queue}`,
        messageAttributes: {},
      };
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: functionName(worker), Payload: JSON.stringify({ Records: [record] }) }),
      );
      return FunctionError === undefined ? null : JSON.parse(Buffer.from(Payload ?? []).toString('utf8'));
    },
    setTaken: async (worker, Enabled) => {
      const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName: functionName(worker) }));
      for (const { UUID } of EventSourceMappings) await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
    },
    throttle: async (table, Requests) => {
      const { endpoint, region, credentials } = clientOptions;
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'DynamoDB_20120810.ThrottleTable',
          authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20270101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
        },
        body: JSON.stringify({ TableName: `${PREFIX}-${table}`, Requests }),
      });
      if (!answer.ok) throw new Error(`The emulator did not take ThrottleTable: ${answer.status}`);
    },
  };
};
