import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { expect, onTestFinished, test } from 'vitest';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { connect } from '../../src/cli/connection.ts';
import { readConfig } from '../../src/config.ts';
import { type EmailJobKey, resultOccurrence, type ToldVerdict } from '../../src/domain/email-job.ts';
import { mailNameOf } from '../../src/domain/mail-name.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const TOUR = { campaignId: 'summer-tour' };
const LONDON = { marketId: 'london-1' };
const DRAW = 'summer-tour/1';
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { ref createdAt } }';
const WITHDRAW = 'mutation ($fan: String!) { withdrawEntry(slug: "summer-tour", globalUserId: $fan) { isWithdrawn } }';
const FANS = ['ann', 'bob', 'cam', 'dan', 'eve', 'fay'];

/** A system on a clock that the test moves, with one campaign that has all mails sent: one place, two who wait. */
const openWorld = async () => {
  const wall = createSystemClock();
  const random = createSystemRandom(wall);
  const clock = createOffsetClock(wall, wall.now());
  const opened = Math.ceil(clock.now() / DAY_MS) * DAY_MS;
  const at = (days: number): string => new Date(opened + days * DAY_MS).toISOString();
  const remindAt = new Date(opened + 4 * DAY_MS + 8 * HOUR_MS).toISOString();
  const event = { ids: ['E1'], date: at(90), presaleDateTime: at(5), venue: 'Hall', link: 'https://tickets.example/', ticketer: 'example' };
  const file = campaignFile({
    date: { open: at(0), close: at(1), presaleStart: at(5), presaleEnd: at(6), reminders: [remindAt] },
    options: { automatedReminders: true, automatedReceipts: true, automatedResults: true },
    markets: [marketFile('london-1', { event, capacity: 1, waitlistCapacity: 2 })],
  });
  const dataFolder = createTemporaryFolder();
  const system = await createSystem({ config: readConfig({}, { dataFolder, port: 0, logLevel: 'silent' }), clock, random, log: silentLog, ticking: false });
  const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  const graphql = connection.graphql({ scopes: ['entries:write'], connections: 1 });
  onTestFinished(async () => {
    await graphql.close();
    await connection.close();
    await system.stop();
  });
  clock.jumpTo(opened);
  await connection.campaign.putCampaign({ params: TOUR, body: { file } });
  await connection.campaign.setStatus({ params: TOUR, body: { status: 'OPEN' } });
  await connection.code.importCodes({ params: LONDON, body: { codes: ['ALPHA-1', 'BRAVO-2'] } });
  await system.drain();

  const mails = async (): Promise<ReadonlyMap<string, ParsedMail>> => {
    const names = await readdir(join(dataFolder, 'outbox')).catch(() => []);
    const parsed = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(dataFolder, 'outbox', name)))));
    expect(new Set(parsed.map(({ messageId }) => messageId)).size).toBe(names.length);
    return new Map(parsed.map((mail) => [String(mail.messageId).replace(/^<(.*)@.*$/, '$1'), mail]));
  };
  return {
    system,
    connection,
    remindAt,
    mails,
    /** Answers the entry's reference and the instant it was made. */
    register: async (fan: string, tickets = 1) => {
      const userInfo = { globalUserId: fan, email: `${fan}@example.org`, firstName: 'Kim', lastName: 'Lee', locale: 'en', countryCode: 'GB' };
      const input = { slug: 'summer-tour', entry: JSON.stringify({ markets: ['london-1'], tickets }), userInfo };
      const answer = await graphql.request<{ readonly upsertEntry: { readonly ref: string; readonly createdAt: string } }>(UPSERT, { input });
      return answer.upsertEntry;
    },
    withdraw: (fan: string) => graphql.request(WITHDRAW, { fan }),
    /** Goes to an instant, where all schedules that are due run and everything on its way arrives. */
    liveUntil: async (instant: number | string): Promise<void> => {
      clock.jumpTo(typeof instant === 'number' ? instant : Date.parse(instant));
      await system.runDueSchedules();
      await system.drain();
    },
    nextMinute: () => (Math.floor(clock.now() / MINUTE_MS) + 1) * MINUTE_MS,
    close: at(1),
    verdicts: async () => {
      const { entries } = await connection.entry.listEntries({ params: TOUR, query: {} });
      return Map.groupBy(entries, ({ verdict }) => verdict);
    },
  };
};

const nameOf = (globalUserId: string, key: Pick<EmailJobKey, 'template' | 'occurrence'> & { readonly marketId?: string }): string =>
  mailNameOf({ ...TOUR, globalUserId, marketId: null, ...key });
const result = (fan: string, verdict: ToldVerdict): string =>
  nameOf(fan, { template: 'result', occurrence: resultOccurrence(DRAW, verdict), ...(verdict === 'WINNER' ? LONDON : {}) });
const unsubscribeLinkOf = (mail: ParsedMail | undefined): string => {
  const list = mail?.headers.get('list') as { readonly unsubscribe?: { readonly url?: string } } | undefined;
  return list?.unsubscribe?.url ?? '';
};

