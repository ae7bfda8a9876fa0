import { RegError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { checkCsv, csvRecords } from './csv-file.ts';
import { startProgress } from './progress.ts';

/** What a ticketer's file came to. */
export interface Redemption {
  readonly rows: number;
  /** Codes that are redeemed now, also those that were before. */
  readonly redeemed: number;
  /** Rows by the state that their code is in instead; `UNKNOWN`: the market has no such code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Lines of the first of them. */
  readonly refusedLines: readonly number[];
}

interface Row {
  readonly line: number;
  readonly marketId: string;
  readonly code: string;
  readonly redeemedAt: string;
}

/** What the service takes in one call. */
const ROWS_A_CALL = 1000;
const SHOWN_LINES = 20;
const COLUMNS = { required: ['market', 'accessCode', 'redeemedAt'], known: [] };
const MAX_CODE = 128;
const ID = /^[a-z0-9-]{1,64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/**
 * Records the redemptions of a file with the columns `market`, `accessCode` and `redeemedAt` (a date and time with its
 * zone). The whole file is read for its form first, so that nothing is sent of one that is broken (`CSV_INVALID`). A code
 * that is redeemed already keeps its first time, so a file can be sent again.
 */
export const redeemCodes = async ({ code }: Pick<Connection, 'code'>, file: string): Promise<Redemption> => {
  const rows = await checkCsv(file, COLUMNS);
  for await (const _ of rowsOf(file));
  const refused: Record<string, number> = {};
  const refusedLines: number[] = [];
  let redeemed = 0;
  let sent = 0;
  const bar = startProgress('redeeming', rows);
  const send = async (batch: readonly Row[]): Promise<void> => {
    if (batch.length === 0) return;
    const answer = await code.redeemCodes({ body: { codes: batch.map(({ line: _, ...one }) => one) } });
    redeemed += answer.redeemed;
    for (const { index, state } of answer.refused) {
      refused[state ?? 'UNKNOWN'] = (refused[state ?? 'UNKNOWN'] ?? 0) + 1;
      if (refusedLines.length < SHOWN_LINES) refusedLines.push(batch[index]?.line ?? 0);
    }
    sent += batch.length;
    bar.reached(sent);
  };
  try {
    let batch: Row[] = [];
    for await (const row of rowsOf(file)) {
      batch.push(row);
      if (batch.length < ROWS_A_CALL) continue;
      await send(batch);
      batch = [];
    }
    await send(batch);
  } finally {
    bar.end();
  }
  return { rows, redeemed, refused, refusedLines };
};

const rowsOf = async function* (file: string): AsyncGenerator<Row> {
  for await (const { line, values } of csvRecords(file, COLUMNS)) {
    const [marketId, code, redeemedAt] = ['market', 'accessCode', 'redeemedAt'].map((column) => values[column]?.trim() ?? '') as [string, string, string];
    const refuse = (field: string, problem: string): never => {
      throw new RegError('CSV_INVALID', `${file}:${line}: column ${field}: ${problem}`, { detail: { file, line, field } });
    };
    if (!ID.test(marketId)) refuse('market', "is no market's id");
    if (code === '' || code.length > MAX_CODE) refuse('accessCode', `has to be a code of 1 to ${MAX_CODE} characters`);
    if (!INSTANT.test(redeemedAt) || Number.isNaN(Date.parse(redeemedAt)))
      refuse('redeemedAt', 'has to be a date and time with its zone, such as 2027-02-12T10:00:00Z');
    yield { line, marketId, code, redeemedAt: new Date(redeemedAt).toISOString() };
  }
};
