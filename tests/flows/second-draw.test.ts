import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { marketFile } from '../support/campaign-files.ts';
import { openGateWorld } from '../support/gate-world.ts';
import { runCommand } from '../support/run-command.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const FANS = ['ann', 'bob', 'cam', 'dan'];
/** Commands are processes of their own, on two busy processors. */
const PATIENCE_MS = 180_000;
const MY_ENTRY = 'query ($slug: String!) { myEntry(slug: $slug) { verdict accessCode } }';

test('a second draw, approved by a second operator, gives away places that came later; codes are redeemed and no fan has two', {
  timeout: PATIENCE_MS,
}, async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  onTestFinished(world.close);
  const { connection } = world;
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
  const market = (capacity: number) => {
    const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
    return { markets: [marketFile('twice-one', { capacity, event })] };
  };
  const { reg, idle } = world;
  const held = async () =>
    Promise.all(
      FANS.map(async (fan) => ({ fan, ...((await world.ask(fan, MY_ENTRY, { slug: 'twice' })).myEntry as { verdict: string; accessCode: string | null }) })),
    );
  const winners = async () => (await held()).filter(({ verdict }) => verdict === 'WINNER');

  await world.putCampaign('twice', market(1));
  for (const fan of FANS) await world.register('twice', { globalUserId: fan });
  await connection.code.importCodes({ params: { marketId: 'twice-one' }, body: { codes: ['C-1', 'C-2', 'C-3'] } });
  const closed = { date: { open: day(-2), close: day(-1), presaleStart: day(5), presaleEnd: day(6) } };
  await world.putCampaign('twice', { ...market(1), ...closed }, 'CLOSED');
  await idle();
  await reg('draw', 'run', 'twice');
  await idle();
  const first = await winners();
  expect(first).toHaveLength(1);
  expect((await held()).filter(({ verdict }) => verdict === 'LOSER')).toHaveLength(3);

  await world.putCampaign('twice', { ...market(2), ...closed }, 'CLOSED');
  const { requestId } = await reg('draw', 'request', 'twice', '--reason', 'a second block of seats');
  const own = await runCommand(['draw', 'approve', 'twice', '--draw', '2', '--request', String(requestId), '--url', connection.url, '--data', dataFolder]);
  expect([own.status, own.stderr]).toEqual([1, expect.stringContaining('a second operator has to')]);
  const token = (await runCommand(['token', 'operator', '--name', 'bea', '--data', dataFolder])).stdout.trim();
  expect(await reg('draw', 'approve', 'twice', '--draw', '2', '--request', String(requestId), '--token', token)).toMatchObject({ approvedBy: 'bea' });
  await reg('draw', 'run', 'twice', '--draw', '2');
  await idle();
  const both = await winners();
  expect(both).toHaveLength(2);
  expect(both).toEqual(expect.arrayContaining(first));
  expect(new Set(both.map(({ accessCode }) => accessCode)).size).toBe(2);
  expect((await runCommand(['draw', 'verify', join(dataFolder, 'files', 'draws', 'twice', '2')])).status).toBe(0);

  // The state machine run again reserves the same codes, and nobody's verdict changes.
  const before = await held();
  await reg('draw', 'select', 'twice', '--draw', '2');
  await reg('draw', 'select', 'twice');
  await idle();
  expect(await held()).toEqual(before);

  const redeemed = join(dataFolder, 'redeemed.csv');
  const rows = both.map(({ accessCode }) => `twice-one,${accessCode},2027-02-12T10:00:00Z`);
  await writeFile(redeemed, ['market,accessCode,redeemedAt', ...rows, 'twice-one,NOBODY,2027-02-12T10:00:00Z', ''].join('\n'));
  expect(await reg('redeem', redeemed)).toEqual({ rows: 3, redeemed: 2, refused: { UNKNOWN: 1 }, refusedLines: [4] });
  expect(await reg('codes', 'stats', 'twice')).toEqual({
    markets: { 'twice-one': { imported: 3, available: 1, reserved: 0, assigned: 0, redeemed: 2, revoked: 0 } },
  });
});
