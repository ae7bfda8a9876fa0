import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Mailer, MailOutcome } from '../../ports/mailer.ts';
import { composeMail, nameOfMail, refusalOf } from '../mime/compose-mail.ts';
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
      const refusal = refusalOf(mail);
      if (refusal !== null) return refusal;
      const name = nameOfMail(mail);
      try {
        await folderOnce();
        written += 1;
        await writeWhole(join(folder, `.${name}.${process.pid}.${written}.tmp`), join(folder, `${name}.eml`), await composeMail(mail));
        return { state: 'sent' };
      } catch (error) {
        return notWritten(error);
      }
    },
  };
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
