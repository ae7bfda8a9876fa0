import { createSesMailer } from '../../../adapters/aws/ses-mailer.ts';
import type { Mailer } from '../../../ports/mailer.ts';
import { mailerOf } from '../../smtp-mailer.ts';
import { sesClient } from '../clients/ses.ts';
import type { Make } from '../cloud.ts';
import { secrets } from './secrets.ts';

/** Mails by SES, or by the company's mail server where one is named. */
export const mailer: Make<Mailer> = (cloud) =>
  cloud.config.smtp === null ? createSesMailer({ client: sesClient() }) : mailerOf(cloud.config.smtp, secrets(cloud));
