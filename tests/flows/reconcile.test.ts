import { expect, onTestFinished, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import { readConfig } from '../../src/config.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import { type WorkerName, workers } from '../../src/topology.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { runCommand } from '../support/run-command.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible } }';

/** Fan 1 registered, and the stream's worker that passes it on stands still: the change is as good as lost. */
const openSystem = async () => {
  const clock = createSystemClock();
  const random = createSystemRandom(clock);
  const at = (days: number): string => new Date(clock.now() + days * 86_400_000).toISOString();
  const date = { open: at(-3), close: at(1), presaleStart: at(5), presaleEnd: at(6) };
  const event = { ids: ['E1'], date: at(90), presaleDateTime: at(5), venue: 'Hall', link: 'https://tickets.example/', ticketer: 'example' };
  const dataFolder = createTemporaryFolder();
  const config = readConfig({}, { dataFolder, port: 0, logLevel: 'silent' });
  const triggered = (Object.keys(workers) as WorkerName[]).filter((worker) => worker !== 'enqueueEntries');
  const system = await createSystem({ config, clock, random, log: silentLog, ticking: false, triggered });
  const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  onTestFinished(async () => {
    await connection.close();
    await system.stop();
  });
  const file = campaignFile({ date, markets: [marketFile('london-1', { event })] });
  await connection.campaign.putCampaign({ params: { campaignId: 'summer-tour' }, body: { file } });
  await connection.campaign.setStatus({ params: { campaignId: 'summer-tour' }, body: { status: 'OPEN' } });
  const graphql = connection.graphql({ scopes: ['entries:write'], connections: 1 });
  const userInfo = { globalUserId: 'fan-1', email: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en', countryCode: 'GB' };
  await graphql.request(UPSERT, { input: { slug: 'summer-tour', entry: JSON.stringify({ markets: ['london-1'], tickets: 1 }), userInfo } });
  await graphql.close();
  return { connection, reg: (...args: readonly string[]) => runCommand([...args, '--url', system.url, '--data', dataFolder, '--json']) };
};

test('what was lost on its way, and what should not be there, is named, sent again, and is right then', async () => {
  const { connection, reg } = await openSystem();
  const stray = {
    campaignId: 'summer-tour',
    globalUserId: 'stray',
    entry: { tickets: 1 },
    verdict: 'PENDING' as const,
    version: 3,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    fanModifiedAt: '2026-01-01T00:00:00.000Z',
    rankedMarkets: [],
    userInfo: { globalUserId: 'stray', email: 'secret@example.org', firstName: 'A', lastName: 'B', locale: 'en' },
  };
  await connection.entry.upsertEntries({ body: { entries: [stray] } });
  const found = await reg('reconcile', 'summer-tour');
  expect(JSON.parse(found.stdout)).toEqual({
    slug: 'summer-tour',
    entries: 1,
    onTheirWay: 1,
    differences: 3,
    shown: [
      'fan fan-1: is in the demand-table and not in the Entry Service',
      'fan stray: is in the Entry Service and not in the demand-table',
      'fan fan-1: has an entry that was never published',
    ],
    repaired: null,
  });
  expect(found.status).toBe(1);
  const mended = await reg('reconcile', 'summer-tour', '--repair');
  expect(JSON.parse(mended.stdout)).toEqual({ slug: 'summer-tour', entries: 1, onTheirWay: 0, differences: 0, shown: [], repaired: 2 });
  expect(mended.status).toBe(0);
  expect(mended.stdout + mended.stderr + found.stdout + found.stderr).not.toContain('example.org');
});

test('a campaign that is not there is said', async () => {
  const { reg } = await openSystem();
  const { status, stdout } = await reg('reconcile', 'no-tour');
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(status).toBe(1);
});
