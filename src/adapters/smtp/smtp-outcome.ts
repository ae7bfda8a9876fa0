import type { MailOutcome } from '../../ports/mailer.ts';

/** What nodemailer says of a mail that did not go out. Its message may quote the mail, so it goes nowhere. */
interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/**
 * What became of a mail that nodemailer could not send. `begun`: whether the server had said to go ahead with its content
 * (354), after which only an answer tells whether the server took it (RFC 5321, 4.1.1.4 and 6.1).
 */
export const outcomeOfFailure = (thrown: unknown, begun: boolean): MailOutcome & { readonly state: 'failed' | 'ambiguous' } => {
  const { code = 'unknown error', responseCode, command } = thrown as SmtpError;
  if (responseCode !== undefined && responseCode >= 400) {
    const reason = `the mail server refused it (${responseCode}${command === undefined ? '' : `, ${command.split(' ')[0]}`})`;
    // What is wrong with us, such as a password, may be mended before the mail is too late; what is wrong with the mail stays.
    return { state: 'failed', reason, retryable: responseCode < 500 || !OF_THE_MAIL.has(code) };
  }
  if (begun) return { state: 'ambiguous', reason: `the mail server gave no answer that tells whether it took it (${code})` };
  return { state: 'failed', reason: `the mail server was not reached (${code})`, retryable: !OF_THE_MAIL.has(code) };
};

/** The envelope or the message was refused, by the server or by nodemailer, which knows what an address may hold. */
const OF_THE_MAIL: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);
