import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { marketFile } from '../support/campaign-files.ts';
import { openGateWorld } from '../support/gate-world.ts';
import { runCommand } from '../support/run-command.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

/** Commands are processes of their own, on two busy processors. */
const PATIENCE_MS = 240_000;
const MY_ENTRY = 'query ($slug: String!) { myEntry(slug: $slug) { verdict accessCode } }';
const ONE = 'alone-one';
const TWO = 'alone-two';
const FANS = { ann: [ONE], bob: [ONE, TWO], cam: [ONE, TWO], dan: [ONE], eve: [TWO], fay: [TWO] } as const;

test('markets drawn alone: with too few codes no winner is told, then each market gets its winners, and nobody wins twice', {
  timeout: PATIENCE_MS,
}, async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  onTestFinished(world.close);
  const { connection, reg, idle } = world;
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
  const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
  const markets = [
    marketFile(ONE, { capacity: 9, waitlistCapacity: 9, event }),
    marketFile(TWO, { capacity: 9, codes: { mode: 'shared', sharedCode: 'EVERYONE' }, event }),
  ];
  await world.putCampaign('alone', { markets });
  for (const [fan, ranked] of Object.entries(FANS)) await world.register('alone', { globalUserId: fan, markets: ranked.join('>') });
  await connection.code.importCodes({ params: { marketId: ONE }, body: { codes: ['ONE-1'] } });
  await world.putCampaign('alone', { markets, date: { open: day(-2), close: day(-1), presaleStart: day(5), presaleEnd: day(6) } }, 'CLOSED');
  await idle();
  const verdicts = async (): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries(
      await Promise.all(Object.keys(FANS).map(async (fan) => [fan, String((await world.ask(fan, MY_ENTRY, { slug: 'alone' })).myEntry?.verdict)] as const)),
    );
  const having = async (verdict: string) => Object.entries(await verdicts()).flatMap(([fan, held]) => (held === verdict ? [fan] : []));
  const drawOne = (...more: readonly string[]) => reg('draw', 'market', 'alone', '--market', ONE, '--count', '2', '--waitlist', '1', ...more);

  await expect(drawOne()).rejects.toThrow(/CODES_SHORT|codes too few/);
  await idle();
  // Who has lost has lost, whatever the codes; winners and those who wait are not told.
  expect([(await having('PENDING')).length, (await having('LOSER')).length]).toEqual([5, 1]);
  expect(await connection.campaign.getMarketStats({ params: { marketId: ONE } })).toMatchObject({ status: 'FAILED', shortfall: 1, stats: { enqueued: 0 } });

  await connection.code.importCodes({ params: { marketId: ONE }, body: { codes: ['ONE-2'] } });
  expect(await drawOne()).toMatchObject({ draw: { draw: 1, entrantsCount: 4, markets: [{ id: ONE, capacity: 2, waitlistCapacity: 1 }] } });
  await idle();
  const first = await having('WINNER');
  expect(first).toHaveLength(2);
  expect(await having('WAITLIST')).toHaveLength(1);
  // Of those who rank the market one has lost; whoever ranks the other alone waits for its draw.
  expect(await having('LOSER')).toHaveLength(1);
  expect((await having('PENDING')).toSorted()).toEqual(['eve', 'fay']);

  const before = await verdicts();
  expect(await drawOne()).toMatchObject({ selection: { status: 'SUCCEEDED' } });
  await idle();
  expect(await verdicts()).toEqual(before);
  await expect(reg('draw', 'market', 'alone', '--market', ONE, '--count', '4')).rejects.toThrow(/was selected with 2 places/);
  await expect(reg('draw', 'market', 'alone', '--market', TWO, '--count', '1', '--draw', '1')).rejects.toThrow(/does not hold the market/);

  expect(await reg('draw', 'market', 'alone', '--market', TWO, '--count', '2')).toMatchObject({ draw: { draw: 2, markets: [{ id: TWO, capacity: 2 }] } });
  await idle();
  const both = await having('WINNER');
  expect(both).toHaveLength(4);
  expect(both).toEqual(expect.arrayContaining(first));
  expect(await having('PENDING')).toEqual([]);
  for (const draw of ['1', '2']) expect((await runCommand(['draw', 'verify', join(dataFolder, 'files', 'draws', 'alone', draw)])).status).toBe(0);

  const { records } = await reg('audit', '--limit', '1000');
  const shown = records as readonly { readonly operation: string; readonly on: object; readonly outcome: string }[];
  expect(shown.filter(({ operation, outcome }) => operation === 'startSelection' && outcome === 'DONE').map(({ on }) => on)).toContainEqual({
    ...{ campaignId: 'alone', marketId: TWO, draw: '2' },
  });
});
