import { SFNClient } from '@aws-sdk/client-sfn';
import { clientOptions } from './client-options.ts';

let made: SFNClient | undefined;

/** The container's one client of Step Functions. */
export const sfnClient = (): SFNClient => {
  made ??= new SFNClient({ ...clientOptions });
  return made;
};
