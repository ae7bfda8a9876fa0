import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const WELCOME = fileURLToPath(new URL('../../examples/welcome/campaign.yaml', import.meta.url));
const HOUR_MS = 3_600_000;

export const SLUG = 'welcome';
/** Its codes are the fans' own; the other market shares one. */
export const UNIQUE_MARKET = 'welcome-london';

/** The campaign of `npm start`, open from an hour ago until `close`, with a reminder that is due once it is closed. */
export const writeCampaign = async (folder: string, close: Date): Promise<string> => {
  const campaign = parse(await readFile(WELCOME, 'utf8'));
  const presaleStart = new Date(close.getTime() + 20 * HOUR_MS).toISOString();
  campaign.date = {
    open: new Date(close.getTime() - 3 * HOUR_MS).toISOString(),
    close: close.toISOString(),
    presaleStart,
    presaleEnd: new Date(close.getTime() + 48 * HOUR_MS).toISOString(),
    reminders: [new Date(close.getTime() + 500).toISOString()],
  };
  for (const market of campaign.markets) {
    market.capacity = 4;
    market.waitlistCapacity = 3;
    market.event.presaleDateTime = presaleStart;
    if (market.id === UNIQUE_MARKET) market.codes = { mode: 'unique' };
  }
  const file = join(folder, 'campaign.yaml');
  await writeFile(file, stringify(campaign));
  return file;
};

/** Fans `<name>-1` and on, who ask for both markets in turn. */
export const writeFans = async (folder: string, name: string, count: number): Promise<string> => {
  const rows = Array.from({ length: count }, (_, index) => {
    const fan = `${name}-${index + 1}`;
    return `${fan},${fan}@example.com,Ada,Example,en,${index % 2 === 0 ? 'welcome-london>welcome-paris' : 'welcome-paris'},2`;
  });
  const file = join(folder, `${name}.csv`);
  await writeFile(file, ['globalUserId,email,firstName,lastName,locale,markets,tickets', ...rows, ''].join('\n'));
  return file;
};
