import { CreateQueueCommand, DeleteMessageBatchCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { freshName, ministack } from './ministack.ts';

export const createSqs = (): SQSClient => new SQSClient(ministack());

/** A new queue; answers its URL. */
export const createQueue = async (client: SQSClient, name: string, attributes: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: freshName(name), Attributes: { ...attributes } }));
  if (QueueUrl === undefined) throw new Error(`The queue ${name} was not made.`);
  return QueueUrl;
};

export const queueArn = async (client: SQSClient, queueUrl: string): Promise<string> => {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }));
  return Attributes?.QueueArn ?? '';
};

export interface ArrivedMessage {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Takes all that can be received now. */
export const takeAll = async (client: SQSClient, queueUrl: string): Promise<readonly ArrivedMessage[]> => {
  const arrived: ArrivedMessage[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }));
    if (Messages.length === 0) return arrived;
    for (const { MessageId = '', Body = '', MessageAttributes = {} } of Messages) {
      const attributes = Object.fromEntries(Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue]));
      arrived.push({ messageId: MessageId, body: Body, attributes });
    }
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
};
