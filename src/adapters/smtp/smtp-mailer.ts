import { Readable } from 'node:stream';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { RegError } from '../../errors.ts';
import type { Mail, Mailer, MailOutcome } from '../../ports/mailer.ts';
import { composeMail, nameOfMail, refusalOf } from '../mime/compose-mail.ts';
import { type DkimOptions, signMail } from './dkim-signature.ts';
import { outcomeOfFailure } from './smtp-outcome.ts';
import { smtpServerOf } from './smtp-url.ts';

export interface SmtpMailerOptions {
  /** `smtp://` or `smtps://` with user and password (smtp-url.ts). Asked for when connections are first opened, and after a login was refused. */
  readonly url: () => Promise<string>;
  /** Connections at the same time. Default 5. */
  readonly connections?: number;
  /** Mails a second over all connections. Default 20. */
  readonly rate?: number;
  /** Null: mails are not signed. */
  readonly dkim: DkimOptions | null;
  /** Where bounces go: the name of the mail is put before the `@`, after a plus. Null: `bounces` at the domain that the mail comes from. */
  readonly bounceAddress: string | null;
  /** How long the server may be silent, in milliseconds. Default 5 minutes, as too short makes duplicates (RFC 5321, 4.5.3.2). */
  readonly silenceMs?: number;
}

export interface SmtpMailer extends Mailer {
  /** Lets what is being sent end, and closes the connections. */
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 300_000;
/** Before servers lose patience; a container of the cloud that was frozen for longer begins anew. */
const IDLE_MS = 20_000;

/**
 * Mails through a mail server, over connections that stay open. Each mail goes out at most once: what broke before its
 * content was asked for is `failed`, afterwards `ambiguous` unless the server answered. Bounces come to an address that
 * names the mail by what its message id has before the `@`.
 */
export const createSmtpMailer = (options: SmtpMailerOptions): SmtpMailer => {
  const { url, connections = 5, rate = 20, dkim, bounceAddress, silenceMs = SILENCE_MS } = options;
  let pool: Promise<SMTPPool> | null = null;

  const open = async (): Promise<SMTPPool> =>
    new SMTPPool({
      ...smtpServerOf(await url()),
      pool: true,
      maxConnections: connections,
      rateLimit: rate,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: silenceMs,
      ...({ idleTimeout: IDLE_MS, maxRequeues: 1 } as object),
    });

  const poolOnce = (): Promise<SMTPPool> => {
    pool ??= open();
    return pool;
  };

  const forgetPool = async (): Promise<void> => {
    const former = pool;
    pool = null;
    (await former?.catch(() => null))?.close();
  };

  return {
    send: async (mail) => {
      const refusal = refusalOf(mail);
      if (refusal !== null) return refusal;
      let content: Buffer;
      let through: SMTPPool;
      try {
        const composed = await composeMail(mail);
        content = dkim === null ? composed : await signMail(composed, domainOf(mail.from), dkim);
        through = await poolOnce();
      } catch (error) {
        await forgetPool();
        return { state: 'failed', reason: `the mailer is not set up (${error instanceof RegError ? error.code : 'unknown error'})`, retryable: true };
      }
      const outcome = await deliver(through, mail, content, bounceAddress ?? `bounces@${domainOf(mail.from)}`);
      // The password may have been changed.
      if (outcome.login) await forgetPool();
      return outcome.mail;
    },
    close: forgetPool,
  };
};

const deliver = (pool: SMTPPool, mail: Mail, content: Buffer, bounceAddress: string): Promise<{ readonly mail: MailOutcome; readonly login: boolean }> => {
  const message = messageOnce(mail, content, bounceAddress);
  return new Promise((resolve) => {
    // All that the pool looks at of what nodemailer would make of a mail; ours is made already.
    pool.send({ data: {}, message } as unknown as Parameters<SMTPPool['send']>[0], (error: Error | null) => {
      if (error === null) resolve({ mail: { state: 'sent' }, login: false });
      else resolve({ mail: outcomeOfFailure(error, message.begun()), login: 'code' in error && error.code === 'EAUTH' });
    });
  });
};

/** A message that is given out once: the pool may try another connection until its content was asked for, and not after. */
const messageOnce = (mail: Mail, content: Buffer, bounceAddress: string) => {
  let begun = false;
  const open = (): Readable =>
    new Readable({
      read() {
        if (begun) return void this.destroy(new Error('the mail is out already'));
        begun = true;
        this.push(content);
        this.push(null);
      },
    });
  const name = nameIn(mail);
  return {
    begun: () => begun,
    createReadStream: open,
    getEnvelope: () => ({
      from: bounceAddress.replace('@', `+${name}@`),
      to: [mail.to.address],
      size: content.length,
      dsn: { id: name, return: 'headers', notify: ['failure'], recipient: mail.to.address },
    }),
    messageId: () => `<${mail.messageId}>`,
    getHeader: () => mail.messageId,
  };
};

/** An address has room for 64 characters before its `@` (RFC 5321, 4.5.3.1.1). */
const nameIn = (mail: Mail): string => /^[\w.-]{1,40}(?=@)/.exec(mail.messageId)?.[0] ?? nameOfMail(mail);

const domainOf = (from: string): string => /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
