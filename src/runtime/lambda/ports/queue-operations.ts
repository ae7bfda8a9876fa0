import { createSqsQueueOperations } from '../../../adapters/aws/sqs-queue-operations.ts';
import type { QueueOperations } from '../../../ports/queue.ts';
import { queues, workers } from '../../../topology.ts';
import { sqsClient } from '../clients/sqs.ts';
import type { Make } from '../cloud.ts';

/** What operators ask of queues, and dead letters that are put there. The age of the oldest message is not asked for. */
export const queueOperations: Make<QueueOperations> = ({ config, clock, random }) =>
  createSqsQueueOperations<string, string>({ client: sqsClient(), queueUrl: config.resources.queue, queues, deadLetterQueues: streamQueues, clock, random });

const streamQueues = Object.values(workers).flatMap(({ trigger }) => (trigger.kind === 'stream' ? [trigger.deadLetterQueue] : []));
