import { open, opendir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { csvLine } from '../../domain/csv-cell.ts';
import { hasCode, syncFolder } from './lasting-names.ts';
import { eraseFromOutbox } from './outbox-erasure.ts';

/** What was removed from the files of a data folder. */
export interface ErasedFiles {
  /** Mails, in the outbox and in reports. */
  readonly mails: number;
  /** Lines of reports and of the journals of runs. */
  readonly lines: number;
}

const REPORTS = ['winners.csv', 'refused.csv'];

/**
 * Removes a fan from the files that the system writes beside its database: mails, the reports of runs, and the journals by
 * which a run knows whom it has registered. A file is written anew and takes the old one's place.
 */
export const eraseFromDataFolder = async (dataFolder: string, globalUserId: string): Promise<ErasedFiles> => {
  let mails = await eraseFromOutbox(join(dataFolder, 'outbox'), globalUserId);
  let lines = 0;
  const reports = join(dataFolder, 'reports');
  for await (const { name } of entriesIn(reports)) {
    mails += await eraseFromOutbox(join(reports, name, 'outbox'), globalUserId);
    for (const file of REPORTS) lines += await eraseLines(join(reports, name, file), isReportLineOf(globalUserId));
  }
  const runs = join(dataFolder, 'run');
  for await (const { name } of entriesIn(runs)) if (name.endsWith('.jsonl')) lines += await eraseLines(join(runs, name), isJournalLineOf(globalUserId));
  return { mails, lines };
};

/** Reports have the fan in the second column, behind one that needs no quotes. */
const isReportLineOf = (globalUserId: string): ((line: string) => boolean) => {
  const cell = csvLine([globalUserId]).trimEnd();
  return (line) => {
    const rest = line.slice(line.indexOf(',') + 1);
    return rest === cell || rest.startsWith(`${cell},`);
  };
};

const isJournalLineOf = (globalUserId: string): ((line: string) => boolean) => {
  const quoted = JSON.stringify(globalUserId);
  return (line) => line.includes(`"globalUserId":${quoted}`) || line.startsWith(`{"withdrawn":${quoted}`);
};

/** Answers how many lines went; none, and nothing is written, where there is no such file. */
const eraseLines = async (path: string, isOfFan: (line: string) => boolean): Promise<number> => {
  const text = await readFile(path, 'utf8').catch(unlessMissing);
  if (text === null) return 0;
  const lines = text.split('\n');
  const kept = lines.filter((line) => !isOfFan(line));
  if (kept.length === lines.length) return 0;
  const made = `${path}.new`;
  const file = await open(made, 'w', 0o600);
  try {
    await file.writeFile(kept.join('\n'));
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(made, path);
  await syncFolder(dirname(path));
  return lines.length - kept.length;
};

const entriesIn = async function* (folder: string): AsyncGenerator<{ readonly name: string }> {
  const opened = await opendir(folder).catch(unlessMissing);
  if (opened !== null) yield* opened;
};

const unlessMissing = (error: unknown): null => {
  if (hasCode(error, 'ENOENT')) return null;
  throw error;
};
