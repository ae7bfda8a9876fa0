import { createSqsQueueSender } from '../../../adapters/aws/sqs-queue-sender.ts';
import { sqsClient } from '../clients/sqs.ts';
import type { Make } from '../cloud.ts';
import type { SenderOf } from '../given-ports.ts';

/** The sending side of each queue. */
export const queues: Make<SenderOf> =
  ({ config, clock, random }) =>
  (queue) =>
    createSqsQueueSender({ client: sqsClient(), queueUrl: config.resources.queue(queue), clock, random });
