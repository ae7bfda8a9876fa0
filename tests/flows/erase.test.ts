import { expect, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { eraseFan } from '../../src/cli/erase-fan.ts';
import { openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { marketFile } from '../support/campaign-files.ts';
import { openGateWorld } from '../support/gate-world.ts';
import { markedFan, markedFiles } from '../support/marked-fan.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 86_400_000;
const MY_ENTRY = 'query ($slug: String!) { myEntry(slug: $slug) { verdict } }';
const preferences = [
  { key: 'markets', type: 'markets' },
  { key: 'wish', type: 'freeform_text', is_optional: true },
];
const { globalUserId } = markedFan;

/** Messages about the fan that failed for good, as an earlier process left them. */
const plantDeadLetters = async (dataFolder: string): Promise<void> => {
  const clock = createSystemClock();
  const adapters = openAdapters({ dataFolder, topicPrefix: 'reg', clock, random: createSystemRandom(clock) });
  const { wish: _, ...userInfo } = markedFan;
  const bury = (queue: string, body: object): Promise<void> => adapters.queueEngine.addDeadLetter(queue, JSON.stringify(body), 'SERVICE_REFUSED: no', {});
  await bury('userInfoQueue', userInfo);
  await bury('userInfoQueue', { globalUserId: 'fan-10', email: 'other@example.org', firstName: 'Bo', lastName: 'Li', locale: 'en' });
  await adapters.close();
};

test('of an erased fan nothing is left in the data folder but ids, whatever came of the entry', async () => {
  const dataFolder = createTemporaryFolder();
  await plantDeadLetters(dataFolder);
  const world = await openGateWorld({ dataFolder });
  const { connection, reg, idle } = world;
  const day = (offset: number): string => new Date(Date.now() + offset * DAY_MS).toISOString();
  const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
  const tour = { preferences, markets: [marketFile('tour-one', { event })] };

  await connection.entry.importInvites({ params: { campaignId: 'invited' }, body: { key: 'email', values: ['marked.address@example.org'] } });
  await world.putCampaign('tour', tour);
  await world.putCampaign('invited', { preferences, gate: { inviteOnly: 'email' } });
  expect(await world.register('tour', markedFan)).toMatchObject({ reason: null });
  expect(await world.register('invited', { ...markedFan, markets: 'invited-one' })).toMatchObject({ reason: null });
  await connection.code.importCodes({ params: { marketId: 'tour-one' }, body: { codes: ['C-1'] } });
  await world.putCampaign('tour', { ...tour, date: { open: day(-2), close: day(-1), presaleStart: day(5), presaleEnd: day(6) } }, 'CLOSED');
  await idle();
  await reg('draw', 'run', 'tour');
  await idle();
  expect((await world.ask(globalUserId, MY_ENTRY, { slug: 'tour' })).myEntry).toEqual({ verdict: 'WINNER' });
  const job = { campaignId: 'tour', marketId: 'tour-one', globalUserId, template: 'reminder' as const, occurrence: 'first', sendAt: day(-1) };
  await connection.user.enqueueEmailJobs({ body: { jobs: [job, { ...job, occurrence: 'second', sendAt: day(1) }] } });
  expect(await connection.user.sendDue({ body: { limit: 10 } })).toMatchObject({ sent: 1 });
  expect(markedFiles(dataFolder)).not.toEqual([]);

  const erasure = await reg('erase', '--fan', globalUserId);
  expect(erasure).toEqual({ globalUserId, erased: { entries: 2, replicas: 2, users: 1, deadLetters: 1, mails: 1 }, onTheirWay: 0, done: true });
  expect(await reg('erase', '--fan', globalUserId)).toMatchObject({ erased: { entries: 0, replicas: 0, users: 0, deadLetters: 0, mails: 0 }, done: true });
  expect((await connection.operator.deadLetters({ params: { queue: 'userInfoQueue' }, query: {} })).deadLetters).toHaveLength(1);
  await idle();
  const { events } = (await reg('events', 'registrations')) as { readonly events: readonly { readonly value: { campaignId: string; isDeleted: boolean } }[] };
  const last = events.map(({ value }) => value).filter(({ isDeleted }) => isDeleted);
  expect(last.map(({ campaignId }) => campaignId).sort()).toEqual(['invited', 'tour']);

  await world.close();
  expect(markedFiles(dataFolder)).toEqual([]);
});

test('a fan who registers at the same moment is erased by the next call at the latest', async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  await world.putCampaign('tour', { preferences });
  let erasing = true;
  const registering = async (): Promise<void> => {
    for (let edit = 0; erasing; edit += 1) await world.register('tour', { ...markedFan, wish: `marked words ${edit}` });
  };
  const erasingMeanwhile = async (): Promise<number> => {
    const { erased } = await eraseFan({ connection: world.connection, globalUserId, pause: async () => undefined, passes: 20 });
    erasing = false;
    return erased.entries;
  };
  const [entries] = await Promise.all([erasingMeanwhile(), registering()]);
  expect(entries).toBeGreaterThan(0);
  expect(await world.reg('erase', '--fan', globalUserId)).toMatchObject({ done: true });
  expect((await world.ask(globalUserId, MY_ENTRY, { slug: 'tour' })).myEntry).toBeNull();
  await world.close();
  expect(markedFiles(dataFolder)).toEqual([]);
});
