import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RowOutcome } from '../register-fans.ts';

/**
 * What a run has done for its fans, kept in the data folder: when the same files are run again, rows that were answered
 * keep their answers, as by then the campaign may be closed. It holds ids, never what a fan said.
 */
export interface Journal {
  /** Rows of this very file that an earlier run had answered, by line. */
  readonly rows: ReadonlyMap<number, RowOutcome>;
  /** Fans whose withdrawal was answered, in this run or an earlier one. */
  readonly withdrawn: ReadonlySet<string>;
  /** The last later draw that was begun, in this run or an earlier one: all that comes before it is done. 1 if none was. */
  readonly begun: number;
  addRow(row: RowOutcome): Promise<void>;
  addWithdrawal(globalUserId: string): Promise<void>;
  begin(draw: number): Promise<void>;
  /** Resolved: what was added survives whatever happens. To be called before the clock passes an instant that closes the way back. */
  save(): Promise<void>;
  close(): Promise<void>;
}

type Line = { readonly fansFile: string } | { readonly row: RowOutcome } | { readonly withdrawn: string } | { readonly begun: number };

const BUFFERED = 32 * 1024;

export const journalPath = (dataFolder: string, slug: string): string => join(dataFolder, 'run', `${slug}.jsonl`);

/** Opens the journal of a run; rows that were noted for another file of fans do not count. */
export const openJournal = async (path: string, fansFile: string): Promise<Journal> => {
  const hash = await hashOf(fansFile);
  const rows = new Map<number, RowOutcome>();
  const withdrawn = new Set<string>();
  let begun = 1;
  let current: string | null = null;
  for (const line of await linesOf(path)) {
    if ('fansFile' in line) {
      if (line.fansFile !== current) rows.clear();
      current = line.fansFile;
    } else if ('row' in line) rows.set(line.row.line, line.row);
    else if ('begun' in line) begun = Math.max(begun, line.begun);
    else withdrawn.add(line.withdrawn);
  }
  if (current !== hash) rows.clear();

  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  let text = current === hash ? '\n' : `\n${JSON.stringify({ fansFile: hash })}\n`;
  const flush = async (): Promise<void> => {
    const written = text;
    text = '';
    await file.write(written);
  };
  const add = async (line: Line): Promise<void> => {
    text += `${JSON.stringify(line)}\n`;
    if (text.length > BUFFERED) await flush();
  };
  return {
    rows,
    withdrawn,
    get begun() {
      return begun;
    },
    addRow: (row) => add({ row }),
    addWithdrawal: (globalUserId) => {
      withdrawn.add(globalUserId);
      return add({ withdrawn: globalUserId });
    },
    begin: (draw) => {
      begun = Math.max(begun, draw);
      return add({ begun: draw });
    },
    save: async () => {
      await flush();
      await file.datasync();
    },
    close: async () => {
      await flush();
      await file.close();
    },
  };
};

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
};

/** A run that was killed may leave half a line; what it was about is done again, which is harmless. */
const linesOf = async (path: string): Promise<readonly Line[]> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').flatMap((line): Line[] => {
    if (line === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
};
