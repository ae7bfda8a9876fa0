import { createSesMailer } from '../../../adapters/aws/ses-mailer.ts';
import type { Mailer } from '../../../ports/mailer.ts';
import { sesClient } from '../clients/ses.ts';
import type { Make } from '../cloud.ts';
import { secrets } from './secrets.ts';

/** Mails by SES, or by the company's mail server where one is named: only then is its client loaded. */
export const mailer: Make<Promise<Mailer>> = async (cloud) => {
  const { smtp } = cloud.config;
  if (smtp === null) return createSesMailer({ client: sesClient() });
  const { mailerOf } = await import('../../smtp-mailer.ts');
  return mailerOf(smtp, secrets(cloud));
};
