import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type Connection, connect } from '../../src/cli/connection.ts';
import { readConfig } from '../../src/config.ts';
import { mailNameOf } from '../../src/domain/mail-name.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import { operatorContract } from '../../src/server/operator-contract.ts';
import type { Contract } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { silentLog } from '../support/silent-log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 86_400_000;
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible } }';
const TOUR = { campaignId: 'summer-tour' };
const LONDON = { marketId: 'london-1' };
const userInfo = (globalUserId: string) => ({ globalUserId, email: `${globalUserId}@example.org`, firstName: 'Ann', lastName: 'Lee', locale: 'en' });

/** A system with an open campaign for one winner, which three fans want. */
const openSystem = async () => {
  const wall = createSystemClock();
  const random = createSystemRandom(wall);
  const clock = createOffsetClock(wall, wall.now());
  const at = (days: number): string => new Date(wall.now() + days * DAY_MS).toISOString();
  const event = { ids: ['E1'], date: at(90), presaleDateTime: at(5), venue: 'Hall', link: 'https://tickets.example/', ticketer: 'example' };
  const market = marketFile('london-1', { event, capacity: 1, waitlistCapacity: 1 });
  const file = campaignFile({ date: { open: at(-1), close: at(1), presaleStart: at(5), presaleEnd: at(6) }, markets: [market] });
  const dataFolder = createTemporaryFolder();
  const system = await createSystem({ config: readConfig({}, { dataFolder, port: 0, logLevel: 'silent' }), clock, random, log: silentLog, ticking: false });
  const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  const graphql = connection.graphql({ scopes: ['entries:write'], connections: 1 });
  onTestFinished(async () => {
    await graphql.close();
    await connection.close();
    await system.stop();
  });
  await connection.campaign.putCampaign({ params: TOUR, body: { file } });
  await connection.campaign.setStatus({ params: TOUR, body: { status: 'OPEN' } });
  for (const fan of ['fan-1', 'fan-2', 'fan-3']) {
    const entry = JSON.stringify({ markets: ['london-1'], tickets: 1 });
    await graphql.request(UPSERT, { input: { slug: 'summer-tour', entry, userInfo: { ...userInfo(fan), countryCode: 'GB' } } });
  }
  await system.drain();
  return { system, connection, dataFolder, now: () => new Date(clock.now()).toISOString(), later: (days: number) => clock.jumpTo(clock.now() + days * DAY_MS) };
};

/** What anybody could see of it, but for the instants of things that were asked for again. */
const stateOf = async ({ campaign, code, entry, user, operator }: Connection, dataFolder: string) => {
  const { draws } = await campaign.listDraws({ params: TOUR, query: {} });
  const drawId = 'summer-tour/1';
  return {
    draws,
    market: await campaign.getMarketStats({ params: LONDON }),
    promotions: await campaign.listPromotions({ params: LONDON, query: { drawId } }),
    codes: await code.codeStats({ params: LONDON }),
    held: await code.listHeldCodes({ params: LONDON, query: {} }),
    entries: await entry.listEntries({ params: TOUR, query: {} }),
    others: await entry.listEntries({ params: { campaignId: 'other-tour' }, query: {} }),
    counts: await entry.countEntries({ params: TOUR }),
    table: (await operator.listTable({ params: TOUR, query: {} })).entries,
    ann: await user.getProfile({ params: { globalUserId: 'ann' } }).catch(() => null),
    jobs: (await user.countEmailJobs({ query: TOUR })).counts,
    mails: await readdir(join(dataFolder, 'outbox')).catch(() => []),
  };
};

const postsOf = ({ service, operations }: Contract): readonly string[] =>
  Object.entries(operations).flatMap(([name, { method }]) => (method === 'POST' ? [`${service}.${name}`] : []));