test('from the registration to the presale each fan gets the mails that are true, once each, whatever is done twice', async () => {
  const world = await openWorld();
  const { connection, system } = world;
  const expected = new Set<string>();
  const sent = async (): Promise<ReadonlyMap<string, ParsedMail>> => {
    await world.liveUntil(world.nextMinute());
    const mails = await world.mails();
    expect(new Set(mails.keys())).toEqual(expected);
    return mails;
  };

  const registered = new Map<string, Awaited<ReturnType<typeof world.register>>>();
  for (const fan of [...FANS, 'gus']) registered.set(fan, await world.register(fan));
  await system.drain();
  await world.withdraw('gus');
  await system.drain();
  const receipt = (fan: string): string => nameOf(fan, { template: 'receipt', occurrence: registered.get(fan)?.createdAt ?? '' });
  for (const fan of FANS) expected.add(receipt(fan));
  const receipts = await sent();
  for (const fan of FANS) {
    const mail = receipts.get(receipt(fan));
    expect([mail?.to].flat()[0]?.value[0]?.address).toBe(`${fan}@example.org`);
    expect(mail?.text).toContain(registered.get(fan)?.ref);
    expect(mail?.html).toContain(registered.get(fan)?.ref);
  }
  await world.register('ann', 3);
  await system.drain();
  await sent();

  await world.liveUntil(world.close);
  await connection.campaign.setStatus({ params: TOUR, body: { status: 'CLOSED' } });
  await connection.campaign.freezeDraw({ params: TOUR, body: {} });
  await connection.campaign.revealDraw({ params: { ...TOUR, draw: 1 }, body: {} });
  await connection.campaign.startSelection({ params: TOUR, body: { draw: 1 } });
  await system.drain();
  const { WINNER: winners = [], WAITLIST: waiting = [], LOSER: losers = [] } = Object.fromEntries(await world.verdicts());
  expect([winners.length, waiting.length, losers.length]).toEqual([1, 2, 3]);

  const quiet = losers[0]?.globalUserId ?? '';
  const link = unsubscribeLinkOf(receipts.get(receipt(quiet)));
  const path = `${system.url}${link.slice(link.indexOf('/unsubscribe'))}`;
  expect((await fetch(path)).status).toBe(200);
  expect(await connection.user.getProfile({ params: { globalUserId: quiet } })).toMatchObject({ unsubscribed: false });
  const oneClick = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' };
  expect((await fetch(path, oneClick)).status).toBe(200);
  expect(await connection.user.getProfile({ params: { globalUserId: quiet } })).toMatchObject({ unsubscribed: true });

  const winner = winners[0]?.globalUserId ?? '';
  expected.add(result(winner, 'WINNER'));
  for (const { globalUserId } of waiting) expected.add(result(globalUserId, 'WAITLIST'));
  for (const { globalUserId } of losers) if (globalUserId !== quiet) expected.add(result(globalUserId, 'LOSER'));
  const results = await sent();
  expect(results.get(result(winner, 'WINNER'))?.text).toMatch(/ALPHA-1|BRAVO-2/);
  for (const { globalUserId } of [...waiting, ...losers]) expect(results.get(result(globalUserId, 'WAITLIST'))?.text ?? '').not.toMatch(/ALPHA-1|BRAVO-2/);

  await world.withdraw(winner);
  await system.drain();
  await connection.campaign.refreshMarket({ params: LONDON });
  await system.drain();
  const promoted = (await world.verdicts()).get('WINNER')?.[0];
  expect(waiting.map(({ globalUserId }) => globalUserId)).toContain(promoted?.globalUserId);
  expected.add(result(promoted?.globalUserId ?? '', 'WINNER'));
  expect((await sent()).get(result(promoted?.globalUserId ?? '', 'WINNER'))?.text).toContain(promoted?.accessCode);

  await world.liveUntil(world.remindAt);
  expected.add(nameOf(promoted?.globalUserId ?? '', { template: 'reminder', occurrence: world.remindAt, ...LONDON }));
  await sent();

  await connection.campaign.startSelection({ params: TOUR, body: { draw: 1 } });
  await connection.campaign.refreshMarket({ params: LONDON });
  await system.drain();
  await sent();
  await sent();
  const { counts } = await connection.user.countEmailJobs({ query: TOUR });
  expect(counts).toEqual({ planned: 0, sending: 0, sent: expected.size, failed: 0, ambiguous: 0, skipped: 2 });
  const { queues } = await system.flow();
  expect(queues.find(({ queue }) => queue === 'emailJobQueue')).toMatchObject({ waiting: 0, inFlight: 0, delayed: 0, deadLetters: 0 });
});

test('an erased fan leaves no job behind, whatever the mail', async () => {
  const world = await openWorld();
  await world.register('ann');
  await world.register('bob');
  await world.system.drain();
  await world.connection.entry.eraseFan({ params: { globalUserId: 'ann' } });
  await world.connection.user.eraseFan({ params: { globalUserId: 'ann' } });
  await world.connection.operator.eraseFan({ params: { globalUserId: 'ann' } });
  await world.system.drain();
  await world.liveUntil(world.nextMinute());
  expect([...(await world.mails()).values()].map(({ to }) => [to].flat()[0]?.text)).toEqual([expect.stringContaining('bob@example.org')]);
  const { counts } = await world.connection.user.countEmailJobs({ query: TOUR });
  expect(counts).toMatchObject({ planned: 0, sent: 1, skipped: 0 });
});
