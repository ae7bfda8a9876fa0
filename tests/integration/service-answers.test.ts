import { describe, expect, onTestFinished, test } from 'vitest';
import { createDynamoDBCampaignStore } from '../../src/adapters/aws/dynamodb-campaign-store.ts';
import { createDynamoDBCodeStore } from '../../src/adapters/aws/dynamodb-code-store.ts';
import { createDynamoDBDrawStore } from '../../src/adapters/aws/dynamodb-draw-store.ts';
import { createDynamoDBEntryStore } from '../../src/adapters/aws/dynamodb-entry-store.ts';
import { createDynamoDBUserStore } from '../../src/adapters/aws/dynamodb-user-store.ts';
import { createMongoCampaignStore } from '../../src/adapters/mongo/mongo-campaign-store.ts';
import { createMongoCodeStore } from '../../src/adapters/mongo/mongo-code-store.ts';
import { createMongoDrawStore } from '../../src/adapters/mongo/mongo-draw-store.ts';
import { createMongoEntryStore } from '../../src/adapters/mongo/mongo-entry-store.ts';
import { createMongoUserStore } from '../../src/adapters/mongo/mongo-user-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { campaignServed } from '../../src/generated/served/campaign.ts';
import { codeServed } from '../../src/generated/served/code.ts';
import { entryServed } from '../../src/generated/served/entry.ts';
import { userServed } from '../../src/generated/served/user.ts';
import { createCodeHandlers } from '../../src/services/code/handlers.ts';
import type { Contract, HandlersOf } from '../../src/services/contract.ts';
import { createEntryHandlers } from '../../src/services/entry/handlers.ts';
import { createMembershipScores } from '../../src/services/entry/score-provider.ts';
import type { ServedContract } from '../../src/services/served-contract.ts';
import { createService } from '../../src/services/service.ts';
import { createUserHandlers } from '../../src/services/user/handlers.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { createCampaignServiceWorld, entryDocument } from '../support/campaign-service-world.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { readableTokens } from '../support/served.ts';
import { silentLog } from '../support/silent-log.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';
import { createMongoSubject } from './mongo-subject.ts';

const clock = createSystemClock();
const random = createSystemRandom(clock);
const common = { clock, random, log: silentLog };

/** What a service answers an operator; an answer that breaks its contract fails here, with its place in the log. */
const asker = <C extends Contract>(served: ServedContract<C>, handlers: HandlersOf<C>) => {
  const faults: unknown[] = [];
  const service = createService({ served, handlers, tokens: readableTokens, log: { error: (facts: object) => void faults.push(facts) } });
  return async (method: string, path: string, body?: object): Promise<Readonly<Record<string, unknown>>> => {
    const [before = '', query = ''] = path.split('?');
    const headers = { authorization: 'Bearer operator', ...(body !== undefined && { 'content-type': 'application/json' }) };
    const readBody = async (): Promise<string | null> => (body === undefined ? null : JSON.stringify(body));
    const answer = await service.answer({ method, path: `${service.prefix}/v1${before}`, query, headers, id: 'id', readBody });
    expect({ method, path, status: answer.status, faults }).toEqual({ method, path, status: 200, faults: [] });
    return JSON.parse(answer.body);
  };
};

const stores = {
  dynamodb: {
    entries: async () => createDynamoDBEntryStore({ ...(await createDynamoDBSubject('entries')), clock, random }),
    codes: async () => createDynamoDBCodeStore(await table('codes')),
    users: async () => createDynamoDBUserStore(await table('users')),
    campaigns: async () => {
      const campaigns = await table('campaigns');
      return { store: createDynamoDBCampaignStore(campaigns), draws: createDynamoDBDrawStore(campaigns) };
    },
  },
  mongo: {
    entries: async () => createMongoEntryStore(await mongo()),
    codes: async () => createMongoCodeStore(await mongo()),
    users: async () => createMongoUserStore(await mongo()),
    campaigns: async () => {
      const options = await mongo();
      return { store: createMongoCampaignStore(options), draws: createMongoDrawStore(options) };
    },
  },
} as const;
const table = async (name: 'codes' | 'users' | 'campaigns') => ({ ...(await createDynamoDBSubject(name)), clock, random });
const mongo = async () => {
  const { mongo: connection } = await createMongoSubject();
  onTestFinished(() => connection.close());
  return { mongo: connection, clock, random };
};

