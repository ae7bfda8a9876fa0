import { SQSClient } from '@aws-sdk/client-sqs';
import { clientOptions } from './client-options.ts';

let made: SQSClient | undefined;

/** The container's one client of SQS. */
export const sqsClient = (): SQSClient => {
  made ??= new SQSClient({ ...clientOptions });
  return made;
};
