import { createSqsQueueOperations } from '../../../adapters/aws/sqs-queue-operations.ts';
import type { QueueOperations } from '../../../ports/queue.ts';
import { queues, streamDeadLetterQueues } from '../../../topology.ts';
import { sqsClient } from '../clients/sqs.ts';
import type { Cloud } from '../cloud.ts';

/** What operators ask of queues, and dead letters that are put there. `oldestAgeMs`: by a queue's URL. Default: nobody knows. */
export const queueOperations = ({ config, clock, random }: Cloud, oldestAgeMs?: (queueUrl: string) => Promise<number | null>): QueueOperations =>
  createSqsQueueOperations<string, string>({
    client: sqsClient(),
    queueUrl: config.resources.queue,
    queues,
    deadLetterQueues: streamDeadLetterQueues,
    ...(oldestAgeMs === undefined ? {} : { oldestAgeMs }),
    clock,
    random,
  });
