import { createSesMailer } from '../../../adapters/aws/ses-mailer.ts';
import type { Mailer } from '../../../ports/mailer.ts';
import { sesClient } from '../clients/ses.ts';
import type { Make } from '../cloud.ts';

/** Mails by SES. */
export const mailer: Make<Mailer> = () => createSesMailer({ client: sesClient() });
