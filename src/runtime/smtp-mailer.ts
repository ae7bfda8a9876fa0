import { createSmtpMailer, type SmtpMailer } from '../adapters/smtp/smtp-mailer.ts';
import type { Secrets } from '../ports/secrets.ts';
import { SMTP, type SmtpSettings } from '../smtp-settings.ts';
import { urlOfServer } from './server-address.ts';

/** Mails through the company's mail server, as the settings say. */
export const mailerOf = ({ address, dkim, ...limits }: SmtpSettings, secrets: Pick<Secrets, 'get'>): SmtpMailer =>
  createSmtpMailer({
    ...limits,
    url: urlOfServer(address, SMTP, secrets),
    dkim: dkim === null ? null : { selector: dkim.selector, domain: dkim.domain, key: () => secrets.get(dkim.secret) },
  });
