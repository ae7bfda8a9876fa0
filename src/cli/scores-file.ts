import { RegError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { csvRecords } from './csv-file.ts';
import { startProgress } from './progress.ts';

export interface ScoresImport {
  readonly scores: number;
  readonly imported: number;
  /** Fans who have no entry. */
  readonly unknown: number;
}

interface Score {
  readonly globalUserId: string;
  readonly score: number;
}

/** What the service takes in one call. */
const SCORES_A_CALL = 1000;
const COLUMNS = { required: ['globalUserId', 'score'], known: [] };
const FAN_ID = /^[^#\s\p{Cc}]{1,128}$/u;
const MAX_SCORE = 1000;

/** Reads a file of scores for its form; how many it holds. Throws `CSV_INVALID`, also for a file without any. */
export const countScores = async (file: string): Promise<number> => {
  let scores = 0;
  for await (const _ of scoresIn(file)) scores += 1;
  if (scores === 0) throw new RegError('CSV_INVALID', `${file}:2: the file holds no scores below its header`, { detail: { file, line: 2 } });
  return scores;
};

/**
 * Sets the scores of a file with the columns `globalUserId` and `score` (0 to 1000), 1,000 a request, after the whole file
 * was read for its form (`known`: how many it was found to hold). The same file twice changes nothing more.
 */
export const importScores = async ({ entry }: Pick<Connection, 'entry'>, campaignId: string, file: string, known?: number): Promise<ScoresImport> => {
  const scores = known ?? (await countScores(file));
  const bar = startProgress('importing scores', scores);
  let [imported, unknown, sent] = [0, 0, 0];
  const send = async (batch: Score[]): Promise<void> => {
    if (batch.length === 0) return;
    const answer = await entry.importScores({ params: { campaignId }, body: { scores: batch } });
    imported += answer.imported;
    unknown += answer.unknown;
    sent += batch.length;
    bar.reached(sent);
  };
  try {
    let batch: Score[] = [];
    for await (const score of scoresIn(file)) {
      batch.push(score);
      if (batch.length < SCORES_A_CALL) continue;
      await send(batch);
      batch = [];
    }
    await send(batch);
  } finally {
    bar.end();
  }
  return { scores, imported, unknown };
};

/** How many fans of a file, which has been read for its form, are among these. */
export const countKnown = async (file: string, fans: Pick<ReadonlySet<string>, 'has'>): Promise<{ readonly known: number; readonly unknown: number }> => {
  const [known, unknown] = [new Set<string>(), new Set<string>()];
  for await (const { globalUserId } of scoresIn(file)) (fans.has(globalUserId) ? known : unknown).add(globalUserId);
  return { known: known.size, unknown: unknown.size };
};

const scoresIn = async function* (file: string): AsyncGenerator<Score> {
  for await (const { line, values } of csvRecords(file, COLUMNS)) {
    const [globalUserId, score] = [values.globalUserId?.trim() ?? '', values.score?.trim() ?? ''];
    const refuse = (field: string, problem: string): never => {
      throw new RegError('CSV_INVALID', `${file}:${line}: column ${field}: ${problem}`, { detail: { file, line, field } });
    };
    if (!FAN_ID.test(globalUserId)) refuse('globalUserId', "is no fan's id");
    if (!/^\d{1,4}$/.test(score) || Number(score) > MAX_SCORE) refuse('score', `has to be a whole number from 0 to ${MAX_SCORE}`);
    yield { globalUserId, score: Number(score) };
  }
};
