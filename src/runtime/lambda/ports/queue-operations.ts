import { createSqsQueueOperations } from '../../../adapters/aws/sqs-queue-operations.ts';
import type { QueueEngine } from '../../../ports/queue.ts';
import { sqsClient } from '../clients/sqs.ts';
import type { Make } from '../cloud.ts';

/** What operators ask of queues, and dead letters that are put there. */
export const queueOperations: Make<Pick<QueueEngine, 'depth' | 'deadLetters' | 'addDeadLetter' | 'redrive' | 'settleDeadLetters'>> = ({
  config,
  clock,
  random,
}) => createSqsQueueOperations({ client: sqsClient(), queueUrl: config.resources.queue, clock, random });
