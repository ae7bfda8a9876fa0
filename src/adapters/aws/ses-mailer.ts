import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { RegError } from '../../errors.ts';
import type { Mailer, MailOutcome } from '../../ports/mailer.ts';
import { composeMail, nameOfMail, refusalOf } from '../mime/compose-mail.ts';

export interface SesMailerOptions {
  /** Made with `SES_CLIENT`: a client that tries again by itself would send a mail twice. */
  readonly client: SESv2Client;
  /** Where SES tells of bounces and complaints. Default: the account's own. */
  readonly configurationSet?: string;
}

/**
 * What the client of SES has to be made with. No second attempt, as one whose answer was lost may have been the mail;
 * and a connection for each mail, as one that a frozen container kept breaks at the next mail, and nobody could tell
 * whether that mail was taken.
 */
export const SES_CLIENT = {
  maxAttempts: 1,
  requestHandler: {
    httpsAgent: { keepAlive: false },
    httpAgent: { keepAlive: false },
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    throwOnRequestTimeout: true,
  },
} as const;

/**
 * Mails through Amazon SES, as they are composed here; SES puts its own Message-ID in their place. Ours is in the
 * message tag `mail`, hashed, in what SES tells of the mail. Throws `CONFIG_INVALID` where the client tries again by itself.
 */
export const createSesMailer = ({ client, configurationSet }: SesMailerOptions): Mailer => ({
  send: async (mail) => {
    if ((await client.config.maxAttempts()) !== 1)
      throw new RegError('CONFIG_INVALID', 'The client of SES must not try again by itself: make it with SES_CLIENT.', { detail: { name: 'maxAttempts' } });
    const refusal = refusalOf(mail);
    if (refusal !== null) return refusal;
    const Data = await composeMail(mail);
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: mail.from,
          Destination: { ToAddresses: [mail.to.address] },
          Content: { Raw: { Data } },
          EmailTags: [{ Name: 'mail', Value: nameOfMail(mail) }],
          ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
        }),
      );
      return { state: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});

/** What is wrong with the mail stays wrong (Amazon SES API v2 reference, SendEmail, "Errors"). */
const HOPELESS: ReadonlySet<string> = new Set(['MessageRejected', 'MailFromDomainNotVerifiedException', 'BadRequestException']);
/** Nothing was written yet: there was no connection, or nobody to sign for. */
const BEFORE_WRITING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CredentialsProviderError',
  'TokenProviderError',
]);

/** By the error's name alone, as its message may quote the mail. */
const outcomeOf = (thrown: unknown): MailOutcome => {
  const error = thrown as { readonly name?: string; readonly code?: string; readonly $metadata?: { readonly httpStatusCode?: number } };
  const name = error.code ?? error.name ?? 'unknown error';
  const status = error.$metadata?.httpStatusCode;
  // A refusal, or SES too busy to look; any other answer, or none, may have come after it took the mail.
  const wasRefused = status !== undefined && ((status >= 400 && status < 500) || status === 503);
  if (wasRefused || BEFORE_WRITING.has(name)) return { state: 'failed', reason: `SES did not take it (${name})`, retryable: !HOPELESS.has(name) };
  return { state: 'ambiguous', reason: `SES gave no answer that tells whether it took it (${name})` };
};
