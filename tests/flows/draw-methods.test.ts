import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { marketFile } from '../support/campaign-files.ts';
import { openGateWorld } from '../support/gate-world.ts';
import { runCommand } from '../support/run-command.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** Commands are processes of their own, on two busy processors. */
const PATIENCE_MS = 180_000;
const MY_ENTRY = 'query ($slug: String!) { myEntry(slug: $slug) { verdict accessCode } }';
const MEMBERS = ['m-1', 'm-2', 'm-3'];
const GUESTS = ['g-1', 'g-2', 'g-3', 'g-4'];

/** The built-in scores: 1000 for members, 0 for everybody else. */
const methods = [
  { method: 'random', lots: { member: 1, guest: 1 }, tiers: { member: 0, guest: 0 }, entrants: 7 },
  { method: 'weighted', maxLots: 3, lots: { member: 3, guest: 1 }, tiers: { member: 0, guest: 0 }, entrants: 7 },
  {
    method: 'random',
    priorityGroups: [{ id: 'members', name: { en: 'Members' }, minScore: 500 }],
    lots: { member: 1, guest: 1 },
    tiers: { member: 0, guest: 1 },
    entrants: 7,
  },
  { method: 'score', lots: { member: 1, guest: 1 }, tiers: { member: 0, guest: 1000 }, entrants: 7 },
  { method: 'score', minScore: 500, lots: { member: 1, guest: 1 }, tiers: { member: 0, guest: 1000 }, entrants: 3 },
];

test('each method draws as it says, with shared and unique codes, and closes the books', { timeout: PATIENCE_MS }, async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  onTestFinished(world.close);
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
  const closed = { date: { open: day(-2), close: day(-1), presaleStart: day(5), presaleEnd: day(6) } };
  const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };

  for (const [index, { method, lots, tiers, entrants, ...rules }] of methods.entries()) {
    const slug = `method-${index}`;
    const markets = [
      marketFile(`${slug}-one`, { capacity: 2, waitlistCapacity: 1, event }),
      marketFile(`${slug}-two`, { capacity: 1, codes: { mode: 'shared', sharedCode: 'EVERYONE' }, event }),
    ];
    const file = { markets, selection: { method, ...rules } };
    await world.putCampaign(slug, file);
    for (const fan of [...MEMBERS, ...GUESTS]) {
      const row = { globalUserId: fan, markets: `${slug}-one>${slug}-two` };
      await world.register(slug, MEMBERS.includes(fan) ? { ...row, memberId: fan } : row);
    }
    await world.connection.code.importCodes({ params: { marketId: `${slug}-one` }, body: { codes: [`${slug}-A`, `${slug}-B`] } });
    await world.putCampaign(slug, { ...file, ...closed }, 'CLOSED');
    await world.idle();
    await world.reg('draw', 'run', slug);
    await world.idle();

    const pack = join(dataFolder, 'files', 'draws', slug, '1');
    expect((await runCommand(['draw', 'verify', pack])).status).toBe(0);
    const lines: readonly Readonly<Record<string, string>>[] = parse(await readFile(join(pack, 'entrants.csv')), { columns: true });
    const kinds = lines.map((line) => `${line.tier} ${line.lots}`).toSorted();
    const all = [...MEMBERS.map(() => `${tiers.member} ${lots.member}`), ...GUESTS.map(() => `${tiers.guest} ${lots.guest}`)];
    expect(kinds).toEqual(all.slice(0, entrants).toSorted());

    const entries = await Promise.all(
      [...MEMBERS, ...GUESTS].map(async (fan) => ({
        fan,
        ...((await world.ask(fan, MY_ENTRY, { slug })).myEntry as { verdict: string; accessCode: string | null }),
      })),
    );
    const count = (verdict: string): number => entries.filter((entry) => entry.verdict === verdict).length;
    const winners = entries.filter(({ verdict }) => verdict === 'WINNER');
    expect(winners.map(({ accessCode }) => accessCode).toSorted()).toEqual(['EVERYONE', `${slug}-A`, `${slug}-B`]);
    // Who scored too little to take part has lost as well.
    expect([count('WAITLIST'), count('LOSER'), count('PENDING')]).toEqual(entrants === 7 ? [1, 3, 0] : [0, 4, 0]);
    const { verdicts } = await world.connection.campaign.getMarketStats({ params: { marketId: `${slug}-one` } });
    expect([verdicts.winners, verdicts.losers]).toEqual([2, entrants === 7 ? 3 : 0]);
    if (tiers.guest > 0) expect(winners.map(({ fan }) => fan).toSorted()).toEqual(MEMBERS);
  }
});
