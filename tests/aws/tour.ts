import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

/** The campaign that is run on one machine and in the cloud. */
export const TOUR = fileURLToPath(new URL('../../examples/summer-tour', import.meta.url));
export const SLUG = 'summer-tour';

/** What decides a draw besides the entrants: both runs are given the same, by the names that the system gives them. */
export const tourSecrets: readonly (readonly [name: string, value: Uint8Array])[] = [`draw-secret/${SLUG}`, `reference-key/${SLUG}`].map((name) => [
  name,
  createHash('sha256').update(`of the tests: ${name}`).digest(),
]);

interface TourDates {
  readonly open: Date;
  readonly close: Date;
  readonly presaleStart: Date;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The tour's campaign file with dates around now, as the cloud has no clock that could be set. */
export const writeTourFile = async (folder: string, name: string, { open, close, presaleStart }: TourDates): Promise<string> => {
  const campaign = parse(await readFile(join(TOUR, 'campaign.yaml'), 'utf8'));
  campaign.date = {
    open: open.toISOString(),
    close: close.toISOString(),
    presaleStart: presaleStart.toISOString(),
    presaleEnd: new Date(presaleStart.getTime() + 48 * HOUR_MS).toISOString(),
    reminders: [new Date(close.getTime() + MINUTE_MS).toISOString()],
  };
  for (const market of campaign.markets) market.event.presaleDateTime = presaleStart.toISOString();
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, stringify(campaign));
  return file;
};