test('every POST may be sent again: the second one changes nothing', async () => {
  const { system, connection, dataFolder, now, later } = await openSystem();
  const { campaign, code, entry, user, operator } = connection;
  const sent: string[] = [];
  /** Sends it, looks, sends it again, looks again. */
  const twice = async <Answer>(name: string, call: () => Promise<Answer>): Promise<Answer> => {
    sent.push(name);
    const answer = await call();
    await system.drain();
    const state = await stateOf(connection, dataFolder);
    await call();
    await system.drain();
    expect(await stateOf(connection, dataFolder), name).toEqual(state);
    return answer;
  };

  await twice('entry.importInvites', () => entry.importInvites({ params: TOUR, body: { key: 'email', values: ['ann@example.org'] } }));
  await twice('entry.checkInvite', () => entry.checkInvite({ params: TOUR, body: { key: 'email', value: 'ann@example.org' } }));
  const dates = { createdAt: now(), updatedAt: now(), fanModifiedAt: now() };
  const other = { campaignId: 'other-tour', globalUserId: 'ann', version: 1, createdAt: dates.createdAt };
  const replica = { ...other, ...dates, entry: {}, verdict: 'PENDING' as const, userInfo: userInfo('ann'), rankedMarkets: [] };
  await twice('entry.upsertEntries', () => entry.upsertEntries({ body: { entries: [replica] } }));
  await twice('entry.getEntries', () => entry.getEntries({ body: { ...TOUR, globalUserIds: ['fan-1'] } }));
  await twice('entry.refreshScores', () => entry.refreshScores({ body: { entries: [{ campaignId: 'other-tour', globalUserId: 'ann' }] } }));
  await twice('entry.importScores', () => entry.importScores({ params: { campaignId: 'other-tour' }, body: { scores: [{ globalUserId: 'ann', score: 7 }] } }));
  await twice('entry.deleteEntries', () => entry.deleteEntries({ body: { entries: [other] } }));
  await twice('user.upsertUsers', () => user.upsertUsers({ body: { users: [{ ...userInfo('ann'), modifiedAt: dates.updatedAt }] } }));

  await twice('code.importCodes', () => code.importCodes({ params: LONDON, body: { codes: ['ALPHA-1', 'BRAVO-2'] } }));
  await twice('code.generateCodes', () => code.generateCodes({ params: LONDON, body: { count: 5, idempotencyKey: 'made-1' } }));
  const { codes } = await twice('code.reserveCodes', () => code.reserveCodes({ body: { ...TOUR, ...LONDON, count: 2, idempotencyKey: 'by-hand' } }));
  const [one = '', two = ''] = codes;
  await twice('code.markAssigned', () => code.markAssigned({ body: { ...TOUR, codes: [{ ...LONDON, code: one, globalUserId: 'guest-1' }] } }));
  await twice('code.redeemCodes', () => code.redeemCodes({ body: { codes: [{ ...LONDON, code: one, redeemedAt: dates.createdAt }] } }));
  await twice('code.revokeCodes', () => code.revokeCodes({ body: { codes: [{ ...LONDON, code: two }], reason: 'printed twice' } }));

  later(2);
  await twice('campaign.freezeDraw', () => campaign.freezeDraw({ params: TOUR, body: {} }));
  await twice('campaign.revealDraw', () => campaign.revealDraw({ params: { ...TOUR, draw: 1 }, body: {} }));
  await twice('campaign.findEntrants', () => campaign.findEntrants({ params: { ...TOUR, draw: 1 }, body: { globalUserIds: ['fan-1', 'nobody'] } }));
  await twice('campaign.startSelection', () => campaign.startSelection({ params: TOUR, body: {} }));
  const { entries } = await entry.listEntries({ params: TOUR, query: { verdict: 'WINNER' } });
  const winner = entries[0] ?? expect.fail('nobody won');
  const selection = winner.selection ?? expect.fail('no selection');
  const { accessCode = '' } = winner;
  const assignment = { ...TOUR, ...LONDON, drawId: 'summer-tour/1', codes: 'unique' as const };
  await twice('entry.assignCodes', () =>
    entry.assignCodes({ body: { ...assignment, entries: [{ globalUserId: winner.globalUserId, verdict: 'WINNER', accessCode, selection }] } }),
  );
  const counts = { winners: 0, waitlisted: 0, losers: 0, withdrawn: 1 };
  await twice('campaign.addVerdictCounts', () =>
    campaign.addVerdictCounts({ body: { reports: [{ reportId: 'report-1', ...LONDON, drawId: 'summer-tour/1', counts }] } }),
  );
  const job = { ...TOUR, ...LONDON, globalUserId: winner.globalUserId, template: 'reminder', occurrence: 'first', sendAt: now() } as const;
  await twice('user.enqueueEmailJobs', () => user.enqueueEmailJobs({ body: { jobs: [job] } }));
  await twice('user.sendDue', () => user.sendDue({ body: { limit: 10 } }));
  expect((await stateOf(connection, dataFolder)).mails).toHaveLength(1);
  const mail = mailNameOf(job);
  const recipients = [`${winner.globalUserId}@example.org`];
  const { failed } = await twice('user.recordBounces', () => user.recordBounces({ body: { bounces: [{ mail, recipients, status: '5.1.1' }] } }));
  expect(failed).toBe(1);
  const { sendAt: _, campaignId, ...resent } = job;
  const { planned } = await twice('user.resendEmailJobs', () => user.resendEmailJobs({ body: { campaignId, state: 'FAILED', jobs: [resent] } }));
  expect(planned).toBe(1);
  await twice('user.eraseAddresses', () => user.eraseAddresses({ body: { emails: recipients } }));
  await twice('entry.eraseInvites', () => entry.eraseInvites({ body: { emails: ['ann@example.org'], memberIds: [] } }));
  await twice('code.eraseFan', () => code.eraseFan({ params: { globalUserId: 'guest-1' }, body: { marketIds: [LONDON.marketId] } }));
  await twice('campaign.recordPromotions', () =>
    campaign.recordPromotions({ params: LONDON, body: { drawId: 'summer-tour/1', known: 0, globalUserIds: ['nobody'] } }),
  );
  await twice('campaign.refreshMarket', () => campaign.refreshMarket({ params: LONDON }));
  await twice('campaign.requestDraw', () => campaign.requestDraw({ params: TOUR, body: { reason: 'a second evening' } }));
  await twice('operator.replicate', () => operator.replicate({ params: TOUR, body: { globalUserIds: ['fan-1', 'fan-2'] } }));
  await twice('operator.announceKeyRotation', () => operator.announceKeyRotation({ body: { leaked: false } }));
  await twice('operator.redrive', () => operator.redrive({ params: { queue: 'saveEntriesQueue' }, body: {} }));

  expect(sent.toSorted()).toEqual([...Object.values(contracts), operatorContract].flatMap(postsOf).toSorted());
});
