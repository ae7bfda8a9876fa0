import { copyFile, link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { csvLine } from '../../domain/csv-cell.ts';
import { pagesOf } from '../../services/contract.ts';
import { eventTopics } from '../../topology.ts';
import type { Connection } from '../connection.ts';
import { WINNER_COLUMNS, type Winner, winnerCells, winnerPages } from '../winner-lines.ts';

/**
 * Writes `winners.csv`, each market's in the order of the draw; answers how many there are. Where there is more than one draw
 * those of the first come first, and a column `draw` says which it was.
 */
export const writeWinners = async (connection: Connection, { markets }: CampaignWithMarkets, draws: number, path: string): Promise<number> => {
  const file = await open(path, 'w', 0o600);
  let count = 0;
  try {
    await file.write(csvLine([...WINNER_COLUMNS, ...(draws > 1 ? ['draw'] : [])]));
    for (const { id } of markets) {
      const winners: Winner[] = [];
      for await (const page of winnerPages(connection, id)) winners.push(...page);
      const drawOf = draws > 1 ? await drawsOf(connection, id) : new Map<string, number>();
      const drawn = winners.map((winner) => ({ winner, draw: drawOf.get(winner.globalUserId) }));
      drawn.sort((one, other) => (one.draw ?? 0) - (other.draw ?? 0) || one.winner.position - other.winner.position);
      await file.write(drawn.map(({ winner, draw }) => csvLine([...winnerCells(winner), ...(draw === undefined ? [] : [draw])])).join(''));
      count += winners.length;
    }
  } finally {
    await file.close();
  }
  return count;
};

const PAGE = 1000;

/** The draw that each winner of a market has the place from, be it by moving up. */
const drawsOf = async ({ entry }: Connection, marketId: string): Promise<ReadonlyMap<string, number>> => {
  const draws = new Map<string, number>();
  for await (const { entries } of pagesOf(entry.getEntriesByMarket, { params: { marketId }, query: { limit: PAGE } })) {
    for (const { globalUserId, selection } of entries) draws.set(globalUserId, Number(selection?.drawId.split('/').at(-1)));
  }
  return draws;
};

/** Distinct records of each topic; those of registrations are the campaign's, the others the data folder's. */
export const countRecords = async ({ operator }: Connection, topicPrefix: string, campaignId: string): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const short of Object.values(eventTopics)) {
    const topic = `${topicPrefix}.${short}`;
    const query = short === eventTopics.REGISTRATION ? { keyPrefix: `${campaignId}/` } : {};
    counts[topic] = (await operator.countEvents({ params: { topic }, query })).count;
  }
  return counts;
};

/** Copies the files of one folder to another that is made anew; as links where the file system has them. Answers how many. */
export const copyFolder = async (from: string, to: string, ending = ''): Promise<number> => {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true, mode: 0o700 });
  const names = (await readdir(from).catch(() => [])).filter((name) => !name.startsWith('.') && name.endsWith(ending));
  for (const name of names) await link(join(from, name), join(to, name)).catch(() => copyFile(join(from, name), join(to, name)));
  return names.length;
};
