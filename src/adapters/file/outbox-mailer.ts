import { createHash } from 'node:crypto';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isCleanText } from '../../domain/text-rules.ts';
import type { Mail, Mailer, MailOutcome } from '../../ports/mailer.ts';
import { syncFolder } from './lasting-names.ts';

export interface OutboxMailerOptions {
  /** Made where it is missing, for its owner alone: mails hold access codes. */
  readonly folder: string;
}

/**
 * Mails as `.eml` files instead of sending them. The file is named after the message id, and so are the MIME boundaries:
 * the same mail twice is one file, byte for byte.
 */
export const createOutboxMailer = ({ folder }: OutboxMailerOptions): Mailer => {
  let made: Promise<unknown> | undefined;
  let written = 0;
  const folderOnce = (): Promise<unknown> => {
    made ??= mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
  return {
    send: async (mail) => {
      const broken = brokenHeader(mail);
      if (broken !== null) return { state: 'failed', reason: `the header ${broken} holds a line break or another control character`, retryable: false };
      const name = createHash('sha256').update(mail.messageId, 'utf8').digest('hex').slice(0, 32);
      try {
        await folderOnce();
        written += 1;
        await writeWhole(join(folder, `.${name}.${process.pid}.${written}.tmp`), join(folder, `${name}.eml`), await compose(mail, name));
        return { state: 'sent' };
      } catch (error) {
        return notWritten(error);
      }
    },
  };
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

const compose = (mail: Mail, boundary: string): Promise<Buffer> => {
  const { messageId, date, attachments, headers, to, ...content } = mail;
  return new MailComposer({
    ...content,
    to: { ...to },
    headers: { ...headers },
    attachments: attachments.map((attachment) => ({ ...attachment })),
    messageId: `<${messageId}>`,
    date: new Date(date),
    baseBoundary: boundary,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
};

/** Whole or not at all: a reader of the folder never sees half a mail. */
const writeWhole = async (temporary: string, path: string, content: Buffer): Promise<void> => {
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    await file.close();
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await file.close();
  await rename(temporary, path);
  await syncFolder(dirname(path));
};

const notWritten = (error: unknown): MailOutcome => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return { state: 'failed', reason: `the outbox folder could not be written (${code})`, retryable: true };
};
