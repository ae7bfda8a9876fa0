import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { eraseFan } from '../../src/cli/erase-fan.ts';
import { erasedFan } from '../../src/domain/erased-fan.ts';
import { openAdapters } from '../../src/runtime/embedded/adapters.ts';
import { marketFile } from '../support/campaign-files.ts';
import { type GateWorld, openGateWorld } from '../support/gate-world.ts';
import { MARKS, markedFan, markedFiles } from '../support/marked-fan.ts';
import { runCommand } from '../support/run-command.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 86_400_000;
const MY_ENTRY = 'query ($slug: String!) { myEntry(slug: $slug) { verdict ref accessCode } }';
const preferences = [
  { key: 'markets', type: 'markets' },
  { key: 'wish', type: 'freeform_text', is_optional: true },
];
const { globalUserId } = markedFan;
const OTHER = { globalUserId: 'fan-10', email: 'other@example.org', firstName: 'Bo', lastName: 'Li' };
const day = (offset: number): string => new Date(Date.now() + offset * DAY_MS).toISOString();

/** Whatever tells of the fan in any byte of the data folder, the id included. */
const leftOfFan = (dataFolder: string): readonly string[] => markedFiles(dataFolder, [...MARKS, globalUserId]);

/** Messages about the fan that failed for good, as an earlier process left them; one is about another fan as well. */
const plantDeadLetters = async (dataFolder: string): Promise<void> => {
  const clock = createSystemClock();
  const adapters = openAdapters({ dataFolder, topicPrefix: 'reg', clock, random: createSystemRandom(clock) });
  const { wish: _, ...userInfo } = markedFan;
  const bury = (queue: string, body: object): Promise<void> => adapters.queueEngine.addDeadLetter(queue, JSON.stringify(body), 'SERVICE_REFUSED: no', {});
  await bury('userInfoQueue', userInfo);
  await bury('userInfoQueue', { ...OTHER, locale: 'en' });
  const selections = [globalUserId, OTHER.globalUserId].map((fan, index) => ({ globalUserId: fan, verdict: 'LOSER', position: index + 7, waitlist: [] }));
  await bury('saveSelectionQueue', { chunkId: 'tour/1/losers/1', campaignId: 'tour', marketId: 'tour-one', drawId: 'tour/1', codes: 'unique', selections });
  await adapters.close();
};

