import { SNSClient } from '@aws-sdk/client-sns';
import { clientOptions } from './client-options.ts';

let made: SNSClient | undefined;

/** The container's one client of SNS. */
export const snsClient = (): SNSClient => {
  made ??= new SNSClient({ ...clientOptions });
  return made;
};
