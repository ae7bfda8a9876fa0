import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReturnedMail, readBounce } from '../adapters/mime/read-bounce.ts';
import { chunks } from '../domain/chunks.ts';
import { RegError } from '../errors.ts';
import type { Connection } from './connection.ts';

export interface BouncesImport {
  /** Mails that were read. */
  readonly mails: number;
  /** Reports that one of our mails could not be delivered. */
  readonly bounces: number;
  /** Reports that a mail is late, or was delivered after all. */
  readonly late: number;
  /** Anything else: answers of people on holiday, reports about mails that are not ours. */
  readonly others: number;
  /** Jobs that are FAILED now. */
  readonly failed: number;
  /** Addresses that no further mail goes to. */
  readonly unreachable: number;
  /** Bounces of mails that the User Service does not know. */
  readonly unknown: number;
}

const BOUNCES_A_BATCH = 100;
/** A report with the mail that it gives back is some 100 KB; more is not worth reading. */
const LONGEST_MAIL = 5 * 2 ** 20;

/**
 * Reads a mail, or a folder of them (files ending in `.eml`, or a maildir with `cur` and `new`), and tells the User Service
 * what came back. The files stay as they are; importing them twice changes nothing. Throws `FILE_MISSING`.
 */
export const importBounces = async ({ user }: Pick<Connection, 'user'>, path: string): Promise<BouncesImport> => {
  const counts = { mails: 0, bounces: 0, late: 0, others: 0, failed: 0, unreachable: 0, unknown: 0 };
  const files = await mailsAt(path);
  for (const together of chunks(files, BOUNCES_A_BATCH)) {
    const bounces: ReturnedMail[] = [];
    for (const file of together) {
      counts.mails += 1;
      const reading = (await stat(file)).size > LONGEST_MAIL ? { kind: 'other' as const } : await readBounce(await readFile(file));
      if (reading.kind === 'returned') bounces.push(reading.returned);
      else if (reading.kind === 'late') counts.late += 1;
      else counts.others += 1;
    }
    if (bounces.length === 0) continue;
    const recorded = await user.recordBounces({ body: { bounces: bounces.map((one) => ({ ...one, recipients: [...one.recipients] })) } });
    counts.bounces += bounces.length;
    counts.failed += recorded.failed;
    counts.unreachable += recorded.unreachable;
    counts.unknown += recorded.unknown;
  }
  return counts;
};

/** In the order of their names. */
const mailsAt = async (path: string): Promise<readonly string[]> => {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new RegError('FILE_MISSING', `There is no file or folder ${path}.`, { detail: { file: path } });
  if (found.isFile()) return [path];
  const files: string[] = [];
  for await (const file of glob(['*.eml', 'cur/*', 'new/*'], { cwd: path })) files.push(file);
  return files.sort().map((file) => join(path, file));
};
