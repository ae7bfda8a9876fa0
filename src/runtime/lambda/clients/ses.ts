import { SESv2Client } from '@aws-sdk/client-sesv2';
import { clientOptions } from './client-options.ts';

let made: SESv2Client | undefined;

/** The container's one client of SES. */
export const sesClient = (): SESv2Client => {
  made ??= new SESv2Client({ ...clientOptions });
  return made;
};
