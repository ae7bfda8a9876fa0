import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { exportCampaign } from '../../src/cli/export-campaign.ts';
import { marketFile } from '../support/campaign-files.ts';
import { openGateWorld } from '../support/gate-world.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const preferences = [
  { key: 'markets', type: 'markets' },
  { key: 'wish', type: 'freeform_text', is_optional: true },
  { key: 'verdict', type: 'freeform_text', is_optional: true },
];

test('a campaign is exported with its entries, winners and numbers; no cell is a formula', async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  onTestFinished(world.close);
  const { connection, reg, idle } = world;
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
  const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
  const tour = { preferences, markets: [marketFile('tour-one', { event, capacity: 1 }), marketFile('tour-two', { event })] };
  await world.putCampaign('tour', tour);
  await world.register('tour', { globalUserId: 'ann', wish: '=HYPERLINK("https://example.org")', verdict: 'a fine idea', markets: 'tour-one>tour-two' });
  await world.register('tour', { globalUserId: 'bob' });
  for (const market of ['one', 'two']) {
    await connection.code.importCodes({ params: { marketId: `tour-${market}` }, body: { codes: [`C-${market}`] } });
  }
  await world.putCampaign('tour', { ...tour, date: { open: day(-2), close: day(-1), presaleStart: day(5), presaleEnd: day(6) } }, 'CLOSED');
  await idle();
  await reg('draw', 'run', 'tour');
  await idle();

  const folder = join(dataFolder, 'reports');
  const answer = await reg('export', 'tour', '--out', folder);
  const table = async (name: string): Promise<readonly Record<string, string>[]> => parse(await readFile(join(folder, name)), { columns: true });
  const [ann, bob] = (await table('entries.csv')) as [Record<string, string>, Record<string, string>];
  expect(ann).toMatchObject({ globalUserId: 'ann', markets: 'tour-one>tour-two', wish: `'=HYPERLINK("https://example.org")`, 'entry.verdict': 'a fine idea' });
  expect(['WINNER', 'WAITLIST', 'LOSER']).toContain(ann.verdict);
  expect(bob).toMatchObject({ globalUserId: 'bob', markets: 'tour-one', wish: '' });
  const won = [ann, bob].filter(({ verdict }) => verdict === 'WINNER').map(({ globalUserId, wonMarket }) => ({ market: wonMarket, globalUserId }));
  const winners = await table('winners.csv');
  expect(won.length).toBeGreaterThan(0);
  expect(winners.map(({ market, globalUserId }) => ({ market, globalUserId }))).toEqual(expect.arrayContaining(won));
  expect(winners.every(({ market, accessCode }) => accessCode === market?.replace('tour', 'C'))).toBe(true);
  expect(JSON.parse(await readFile(join(folder, 'stats.json'), 'utf8'))).toMatchObject({ slug: 'tour', entries: 2 });
  expect(answer).toEqual({ folder, entries: 2, winners: won.length });
  expect((await stat(join(folder, 'winners.csv'))).mode & 0o777).toBe(0o600);
});

test('an export that breaks off leaves the file of an earlier time as it was', async () => {
  const folder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder: createTemporaryFolder() });
  onTestFinished(world.close);
  await world.putCampaign('tour', { preferences });
  await world.register('tour', { globalUserId: 'ann' });
  await world.idle();
  await exportCampaign({ connection: world.connection, slug: 'tour', folder });
  const before = await readFile(join(folder, 'entries.csv'), 'utf8');
  const entry = { ...world.connection.entry, listEntries: () => Promise.reject(new Error('the connection broke')) };
  await expect(exportCampaign({ connection: { ...world.connection, entry }, slug: 'tour', folder })).rejects.toThrow('the connection broke');
  expect(await readFile(join(folder, 'entries.csv'), 'utf8')).toBe(before);
  await expect(stat(join(folder, 'entries.csv.part'))).rejects.toMatchObject({ code: 'ENOENT' });
});