/** An entry with everything that one may have, and one with nothing of it. */
const bare = entryDocument('fan-1');
const whole = entryDocument('fan-2', {
  accessCode: 'C-1',
  verdict: 'WINNER',
  linkedFrom: 'spring-tour',
  selection: { drawId: 'summer-tour/1', position: 1, marketId: 'london-1', waitlist: [{ marketId: 'paris-1', place: 2 }] },
});
const userInfo = { email: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', locale: 'en' };
const upsertOf = ({ score: _, ...entry }: typeof bare) => ({
  ...entry,
  userInfo: { globalUserId: entry.globalUserId, ...userInfo },
  rankedMarkets: ['london-1', 'paris-1'],
});

describe.each(Object.entries(stores))('what is kept on %s is answered as the contracts say', (_, open) => {
  test('by the Entry Service', async () => {
    const ask = asker(entryServed, createEntryHandlers({ ...common, store: await open.entries(), scores: createMembershipScores() }));
    await ask('POST', '/entries/batch-upsert', { entries: [upsertOf(bare), upsertOf(whole)] });
    const { entries } = await ask('POST', '/entries/batch-get', { campaignId: 'summer-tour', globalUserIds: ['fan-1', 'fan-2', 'nobody'] });
    expect(entries).toMatchObject([{ globalUserId: 'fan-1' }, { accessCode: 'C-1', linkedFrom: 'spring-tour' }, null]);
    for (const path of ['/entries', '/entries?verdict=WINNER', '/counts', '/entries/fan-2']) await ask('GET', `/campaigns/summer-tour${path}`);
    for (const path of ['/markets/london-1/entries', '/entry-parts']) await ask('GET', path);
    const selection = { drawId: 'summer-tour/1', position: 2, waitlist: [] };
    const assigned = [{ globalUserId: 'fan-1', verdict: 'LOSER', selection }];
    await ask('POST', '/entries/assign-codes', {
      campaignId: 'summer-tour',
      marketId: 'london-1',
      drawId: 'summer-tour/1',
      codes: 'unique',
      entries: assigned,
    });
    await ask('POST', '/campaigns/summer-tour/invites', { key: 'email', values: ['ann@example.org'] });
    await ask('POST', '/campaigns/summer-tour/invites/check', { key: 'email', value: 'ann@example.org' });
    await ask('POST', '/entries/refresh-scores', { entries: [{ campaignId: 'summer-tour', globalUserId: 'fan-1' }] });
    const [removed] = [bare].map(({ campaignId, globalUserId, createdAt }) => ({ campaignId, globalUserId, createdAt, version: 9 }));
    await ask('POST', '/entries/batch-delete', { entries: [removed] });
  });

  test('by the Code Service', async () => {
    const ask = asker(codeServed, createCodeHandlers({ ...common, store: await open.codes(), secrets: createMemorySecrets() }));
    await ask('POST', '/markets/london-1/codes', { codes: ['C-1', 'C-2', 'C-2'] });
    await ask('POST', '/markets/london-1/codes/generate', { count: 2, idempotencyKey: 'one' });
    const reservation = { campaignId: 'summer-tour', marketId: 'london-1', idempotencyKey: 'one' };
    const { codes } = (await ask('POST', '/reservations', { ...reservation, count: 2 })) as { codes: readonly string[] };
    await ask('POST', '/reservations', { ...reservation, count: 50, idempotencyKey: 'two' });
    const held = codes.map((code, index) => ({ marketId: 'london-1', code, globalUserId: `fan-${index}` }));
    await ask('POST', '/codes/mark-assigned', { campaignId: 'summer-tour', codes: held });
    await ask('GET', '/markets/london-1/codes/held?limit=1');
    const redemptions = [codes[0], 'UNKNOWN'].map((code) => ({ marketId: 'london-1', code, redeemedAt: '2027-03-01T10:00:00.000Z' }));
    await ask('POST', '/codes/redeem', { codes: redemptions });
    await ask('POST', '/codes/revoke', { codes: [{ marketId: 'london-1', code: codes[1] }], reason: 'a test' });
    await ask('GET', '/markets/london-1/codes/stats');
  });

  test('by the User Service', async () => {
    const never = async (): Promise<never> => expect.fail('nothing is sent here');
    const ask = asker(
      userServed,
      createUserHandlers({
        ...common,
        store: await open.users(),
        mailer: { send: never },
        secrets: createMemorySecrets(),
        sendsAlone: true,
        entryService: { getEntries: never },
        campaignService: { getCampaign: never },
        publicUrl: 'https://tickets.example',
        mailFrom: 'no-reply@tickets.example',
      } as never),
    );
    await ask('POST', '/users/batch-upsert', { users: [{ globalUserId: 'fan-1', ...userInfo, phoneNumber: '+442079460018', memberId: 'M-1' }] });
    for (const fan of ['fan-1']) await ask('GET', `/users/${fan}`);
    await ask('PUT', '/users/fan-2/attributes', { attributes: { gold: 'yes' } });
    await ask('PUT', '/users/fan-2/subscription', { unsubscribed: true });
    expect(await ask('GET', '/users/fan-2')).toMatchObject({ userInfo: null, unsubscribed: true });
    const job = {
      campaignId: 'summer-tour',
      marketId: 'london-1',
      globalUserId: 'fan-1',
      template: 'reminder',
      occurrence: 'a',
      sendAt: '2027-02-12T08:00:00.000Z',
    };
    await ask('POST', '/email-jobs', { jobs: [job, job] });
    await ask('GET', '/email-jobs/counts?campaignId=summer-tour');
    await ask('GET', '/email-jobs/counts?campaignId=unknown');
  });

  test('by the Campaign Service', async () => {
    const world = await createCampaignServiceWorld(await open.campaigns());
    const ask = asker(campaignServed, world.service);
    await ask('PUT', '/campaigns/summer-tour', {
      file: campaignFile({ markets: [marketFile('london-1', { capacity: 1, waitlistCapacity: 2 }), marketFile('paris-1')] }),
    });
    await ask('PUT', '/campaigns/summer-tour/status', { status: 'OPEN' });
    await ask('PUT', '/markets/paris-1/notification', { notification: { dueAt: '2027-02-12T08:00:00.000Z', plannedAt: null, notifiedAt: null } });
    for (const path of [
      '/campaigns',
      '/campaigns/summer-tour',
      '/slugs/summer-tour',
      '/markets/paris-1',
      '/markets/paris-1/stats',
      '/campaigns/summer-tour/draws',
    ])
      await ask('GET', path);
    world.entries.push(...['a', 'b', 'c', 'd'].map((id) => entryDocument(id, { entry: { markets: ['london-1'], tickets: 1 } })));
    world.clock.advance(8 * 86_400_000);
    await ask('POST', '/campaigns/summer-tour/draws', {});
    await ask('POST', '/campaigns/summer-tour/draws/1/reveal', {});
    for (const path of ['draws', 'draws/1/results', 'draws/1/results?marketId=london-1&verdict=WAITLIST', 'draws/1/counts'])
      await ask('GET', `/campaigns/summer-tour/${path}`);
    const stats = { eligible: 4, selected: 1, waitlisted: 2, reserved: 1, enqueued: 4, failed: 0 };
    await ask('PUT', '/markets/london-1/stats', { drawId: 'summer-tour/1', status: 'FINISHED', stats, shortfall: 0 });
    const counts = { winners: 1, waitlisted: 2, losers: 0, withdrawn: 0 };
    await ask('POST', '/verdict-reports', { reports: [{ reportId: 'r', marketId: 'london-1', drawId: 'summer-tour/1', counts }] });
    await ask('POST', '/markets/london-1/promotions', { drawId: 'summer-tour/1', known: 0, globalUserIds: ['b'] });
    expect(await ask('GET', '/markets/london-1/promotions?drawId=summer-tour%2F1')).toEqual({ globalUserIds: ['b'], next: null });
    await ask('GET', '/markets/london-1/stats');
    await ask('POST', '/campaigns/summer-tour/selections', {});
  });
});
