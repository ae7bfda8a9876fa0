import { expect, onTestFinished, test } from 'vitest';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type Connection, connect } from '../../src/cli/connection.ts';
import { requireReadyToFreeze, requireReplicated } from '../../src/cli/replication-check.ts';
import { readConfig } from '../../src/config.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import type { WorkerName } from '../../src/topology.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { runCommand } from '../support/run-command.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 86_400_000;
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible } }';

/** A system in which one fan registered before the close, which has passed; of the flow only the workers named go on. */
const openClosedCampaign = async (triggered: readonly WorkerName[]) => {
  const system = createSystemClock();
  const random = createSystemRandom(system);
  const present = system.now();
  const at = (days: number): string => new Date(present + days * DAY_MS).toISOString();
  const date = { open: at(-3), close: at(-1), presaleStart: at(5), presaleEnd: at(6) };
  const event = { ids: ['E1'], date: at(90), presaleDateTime: at(5), venue: 'Hall', link: 'https://tickets.example/', ticketer: 'example' };
  const file = campaignFile({ date, markets: [marketFile('london-1', { event })] });
  const dataFolder = createTemporaryFolder();
  const clock = createOffsetClock(system, present - 2 * DAY_MS);
  const config = readConfig({}, { dataFolder, port: 0, logLevel: 'silent' });
  const running = await createSystem({ config, clock, random, log: silentLog, ticking: false, triggered });
  const connection = connect({ url: running.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  onTestFinished(async () => {
    await connection.close();
    await running.stop();
  });
  await connection.campaign.putCampaign({ params: { campaignId: 'summer-tour' }, body: { file } });
  await connection.campaign.setStatus({ params: { campaignId: 'summer-tour' }, body: { status: 'OPEN' } });
  const graphql = connection.graphql({ scopes: ['entries:write'], connections: 1 });
  const userInfo = { globalUserId: 'fan-1', email: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en', countryCode: 'GB' };
  await graphql.request(UPSERT, { input: { slug: 'summer-tour', entry: JSON.stringify({ markets: ['london-1'], tickets: 1 }), userInfo } });
  await graphql.close();
  await running.drain();
  clock.jumpTo(present);
  return {
    connection,
    reg: (...args: readonly string[]) => runCommand([...args, '--url', running.url, '--data', dataFolder]),
    check: () => requireReadyToFreeze(connection, 'summer-tour', 1),
  };
};

test('a draw is not frozen while a registration is still behind on the stream, unless that is wanted', async () => {
  const { reg, check } = await openClosedCampaign([]);
  for (const step of ['run', 'select']) {
    const { status, stdout } = await reg('draw', step, 'summer-tour', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CONFLICT', detail: { waiting: 1, dead: 0 } } });
    expect(status).toBe(1);
  }
  const { stdout } = await reg('draw', 'freeze', 'summer-tour', '--anyway', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ state: 'FROZEN', entrantsCount: 0 });
  // What is frozen is not frozen again, so nothing is in the way.
  await check();
});

test('nor while it waits in the queue', async () => {
  const { check } = await openClosedCampaign(['enqueueEntries']);
  await expect(check()).rejects.toMatchObject({ code: 'CONFLICT', detail: { waiting: 1, dead: 0 } });
});

test('once it has arrived it takes part', async () => {
  const { check, connection } = await openClosedCampaign(['enqueueEntries', 'saveEntries']);
  await check();
  expect(await connection.campaign.freezeDraw({ params: { campaignId: 'summer-tour' }, body: {} })).toMatchObject({ entrantsCount: 1 });
});

test('what is a dead letter has to be mended first', async () => {
  const queue = { queue: 'saveEntriesQueue', waiting: 2, inFlight: 0, delayed: 0, deadLetters: 1, oldestAgeMs: 0, sent: 3, done: 0, expired: 0 };
  const stream = { worker: 'enqueueEntries', behind: 0, oldestAgeMs: 0, deadLetters: 2 };
  const operator = { flow: async () => ({ idle: true, queues: [queue], streams: [stream] }) } as unknown as Connection['operator'];
  await expect(requireReplicated({ operator })).rejects.toMatchObject({ code: 'STATE_INVALID', detail: { waiting: 2, dead: 3 } });
});
