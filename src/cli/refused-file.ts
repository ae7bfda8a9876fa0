import { open } from 'node:fs/promises';
import { csvLine } from '../domain/csv-cell.ts';
import type { RowOutcome } from './register-fans.ts';

/** `refused.csv`: which rows were refused, and why; never what was in them besides the fan's id. */
export interface RefusedFile {
  add(row: RowOutcome): Promise<void>;
  /** Writes what is left. */
  close(): Promise<void>;
}

const HEADER = ['line', 'globalUserId', 'reason', 'field', 'rule'];
const BUFFERED = 64 * 1024;

/** Begins the file anew; only its owner may read it. */
export const createRefusedFile = async (path: string): Promise<RefusedFile> => {
  const file = await open(path, 'w', 0o600);
  let text = csvLine(HEADER);
  const flush = async (): Promise<void> => {
    const written = text;
    text = '';
    await file.write(written);
  };
  return {
    add: async (row) => {
      if (!('reason' in row)) return;
      text += csvLine([row.line, row.globalUserId, row.reason, row.field, row.rule]);
      if (text.length > BUFFERED) await flush();
    },
    close: async () => {
      try {
        await flush();
      } finally {
        await file.close();
      }
    },
  };
};
