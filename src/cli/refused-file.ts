import { type FileHandle, open } from 'node:fs/promises';
import { csvLine } from '../domain/csv-cell.ts';
import type { RowOutcome } from './register-fans.ts';

/** `refused.csv`: which rows were refused, and why; never what was in them besides the fan's id. */
export interface RefusedFile {
  /** To be told of every row; only those that were refused are written. */
  add(row: RowOutcome): Promise<void>;
  /** Writes what is left. */
  close(): Promise<void>;
}

const HEADER = ['line', 'globalUserId', 'reason', 'field', 'rule'];
const BUFFERED = 64 * 1024;

/** Begins the file anew at the first row, so that what is refused as a whole leaves the file of an earlier time alone. Only its owner may read it. */
export const createRefusedFile = (path: string): RefusedFile => {
  let file: FileHandle | null = null;
  let text = '';
  const flush = async (): Promise<void> => {
    const written = text;
    text = '';
    await file?.write(written);
  };
  return {
    add: async (row) => {
      if (file === null) {
        file = await open(path, 'w', 0o600);
        text = csvLine(HEADER);
      }
      if (!('reason' in row)) return;
      text += csvLine([row.line, row.globalUserId, row.reason, row.field, row.rule]);
      if (text.length > BUFFERED) await flush();
    },
    close: async () => {
      try {
        await flush();
      } finally {
        await file?.close();
      }
    },
  };
};
