import { copyFile, link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { eventTopics } from '../../topology.ts';
import type { Connection } from '../connection.ts';
import { type Winner, winnerLine, winnerPages, winnersHeader } from '../winner-lines.ts';

/** Writes `winners.csv`, each market's in the order of the draw; answers how many there are. */
export const writeWinners = async (connection: Connection, { markets }: CampaignWithMarkets, path: string): Promise<number> => {
  const file = await open(path, 'w', 0o600);
  let count = 0;
  try {
    await file.write(winnersHeader);
    for (const { id } of markets) {
      const winners = (await winnersOf(connection, id)).toSorted((a, b) => a.position - b.position);
      count += winners.length;
      await file.write(winners.map(winnerLine).join(''));
    }
  } finally {
    await file.close();
  }
  return count;
};

const winnersOf = async (connection: Connection, marketId: string): Promise<readonly Winner[]> => {
  const winners: Winner[] = [];
  for await (const page of winnerPages(connection, marketId)) winners.push(...page);
  return winners;
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
