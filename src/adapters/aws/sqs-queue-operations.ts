import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../../ports/clock.ts';
import type { QueueEngine } from '../../ports/queue.ts';
import type { Random } from '../../ports/random.ts';

/** Stands in until its adapter is here. */
export const createSqsQueueOperations = (_: {
  client: SQSClient;
  queueUrl: (queue: string) => string;
  clock: Clock;
  random: Random;
}): Pick<QueueEngine, 'depth' | 'deadLetters' | 'addDeadLetter' | 'redrive' | 'settleDeadLetters'> => {
  throw new Error('not here yet');
};
