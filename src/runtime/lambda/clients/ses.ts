import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SES_CLIENT } from '../../../adapters/aws/ses-mailer.ts';

let made: SESv2Client | undefined;

/** The container's one client of SES, which tries nothing again by itself. */
export const sesClient = (): SESv2Client => {
  made ??= new SESv2Client({ ...SES_CLIENT });
  return made;
};
