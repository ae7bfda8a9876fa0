import type { Campaign } from '../../domain/campaign.ts';
import { countKnown, importScores } from '../scores-file.ts';
import type { RunContext } from './stage.ts';

/** What came of a file of scores. */
export interface ScoresSet {
  readonly imported: number;
  /** Fans of the file who were not registered. */
  readonly unknown: number;
}

/** Sets the scores of the fans who were registered, unless an earlier run has frozen a draw with them; null where the folder has none. */
export const setScores = async (context: RunContext, { id }: Campaign, registered: ReadonlyMap<string, unknown>): Promise<ScoresSet | null> => {
  const { input, connection, note, problem } = context;
  if (input.scores === null) return null;
  const { file, count } = input.scores;
  const { known, unknown } = await countKnown(file, registered);
  const { draws } = await connection.campaign.listDraws({ params: { campaignId: id }, query: { limit: 1 } });
  if (draws.length === 0) {
    note(`Setting ${count} scores of ${file} …`);
    const { imported } = await importScores(connection, id, file, count);
    if (unknown > 0) note(`${unknown} of the fans who have a score were never registered.`);
    if (imported !== known) problem(`${imported} scores were set, but ${known} fans of ${file} are registered`);
  }
  return { imported: known, unknown };
};