/** What a run of this folder left, with the mails that went out copied beside it. */
const plantReports = (dataFolder: string): void => {
  const report = join(dataFolder, 'reports', 'tour');
  mkdirSync(join(report, 'outbox'), { recursive: true });
  for (const name of readdirSync(join(dataFolder, 'outbox'))) writeFileSync(join(report, 'outbox', name), readFileSync(join(dataFolder, 'outbox', name)));
  const rows = [globalUserId, OTHER.globalUserId].map(
    (fan, index) => `tour-one,${fan},${index === 0 ? markedFan.email : OTHER.email},C-${index},${index + 1}\n`,
  );
  writeFileSync(join(report, 'winners.csv'), `market,globalUserId,email,accessCode,position\n${rows.join('')}`);
  writeFileSync(join(report, 'refused.csv'), `line,globalUserId,reason,field,rule\n2,${globalUserId},NO_INVITE,,\n`);
  mkdirSync(join(dataFolder, 'run'));
  const lines = [{ fansFile: 'abc' }, { row: { line: 2, globalUserId, version: 1 } }, { withdrawn: globalUserId }, { withdrawn: OTHER.globalUserId }];
  writeFileSync(join(dataFolder, 'run', 'tour.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
};

/** A campaign with one place, that fans have entered and whose draw is made. */
const drawTour = async (world: GateWorld, register: () => Promise<void>): Promise<void> => {
  const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
  const tour = { preferences, markets: [marketFile('tour-one', { event, capacity: 1, waitlistCapacity: 5 })] };
  await world.putCampaign('tour', tour);
  await register();
  await world.connection.code.importCodes({ params: { marketId: 'tour-one' }, body: { codes: ['C-1', 'C-2', 'C-3'] } });
  await world.putCampaign('tour', { ...tour, date: { open: day(-2), close: day(-1), presaleStart: day(5), presaleEnd: day(6) } }, 'CLOSED');
  await world.idle();
  await world.reg('draw', 'run', 'tour');
  await world.idle();
};

const verdictOf = async (world: GateWorld, fan: string): Promise<unknown> => (await world.ask(fan, MY_ENTRY, { slug: 'tour' })).myEntry?.verdict ?? null;

test('of an erased winner nothing is left in the data folder, and the place goes to the next in line', async () => {
  const dataFolder = createTemporaryFolder();
  await plantDeadLetters(dataFolder);
  const world = await openGateWorld({ dataFolder });
  const { connection, reg, idle } = world;
  await connection.entry.importInvites({ params: { campaignId: 'invited' }, body: { key: 'email', values: [String(markedFan.email)] } });
  await world.putCampaign('invited', { preferences, gate: { inviteOnly: 'email' } });
  expect(await world.register('invited', { ...markedFan, markets: 'invited-one' })).toMatchObject({ reason: null });
  let ref: unknown;
  await drawTour(world, async () => {
    expect(await world.register('tour', markedFan)).toMatchObject({ reason: null });
    ref = (await world.ask(globalUserId, MY_ENTRY, { slug: 'tour' })).myEntry?.ref;
  });
  expect(await verdictOf(world, globalUserId)).toBe('WINNER');
  const job = { campaignId: 'tour', marketId: 'tour-one', globalUserId, template: 'reminder' as const, occurrence: 'first', sendAt: day(-1) };
  await connection.user.enqueueEmailJobs({ body: { jobs: [job, { ...job, occurrence: 'second', sendAt: day(1) }] } });
  expect(await connection.user.sendDue({ body: { limit: 10 } })).toMatchObject({ sent: 1 });
  plantReports(dataFolder);
  expect(leftOfFan(dataFolder)).not.toEqual([]);
  const pack = join(dataFolder, 'files', 'draws', 'tour', '1');
  const published = () => readdirSync(pack).map((name) => readFileSync(join(pack, name), 'utf8'));
  const before = published();

  const erasure = await reg('erase', '--fan', globalUserId);
  expect(erasure).toMatchObject({ globalUserId, onTheirWay: 0, recordsStay: false, done: true });
  const { records, ...counted } = erasure.erased as Readonly<Record<string, number>>;
  expect(records).toBeGreaterThanOrEqual(4);
  expect(counted).toEqual({
    ...{ entries: 2, replicas: 2, marks: 2, invites: 1, users: 1, addresses: 0, draws: 1, codes: 1, mails: 2, lines: 4, deadLetters: 2 },
  });
  const again = await reg('erase', '--fan', globalUserId);
  expect(again).toMatchObject({ done: true });
  expect(Object.values(again.erased as object).every((count) => count === 0)).toBe(true);
  const dead = async (queue: string) => (await connection.operator.deadLetters({ params: { queue }, query: {} })).deadLetters;
  expect(await dead('userInfoQueue')).toHaveLength(1);
  expect(JSON.stringify(await dead('saveSelectionQueue'))).toContain(OTHER.globalUserId);
  const { results } = await connection.campaign.getDrawResults({ params: { campaignId: 'tour', draw: 1 }, query: {} });
  expect(results.map((result) => result.globalUserId)).toEqual([erasedFan(String(ref))]);
  expect(published()).toEqual(before);
  expect((await runCommand(['draw', 'verify', pack])).status).toBe(0);
  expect(await connection.code.codeStats({ params: { marketId: 'tour-one' } })).toMatchObject({ assigned: 0, revoked: 1 });
  expect(await connection.campaign.getMarketStats({ params: { marketId: 'tour-one' } })).toMatchObject({ verdicts: { winners: 1 } });
  const { events } = (await reg('events', 'registrations')) as { readonly events: readonly { readonly value: { campaignId: string; isDeleted: boolean } }[] };
  expect(new Set(events.map(({ value }) => `${value.campaignId} ${value.isDeleted}`))).toEqual(new Set(['invited true', 'tour true']));
  await idle();
  await world.close();
  expect(leftOfFan(dataFolder)).toEqual([]);
});

test('whoever waited is promoted past an erased fan, and of an erased fan who was promoted nothing is left', async () => {
  const dataFolder = createTemporaryFolder();
  const world = await openGateWorld({ dataFolder });
  const { connection, reg, idle } = world;
  await drawTour(world, async () => {
    for (const fan of ['MARKED-A-31', 'MARKED-B-32', 'MARKED-C-33']) await world.register('tour', { ...OTHER, globalUserId: fan, email: `${fan}@example.org` });
  });
  const { results } = await connection.campaign.getDrawResults({ params: { campaignId: 'tour', draw: 1 }, query: {} });
  const [first = '', second = '', third = ''] = results.map((result) => result.globalUserId);
  const eraseAndRefresh = async (fan: string): Promise<void> => {
    expect(await reg('erase', '--fan', fan)).toMatchObject({ done: true });
    await reg('refresh', '--market', 'tour-one');
    await idle();
  };
  await eraseAndRefresh(first);
  expect([await verdictOf(world, second), await verdictOf(world, third)]).toEqual(['WINNER', 'WAITLIST']);
  expect(markedFiles(dataFolder, [second])).not.toEqual([]);
  await eraseAndRefresh(second);
  expect(await verdictOf(world, third)).toBe('WINNER');
  expect(await connection.code.codeStats({ params: { marketId: 'tour-one' } })).toMatchObject({ assigned: 1, revoked: 2 });
  expect(await connection.campaign.getMarketStats({ params: { marketId: 'tour-one' } })).toMatchObject({ promoted: 2, verdicts: { winners: 3 } });
  await world.close();
  expect(markedFiles(dataFolder, [first, second])).toEqual([]);
});

test('invites of somebody without an entry go by the address and member id that are given', async () => {
  const world = await openGateWorld({ dataFolder: createTemporaryFolder() });
  const { connection, reg } = world;
  await world.putCampaign('invited', { preferences, gate: { inviteOnly: 'email' } });
  const invite = (key: 'email' | 'memberId', value: string) =>
    connection.entry.importInvites({ params: { campaignId: 'invited' }, body: { key, values: [value] } });
  const isInvited = async (key: 'email' | 'memberId', value: string) =>
    (await connection.entry.checkInvite({ params: { campaignId: 'invited' }, body: { key, value } })).invited;
  await invite('email', 'never.came@example.org');
  await invite('memberId', 'M-1');
  expect((await reg('erase', '--email', 'Never.Came@example.org', '--member-id', 'M-1')).erased).toMatchObject({ invites: 2, entries: 0 });
  expect([await isInvited('email', 'never.came@example.org'), await isInvited('memberId', 'M-1')]).toEqual([false, false]);

  // A profile of which no entry is left knows the address still.
  await invite('email', String(markedFan.email));
  const { wish: _, ...userInfo } = markedFan;
  await connection.user.upsertUsers({ body: { users: [{ ...userInfo, locale: 'en' } as never] } });
  expect((await reg('erase', '--fan', globalUserId)).erased).toMatchObject({ invites: 1, users: 1 });
  expect(await isInvited('email', String(markedFan.email))).toBe(false);
  expect((await runCommand(['erase'])).status).toBe(2);
  await world.close();
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
    const given = { emails: [], memberIds: [], pause: async () => undefined, passes: 20 };
    const { erased } = await eraseFan({ connection: world.connection, globalUserId, ...given });
    erasing = false;
    return erased.entries;
  };
  const [entries] = await Promise.all([erasingMeanwhile(), registering()]);
  expect(entries).toBeGreaterThan(0);
  expect(await world.reg('erase', '--fan', globalUserId)).toMatchObject({ done: true });
  expect((await world.ask(globalUserId, MY_ENTRY, { slug: 'tour' })).myEntry).toBeNull();
  await world.close();
  expect(leftOfFan(dataFolder)).toEqual([]);
});
