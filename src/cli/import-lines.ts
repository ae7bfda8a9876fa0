import { normaliseEmail } from '../domain/email-address.ts';
import { isGlobalUserId } from '../domain/global-user-id.ts';
import { requestChunks } from '../domain/payload-size.ts';
import { RegError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { type CsvRow, csvRecords, csvRows } from './csv-file.ts';
import { startProgress } from './progress.ts';

/** A value with the line it came from. */
interface Line {
  readonly line: number;
  readonly value: string;
}

export interface CodesImport {
  /** Codes in the file. */
  readonly codes: number;
  readonly imported: number;
  /** Codes that some market had already, or that the file has twice. */
  readonly duplicates: number;
  /** Lines of the first of them. */
  readonly duplicateLines: readonly number[];
}

export interface InvitesImport {
  readonly invites: number;
  readonly imported: number;
  readonly duplicates: number;
  /** Of the invites, those that no fan can have, as they are no address or no id of a fan; imported all the same. */
  readonly unusable: number;
  /** Lines of the first of them. */
  readonly unusableLines: readonly number[];
}

type InviteKey = 'email' | 'globalUserId' | 'memberId';

/** A fifth of what the service takes, so that a batch is answered within a request's 30 seconds on a machine that is busy, too. */
const CODES_A_BATCH = 10_000;
const INVITES_A_BATCH = 10_000;
const MAX_CODE = 128;
const MAX_INVITE = 320;
const SHOWN_LINES = 20;
const CODE_HEADER = /^(access[ _-]?)?codes?$/i;

/** Reads a file of codes for its form; how many it holds. Throws `CSV_INVALID`, also for a file without any. */
export const countCodes = async (file: string): Promise<number> => {
  const codes = await count(codeLines(file));
  if (codes === 0) throw new RegError('CSV_INVALID', `${file}:1: the file holds no codes; one a line, in the first column`, { detail: { file, line: 1 } });
  return codes;
};

/** The same for a file of invites. */
export const countInvites = async (file: string, key: InviteKey): Promise<number> => {
  const invites = await count(inviteLines(file, key));
  if (invites === 0) throw new RegError('CSV_INVALID', `${file}:2: the file holds no invites below its header`, { detail: { file, line: 2 } });
  return invites;
};

/**
 * Imports the first column of a file, trimmed, 10,000 codes a request; a first line `code` or `accessCode` is taken
 * for a header. The whole file is read for its form first, so that nothing is sent of one that is broken
 * (`CSV_INVALID`), unless `known` says how many it holds. Importing a file twice adds nothing: its codes are known then.
 */
export const importCodes = async ({ code }: Connection, marketId: string, file: string, known?: number): Promise<CodesImport> => {
  const codes = known ?? (await countCodes(file));
  const bar = startProgress('importing codes', codes);
  let imported = 0;
  let duplicates = 0;
  let sent = 0;
  const duplicateLines: number[] = [];
  try {
    for await (const batch of batches(codeLines(file), CODES_A_BATCH)) {
      const answer = await code.importCodes({ params: { marketId }, body: { codes: batch.map(({ value }) => value) } });
      imported += answer.imported;
      duplicates += answer.duplicates.length;
      for (const index of answer.duplicates.slice(0, SHOWN_LINES - duplicateLines.length)) duplicateLines.push(batch[index]?.line ?? 0);
      sent += batch.length;
      bar.reached(sent);
    }
  } finally {
    bar.end();
  }
  return { codes, imported, duplicates, duplicateLines };
};

/** Imports the column `key` of a file, 10,000 values a request, after the whole file was read for its form (`known`: how many it was found to hold). */
export const importInvites = async ({ entry }: Connection, campaignId: string, key: InviteKey, file: string, known?: number): Promise<InvitesImport> => {
  const invites = known ?? (await countInvites(file, key));
  const bar = startProgress('importing invites', invites);
  let imported = 0;
  let duplicates = 0;
  let unusable = 0;
  const unusableLines: number[] = [];
  try {
    for await (const batch of batches(inviteLines(file, key), INVITES_A_BATCH)) {
      for (const { line, value } of batch) {
        if (canBeAFans(key, value)) continue;
        unusable += 1;
        if (unusableLines.length < SHOWN_LINES) unusableLines.push(line);
      }
      const answer = await entry.importInvites({ params: { campaignId }, body: { key, values: batch.map(({ value }) => value) } });
      imported += answer.imported;
      duplicates += answer.duplicates;
      bar.reached(imported + duplicates);
    }
  } finally {
    bar.end();
  }
  return { invites, imported, duplicates, unusable, unusableLines };
};

const canBeAFans = (key: InviteKey, value: string): boolean =>
  key === 'email' ? normaliseEmail(value) !== null : key === 'globalUserId' ? isGlobalUserId(value) : true;

const codeLines = async function* (file: string): AsyncGenerator<Line> {
  let isFirst = true;
  for await (const { line, cells } of csvRows(file)) {
    const value = firstCell(cells);
    if (value !== '' && !(isFirst && CODE_HEADER.test(value))) yield checked(file, line, 'code', value, MAX_CODE);
    isFirst = false;
  }
};

const inviteLines = async function* (file: string, key: InviteKey): AsyncGenerator<Line> {
  for await (const { line, values } of csvRecords(file, { required: [key], known: INVITE_COLUMNS })) {
    const value = values[key]?.trim() ?? '';
    if (value === '') throw new RegError('CSV_INVALID', `${file}:${line}: column ${key}: is empty`, { detail: { file, line, field: key } });
    yield checked(file, line, key, value, MAX_INVITE);
  }
};

const INVITE_COLUMNS = ['globalUserId', 'email', 'memberId', 'firstName', 'lastName'];

const firstCell = (cells: CsvRow['cells']): string => cells[0]?.trim() ?? '';

const checked = (file: string, line: number, field: string, value: string, max: number): Line => {
  if (value.length > max) {
    throw new RegError('CSV_INVALID', `${file}:${line}: column ${field}: is longer than ${max} characters`, { detail: { file, line, field } });
  }
  return { line, value };
};

const count = async (lines: AsyncIterable<Line>): Promise<number> => {
  let found = 0;
  for await (const _ of lines) found += 1;
  return found;
};

const batches = async function* (lines: AsyncIterable<Line>, size: number): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < size) continue;
    yield* requestChunks(batch, size, ({ value }) => value);
    batch = [];
  }
  yield* requestChunks(batch, size, ({ value }) => value);
};
