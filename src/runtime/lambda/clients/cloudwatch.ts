import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { clientOptions } from './client-options.ts';

let made: CloudWatchClient | undefined;

/** The container's one client of CloudWatch. */
export const cloudWatchClient = (): CloudWatchClient => {
  made ??= new CloudWatchClient({ ...clientOptions });
  return made;
};
