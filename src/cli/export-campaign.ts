import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Preference } from '../domain/campaign.ts';
import { csvLine } from '../domain/csv-cell.ts';
import type { EntryValue } from '../domain/entry.ts';
import { pagesOf } from '../services/contract.ts';
import type { EntryDocument } from '../services/entry/contract.ts';
import type { Connection } from './connection.ts';
import { type Progress, startProgress } from './progress.ts';
import { winnerLine, winnerPages, winnersHeader } from './winner-lines.ts';

export interface ExportOptions {
  readonly connection: Pick<Connection, 'campaign' | 'entry' | 'export'>;
  readonly slug: string;
  /** Made where it is missing; files of these names are replaced. */
  readonly folder: string;
}

export interface Exported {
  readonly folder: string;
  readonly entries: number;
  readonly winners: number;
}

const ENTRIES_PAGE = 1000;
const STATE_COLUMNS = ['globalUserId', 'verdict', 'wonMarket', 'position', 'score', 'createdAt', 'updatedAt'];
/** A key of a preference has no dot, so no other column is called so. */
const columnOf = (key: string): string => (STATE_COLUMNS.includes(key) ? `entry.${key}` : key);

/**
 * Writes `entries.csv`, `winners.csv` (each in the order of fans' ids) and `stats.json` of a campaign into a folder, a page
 * in memory at a time. A file appears when it is whole. Each is as the system was while it was read. For the owner alone,
 * as they hold personal data.
 */
export const exportCampaign = async ({ connection, slug, folder }: ExportOptions): Promise<Exported> => {
  const { campaign, markets } = await connection.campaign.getCampaignBySlug({ params: { slug } });
  const report = await connection.export.campaignReport({ params: { campaignId: campaign.id } });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const entries = await writeLines(join(folder, 'entries.csv'), {
    header: csvLine([...STATE_COLUMNS, ...campaign.preferences.map(({ key }) => columnOf(key))]),
    pages: entryPages(connection, campaign.id),
    lineOf: (entry) => entryLine(entry, campaign.preferences),
    bar: startProgress('entries', report.entries),
  });
  const expected = Object.values(report.markets).reduce((sum, { winners }) => sum + winners, 0);
  const winners = await writeLines(join(folder, 'winners.csv'), {
    header: winnersHeader,
    pages: winnersOf(
      connection,
      markets.map(({ id }) => id),
    ),
    lineOf: winnerLine,
    bar: startProgress('winners', expected),
  });
  await writeWhole(join(folder, 'stats.json'), async (write) => write(`${JSON.stringify({ slug, ...report }, null, 2)}\n`));
  return { folder, entries, winners };
};

interface Lines<Row> {
  readonly header: string;
  readonly pages: AsyncIterable<readonly Row[]>;
  readonly lineOf: (row: Row) => string;
  readonly bar: Progress;
}

const writeLines = async <Row>(path: string, { header, pages, lineOf, bar }: Lines<Row>): Promise<number> => {
  let count = 0;
  try {
    await writeWhole(path, async (write) => {
      await write(header);
      for await (const page of pages) {
        await write(page.map(lineOf).join(''));
        count += page.length;
        bar.reached(count);
      }
    });
  } finally {
    bar.end();
  }
  return count;
};

const writeWhole = async (path: string, work: (write: (text: string) => Promise<unknown>) => Promise<unknown>): Promise<void> => {
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await work((text) => file.write(text));
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
};

const entryPages = async function* ({ entry }: ExportOptions['connection'], campaignId: string): AsyncGenerator<readonly EntryDocument[]> {
  for await (const { entries } of pagesOf(entry.listEntries, { params: { campaignId }, query: { limit: ENTRIES_PAGE } })) yield entries;
};

const winnersOf = async function* (connection: ExportOptions['connection'], marketIds: readonly string[]) {
  for (const marketId of marketIds) yield* winnerPages(connection, marketId);
};

type Asked = Pick<Preference, 'key' | 'type'>;

const entryLine = ({ globalUserId, verdict, selection, score, createdAt, updatedAt, entry }: EntryDocument, preferences: readonly Asked[]): string =>
  csvLine([
    globalUserId,
    verdict,
    selection?.marketId ?? null,
    selection?.position ?? null,
    score,
    createdAt,
    updatedAt,
    ...preferences.map(({ key, type }) => answerCell(entry[key], type === 'markets' ? '>' : '|')),
  ]);

/** As `fans.csv` has it. */
const answerCell = (value: EntryValue | undefined, separator: string): string | number | null => {
  if (value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.join(separator);
  return Object.entries(value)
    .map(([name, answer]) => `${name}=${answer}`)
    .join(separator);
};
