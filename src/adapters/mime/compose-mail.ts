import { createHash } from 'node:crypto';
import { isCleanText } from '../../domain/text-rules.ts';
import type { Mail, MailOutcome } from '../../ports/mailer.ts';

/** Why no adapter sends this mail; null when each of its headers is clean. */
export const refusalOf = (mail: Mail): (MailOutcome & { readonly state: 'failed' }) | null => {
  const broken = brokenHeader(mail);
  return broken === null ? null : { state: 'failed', reason: `the header ${broken} holds a line break or another control character`, retryable: false };
};

/** The name of the first header that no mail may have; null when all are clean. */
const brokenHeader = (mail: Mail): string | null => {
  const headers: readonly (readonly [string, string])[] = [
    ['Message-ID', mail.messageId],
    ['From', mail.from],
    ['To', mail.to.name],
    ['To', mail.to.address],
    ['Subject', mail.subject],
    ...Object.entries(mail.headers),
    ...mail.attachments.flatMap(({ filename, contentType }) => [['Content-Disposition', filename] as const, ['Content-Type', contentType] as const]),
  ];
  return headers.find(([name, value]) => !isCleanText(name) || !isCleanText(value))?.[0] ?? null;
};

/** A short name of a mail that any system takes: 32 hexadecimal digits, of its message id. */
export const nameOfMail = ({ messageId }: Mail): string => createHash('sha256').update(messageId, 'utf8').digest('hex').slice(0, 32);

/** The mail as bytes (RFC 5322), the same each time. */
export const composeMail = async (mail: Mail): Promise<Buffer> => {
  // Loaded by the first mail, as a service that sends none starts sooner without.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { messageId, date, attachments, headers, to, ...content } = mail;
  return new MailComposer({
    ...content,
    to: { ...to },
    headers: { ...headers },
    attachments: attachments.map((attachment) => ({ ...attachment })),
    messageId: `<${messageId}>`,
    date: new Date(date),
    baseBoundary: nameOfMail(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
};
