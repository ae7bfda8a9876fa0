import { createSqsQueueOperations } from '../../../adapters/aws/sqs-queue-operations.ts';
import { sqsClient } from '../clients/sqs.ts';
import type { Make } from '../cloud.ts';
import type { AddDeadLetter } from '../given-ports.ts';

/** Where a batch's worker puts what trying again cannot mend. */
export const deadLetters: Make<AddDeadLetter> = ({ config, clock, random }) => {
  const operations = createSqsQueueOperations({ client: sqsClient(), queueUrl: config.resources.queue, clock, random });
  return operations.addDeadLetter;
};
