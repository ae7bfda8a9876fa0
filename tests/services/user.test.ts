import { describe, expect, test } from 'vitest';
import { createSqliteUserStore } from '../../src/adapters/sqlite/sqlite-user-store.ts';
import type { CampaignWithMarkets } from '../../src/domain/campaign.ts';
import type { EmailJobKey } from '../../src/domain/email-job.ts';
import type { UserInfo } from '../../src/domain/entry.ts';
import { fanReference, referenceKeyName } from '../../src/domain/fan-reference.ts';
import { RegError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import type { Mail, MailOutcome } from '../../src/ports/mailer.ts';
import type { CallContext } from '../../src/services/contract.ts';
import type { EntryDocument } from '../../src/services/entry/contract.ts';
import { createUserHandlers } from '../../src/services/user/handlers.ts';
import { createUnsubscribeLinks } from '../../src/services/user/mail/unsubscribe-links.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import { market, summerTour } from '../support/summer-tour.ts';

const context: CallContext = { caller: { kind: 'app', name: 'test', scopes: new Set(['user:write']) }, correlationId: 'test' };
const DUE = Date.UTC(2027, 1, 12, 8);
const MINUTE = 60_000;

const fan = (globalUserId: string, changes: Partial<UserInfo> = {}): UserInfo => ({
  globalUserId,
  email: `${globalUserId}@example.org`,
  firstName: 'Ann',
  lastName: 'Example',
  locale: 'en-GB',
  ...changes,
});

const winner = (globalUserId: string, changes: Partial<EntryDocument> = {}): EntryDocument => ({
  campaignId: 'summer-tour',
  globalUserId,
  entry: {},
  verdict: 'WINNER',
  accessCode: `CODE-${globalUserId}`,
  selection: { drawId: 'summer-tour/1', position: 1, marketId: 'london-1', waitlist: [] },
  version: 3,
  createdAt: '2027-02-01T10:00:00.000Z',
  updatedAt: '2027-02-09T10:00:00.000Z',
  fanModifiedAt: '2027-02-01T10:00:00.000Z',
  score: null,
  ...changes,
});

/** The service with the others' answers in the test's hands. */
const userService = async (options: { found?: CampaignWithMarkets; lines?: string[]; sendsAlone?: boolean } = {}) => {
  const folder = createSqliteFolder();
  const clock = createSetClock(DUE);
  const secrets = createMemorySecrets();
  const mails: Mail[] = [];
  const entries = new Map<string, EntryDocument>();
  const world = {
    outcome: (_: Mail): MailOutcome | Promise<MailOutcome> => ({ state: 'sent' }),
    found: options.found ?? summerTour(),
    entryService: (): void => undefined,
  };
  const requests: number[] = [];
  let store = createSqliteUserStore(await folder.open());
  const start = () =>
    createUserHandlers({
      store,
      secrets,
      clock,
      random: createSeededRandom(5),
      log: createLog('debug', { write: (line) => options.lines?.push(line) }),
      mailer: {
        send: async (mail) => {
          mails.push(mail);
          return world.outcome(mail);
        },
      },
      entryService: {
        getEntries: async ({ body }) => {
          world.entryService();
          requests.push(body.globalUserIds.length);
          return { entries: body.globalUserIds.map((id) => entries.get(id) ?? null) };
        },
      },
      campaignService: { getCampaign: async () => ({ campaign: world.found.campaign, markets: [...world.found.markets] }) },
      publicUrl: 'https://tickets.example',
      mailFrom: 'no-reply@tickets.example',
      sendsAlone: options.sendsAlone ?? true,
    });
  let handlers = start();
  /** Jobs of other templates than the reminder. */
  const planJob = (globalUserId: string, job: Pick<EmailJobKey, 'marketId' | 'template' | 'occurrence'>) =>
    handlers.enqueueEmailJobs({ body: { jobs: [{ campaignId: 'summer-tour', globalUserId, ...job, sendAt: new Date(DUE).toISOString() }] } }, context);
  const plan = (fans: readonly string[], sendAt = DUE, occurrence = '2027-02-12T08:00:00.000Z') =>
    handlers.enqueueEmailJobs(
      {
        body: {
          jobs: fans.map((globalUserId) => ({
            campaignId: 'summer-tour',
            marketId: 'london-1',
            globalUserId,
            template: 'reminder',
            occurrence,
            sendAt: new Date(sendAt).toISOString(),
          })),
        },
      },
      context,
    );
  return {
    clock,
    secrets,
    mails,
    entries,
    world,
    requests,
    plan,
    planJob,
    handlers: () => handlers,
    restart: async () => {
      store = createSqliteUserStore(await folder.open());
      handlers = start();
    },
    /** Another process beside this one. */
    another: () => {
      handlers = start();
    },
    /** A winner with an address, and their mail planned. */
    addWinner: async (globalUserId: string, changes: Partial<UserInfo> = {}) => {
      entries.set(globalUserId, winner(globalUserId));
      await handlers.upsertUsers({ body: { users: [fan(globalUserId, changes)] } }, context);
      await plan([globalUserId]);
    },
    sendDue: (limit = 100) => handlers.sendDue({ body: { limit } }, context),
    counts: async () => handlers.countEmailJobs({ query: { campaignId: 'summer-tour' } }, context),
  };
};

const NONE = { sent: 0, failed: 0, ambiguous: 0, skipped: 0, remaining: 0 };

describe('sending what is due', () => {
  test('a winner gets one mail, however often it is planned and sent', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
    expect(await service.plan(['fan-1'])).toEqual({ planned: 0, known: 1 });
    expect(await service.sendDue()).toEqual(NONE);
    expect(service.mails).toHaveLength(1);
    expect((await service.counts()).counts).toEqual({ planned: 0, sending: 0, sent: 1, failed: 0, ambiguous: 0, skipped: 0 });
  });

  test('what is not yet due waits, and what is over the limit is said to remain', async () => {
    const service = await userService();
    for (const id of ['fan-1', 'fan-2', 'fan-3']) await service.addWinner(id);
    await service.plan(['fan-4'], DUE + MINUTE);
    expect(await service.sendDue(2)).toEqual({ ...NONE, sent: 2, remaining: 1 });
    expect(await service.sendDue(2)).toEqual({ ...NONE, sent: 1 });
    expect((await service.counts()).nextSendAt).toBe('2027-02-12T08:01:00.000Z');
  });

  test('the mail goes to the address that is known now, not to the one of the plan', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    await service.handlers().upsertUsers({ body: { users: [fan('fan-1', { email: 'new@example.org' })] } }, context);
    await service.sendDue();
    expect(service.mails.map(({ to }) => to.address)).toEqual(['new@example.org']);
  });

  test('entries are asked for 100 at a time', async () => {
    const service = await userService();
    const fans = Array.from({ length: 250 }, (_, index) => `fan-${index}`);
    for (let start = 0; start < fans.length; start += 50) await service.plan(fans.slice(start, start + 50));
    await service.sendDue(1000);
    expect(service.requests).toEqual([100, 100, 50]);
  });

  test.each<[string, (service: Awaited<ReturnType<typeof userService>>) => unknown]>([
    ['unsubscribed', (service) => service.handlers().setSubscription({ params: { globalUserId: 'fan-1' }, body: { unsubscribed: true } }, context)],
    ['withdrew', (service) => service.entries.delete('fan-1')],
    ['is no winner (any more)', (service) => service.entries.set('fan-1', winner('fan-1', { verdict: 'WAITLIST' }))],
    [
      'won another market',
      (service) => service.entries.set('fan-1', winner('fan-1', { selection: { drawId: 'd', position: 1, marketId: 'paris-1', waitlist: [] } })),
    ],
    ['would hear of it when the presale is over', (service) => service.clock.advance(60 * 60 * MINUTE)],
  ])('no mail for a fan who %s', async (_, change) => {
    const service = await userService();
    await service.addWinner('fan-1');
    await change(service);
    expect(await service.sendDue()).toEqual({ ...NONE, skipped: 1 });
    expect(service.mails).toEqual([]);
    expect(await service.sendDue()).toEqual(NONE);
  });

  test('an erased fan gets no mail, and no job of theirs is left', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    await service.handlers().eraseFan({ params: { globalUserId: 'fan-1' } }, context);
    expect(await service.sendDue()).toEqual(NONE);
    await expect(service.handlers().getProfile({ params: { globalUserId: 'fan-1' } }, context)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a failure that may pass is tried again later and later, and not for ever', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    service.world.outcome = () => ({ state: 'failed', reason: 'busy', retryable: true });
    const waits: number[] = [];
    for (let attempts = 0; attempts < 10; attempts += 1) {
      const { failed } = await service.sendDue();
      if (failed === 1) break;
      const { nextSendAt } = await service.counts();
      const wait = Date.parse(nextSendAt ?? '') - service.clock.now();
      waits.push(wait / MINUTE);
      expect(await service.sendDue()).toEqual(NONE);
      service.clock.advance(wait);
    }
    expect(waits).toEqual([1, 5, 30, 120]);
    expect(service.mails).toHaveLength(5);
    expect((await service.counts()).counts).toMatchObject({ failed: 1, planned: 0 });
  });

  test.each<[MailOutcome, string]>([
    [{ state: 'failed', reason: 'no such mailbox', retryable: false }, 'failed'],
    [{ state: 'ambiguous', reason: 'the connection broke off' }, 'ambiguous'],
  ])('%j is final', async (outcome, state) => {
    const service = await userService();
    await service.addWinner('fan-1');
    service.world.outcome = () => outcome;
    expect(await service.sendDue()).toEqual({ ...NONE, [state]: 1 });
    service.clock.advance(60 * MINUTE);
    expect(await service.sendDue()).toEqual(NONE);
    expect(service.mails).toHaveLength(1);
  });

  test('a mailer that throws may have sent it: ambiguous', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    service.world.outcome = () => Promise.reject(new Error('boom'));
    expect(await service.sendDue()).toEqual({ ...NONE, ambiguous: 1 });
  });

  test('a mail that was going out as the process ended is not sent again', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    let handed = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      handed = resolve;
    });
    service.world.outcome = () => {
      handed();
      return new Promise(() => undefined);
    };
    void service.sendDue();
    await arrived;
    await service.restart();
    service.world.outcome = () => ({ state: 'sent' });
    expect(await service.sendDue()).toEqual(NONE);
    expect(service.mails).toHaveLength(1);
    expect((await service.counts()).counts).toMatchObject({ ambiguous: 1, sending: 0 });
  });

  test('a process that is not the only one leaves alone what another is sending, until that must have ended long ago', async () => {
    const service = await userService({ sendsAlone: false });
    await service.addWinner('fan-1');
    let handed = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      handed = resolve;
    });
    let accepted = (_: MailOutcome): void => undefined;
    service.world.outcome = () => {
      handed();
      return new Promise((resolve) => {
        accepted = resolve;
      });
    };
    const other = service.sendDue();
    await arrived;
    service.another();
    expect(await service.sendDue()).toEqual(NONE);
    expect((await service.counts()).counts).toMatchObject({ ambiguous: 0, sending: 1 });
    accepted({ state: 'sent' });
    expect(await other).toMatchObject({ sent: 1 });
    expect((await service.counts()).counts).toMatchObject({ ambiguous: 0, sending: 0, sent: 1 });

    await service.addWinner('fan-2');
    service.world.outcome = () => new Promise(() => handed());
    const again = new Promise<void>((resolve) => {
      handed = resolve;
    });
    void service.sendDue();
    await again;
    service.clock.advance(30 * MINUTE);
    service.another();
    expect(await service.sendDue()).toEqual(NONE);
    expect((await service.counts()).counts).toMatchObject({ ambiguous: 1, sending: 0 });
  });

  test('when the process ends in the middle, the mails that surely did not go out go out later', async () => {
    const service = await userService();
    for (let index = 0; index < 60; index += 1) await service.addWinner(`fan-${index}`);
    let handed = (): void => undefined;
    const stuck = new Promise<void>((resolve) => {
      handed = resolve;
    });
    service.world.outcome = () => {
      if (service.mails.length < 30) return { state: 'sent' };
      handed();
      return new Promise(() => undefined);
    };
    void service.sendDue();
    await stuck;
    await service.restart();
    const before = new Set(service.mails.map(({ to }) => to.address));
    service.world.outcome = () => ({ state: 'sent' });
    await service.sendDue();
    const { counts } = await service.counts();
    expect(counts).toMatchObject({ planned: 0, sending: 0, ambiguous: 20, sent: 40 });
    expect(service.mails.slice(before.size).filter(({ to }) => before.has(to.address))).toEqual([]);
  });

  test('two runs at the same time send each mail once', async () => {
    const service = await userService();
    for (let index = 0; index < 60; index += 1) await service.addWinner(`fan-${index}`);
    const [one, other] = await Promise.all([service.sendDue(), service.sendDue()]);
    expect(one.sent + other.sent).toBe(60);
    expect(new Set(service.mails.map(({ messageId }) => messageId)).size).toBe(service.mails.length);
    expect(service.mails).toHaveLength(60);
  });

  test('when the Entry Service is down nothing is sent, nothing is lost and no attempt is used up', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    service.world.entryService = () => {
      throw new RegError('SERVICE_UNAVAILABLE', 'down');
    };
    for (let attempts = 0; attempts < 20; attempts += 1) await expect(service.sendDue()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    service.world.entryService = () => undefined;
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
  });

  test('a winner whose code is still on its way is told later', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    const { accessCode: _, ...withoutCode } = winner('fan-1');
    service.entries.set('fan-1', withoutCode);
    expect(await service.sendDue()).toEqual(NONE);
    service.entries.set('fan-1', winner('fan-1'));
    service.clock.advance(MINUTE);
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
  });

  test('an address that is none fails that mail alone', async () => {
    const service = await userService();
    await service.addWinner('fan-1', { email: 'ann@example.org\r\nBcc: everybody@example.org' });
    await service.addWinner('fan-2');
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1, failed: 1 });
  });

  test('no log line tells who got which code', async () => {
    const lines: string[] = [];
    const service = await userService({ lines });
    await service.addWinner('fan-1', { firstName: 'Zebulon', email: 'zebulon@example.org' });
    await service.addWinner('fan-2', { firstName: 'Zebulon', email: 'zebulon at example.org' });
    service.world.outcome = () => ({ state: 'ambiguous', reason: 'the connection broke off' });
    await service.sendDue();
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).not.toMatch(/zebulon|CODE-/i);
  });
});

describe('receipts and results', () => {
  const KEY = new Uint8Array(32).fill(7);
  const CREATED = '2027-02-01T10:00:00.000Z';
  const receipt = { marketId: null, template: 'receipt', occurrence: CREATED } as const;
  const result = (verdict: 'WINNER' | 'WAITLIST' | 'LOSER') =>
    ({ marketId: verdict === 'WINNER' ? 'london-1' : null, template: 'result', occurrence: `summer-tour/1/${verdict}` }) as const;
  const place = { drawId: 'summer-tour/1', position: 4, waitlist: [{ marketId: 'london-1', place: 2 }] };
  /** A service that knows fan-1, with this entry. */
  const serviceWith = async (entry: Partial<EntryDocument>) => {
    const service = await userService();
    await service.secrets.getOrCreate(referenceKeyName('summer-tour'), () => KEY);
    await service.handlers().upsertUsers({ body: { users: [{ ...fan('fan-1'), modifiedAt: CREATED }] } }, context);
    const { accessCode: _, ...pending } = winner('fan-1');
    service.entries.set('fan-1', { ...pending, ...entry });
    return service;
  };

  test('a receipt goes out once, with what was answered and the reference that the draw publishes', async () => {
    const service = await serviceWith({ verdict: 'PENDING', entry: { markets: ['london-1'], tickets: 3 } });
    await service.planJob('fan-1', receipt);
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
    expect(await service.planJob('fan-1', receipt)).toEqual({ planned: 0, known: 1 });
    expect(await service.sendDue()).toEqual(NONE);
    const [mail] = service.mails;
    for (const words of ['Summer Tour', 'London', '3', fanReference(KEY, 'fan-1')]) expect(mail?.text).toContain(words);
  });

  test('a fan who gave another address by registering gets the receipt there, once it has arrived', async () => {
    const service = await serviceWith({ verdict: 'PENDING', fanModifiedAt: '2027-02-01T10:00:05.000Z' });
    await service.planJob('fan-1', receipt);
    expect(await service.sendDue()).toEqual(NONE);
    const users = [{ ...fan('fan-1', { email: 'new@example.org' }), modifiedAt: '2027-02-01T10:00:05.000Z' }];
    await service.handlers().upsertUsers({ body: { users } }, context);
    service.clock.advance(MINUTE);
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
    expect(service.mails.map(({ to }) => to.address)).toEqual(['new@example.org']);
  });

  test('a receipt of a registration that was withdrawn and made anew is skipped', async () => {
    const service = await serviceWith({ verdict: 'PENDING', createdAt: '2027-02-02T10:00:00.000Z' });
    await service.planJob('fan-1', receipt);
    expect(await service.sendDue()).toEqual({ ...NONE, skipped: 1 });
  });

  test.each<[string, Partial<EntryDocument>, string]>([
    ['WINNER', { accessCode: 'CODE-fan-1' }, 'CODE-fan-1'],
    ['WAITLIST', { verdict: 'WAITLIST', selection: place }, '2'],
    ['LOSER', { verdict: 'LOSER', selection: { ...place, waitlist: [] } }, fanReference(KEY, 'fan-1')],
  ])('a result says %s, and what comes with it', async (verdict, entry, words) => {
    const service = await serviceWith(entry);
    await service.planJob('fan-1', result(verdict as 'WINNER'));
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
    expect(service.mails[0]?.text).toContain(words);
    expect(service.mails[0]?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  });

  test('who was promoted before the mail of the waitlist went out gets the one that is true', async () => {
    const service = await serviceWith({ accessCode: 'CODE-fan-1' });
    await service.planJob('fan-1', result('WAITLIST'));
    await service.planJob('fan-1', result('WINNER'));
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1, skipped: 1 });
    expect(service.mails[0]?.text).toContain('CODE-fan-1');
  });

  test('a campaign whose reference key is not there holds up its receipts alone', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    await service.planJob('fan-1', receipt);
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
    await service.secrets.getOrCreate(referenceKeyName('summer-tour'), () => KEY);
    service.clock.advance(MINUTE);
    expect(await service.sendDue()).toEqual({ ...NONE, sent: 1 });
  });

  test('reminders do not wait behind what losers are told', async () => {
    const service = await serviceWith({ verdict: 'LOSER', selection: place });
    for (let draw = 1; draw <= 5; draw += 1) await service.planJob('fan-1', { ...result('LOSER'), occurrence: `summer-tour/${draw}/LOSER` });
    service.clock.advance(MINUTE);
    service.entries.set('fan-2', winner('fan-2'));
    await service.handlers().upsertUsers({ body: { users: [fan('fan-2')] } }, context);
    await service.plan(['fan-2'], DUE + MINUTE);
    expect(await service.sendDue(1)).toMatchObject({ sent: 1, remaining: 5 });
    expect(service.mails.map(({ to }) => to.address)).toEqual(['fan-2@example.org']);
  });
});

describe('the mail', () => {
  const mailTo = async (changes: Partial<UserInfo>, found = summerTour()): Promise<Mail> => {
    const service = await userService({ found });
    await service.addWinner('fan-1', changes);
    await service.sendDue();
    const [mail] = service.mails;
    if (mail === undefined) throw new Error('no mail was sent');
    return mail;
  };

  test('says what, where, when, with which code, and how to get no more', async () => {
    const mail = await mailTo({});
    for (const part of [mail.text, mail.html ?? '']) {
      for (const words of [
        'London',
        'Example Arena',
        '12 February 2027',
        '10:00',
        'CODE-fan-1',
        'https://tickets.example/london',
        'https://tickets.example/unsubscribe?token=',
      ]) {
        expect(part).toContain(words);
      }
    }
    expect(mail.subject).toContain('Summer Tour');
    expect(mail.date).toBe(DUE);
  });

  test('shows times in the zone of the market, by the rules of the day: winter and summer time', async () => {
    const newYork = market({ timezone: 'America/New_York' });
    const { text } = await mailTo({ locale: 'en-US' }, summerTour({ markets: [newYork] }));
    expect(text).toContain('5:00 AM EST');
    expect(text).toContain('3:00 PM EDT');
  });

  test.each([
    ['fr-CA', 'prévente'],
    ['de', 'Vorverkauf'],
    ['es-MX', 'preventa'],
    ['en-AU', 'presale'],
    ['ja', 'prévente'],
    ['not a tag!', 'prévente'],
  ])('is in the language of %s: %s; where there is none, in that of the campaign', async (locale, word) => {
    expect((await mailTo({ locale }, summerTour({ campaign: { locales: ['fr', 'en'] } }))).text).toContain(word);
  });

  test('is in English where neither the fan nor the campaign has a language of ours', async () => {
    expect((await mailTo({ locale: 'ja' }, summerTour({ campaign: { locales: ['ko'] } }))).text).toContain('presale');
  });

  test('has no code where the campaign shows none', async () => {
    const found = summerTour({ campaign: { options: { automatedReminders: true, showAccessCode: false, maxMarkets: 2 } } });
    const mail = await mailTo({}, found);
    expect(mail.text + mail.html).not.toMatch(/CODE-|access code/);
  });

  test('has the shared code of a market that has one', async () => {
    const mail = await mailTo({}, summerTour({ markets: [market({ codes: { mode: 'shared', sharedCode: 'FRIENDS27' } })] }));
    expect(mail.text).toContain('FRIENDS27');
    expect(mail.text + mail.html).not.toContain('yours alone');
    expect((await mailTo({})).html).toContain('yours alone');
  });

  test('escapes what fans say of themselves, and puts no link of theirs into it', async () => {
    const mail = await mailTo({ firstName: `O'Ann & <b>`, lastName: 'x' });
    expect(mail.html).not.toContain('<b>');
    expect((await mailTo({ firstName: `O'Ann & Co` })).html).toContain('O&#39;Ann &amp; Co');
    const link = await mailTo({ firstName: 'win at evil.example', lastName: 'http://evil.example' });
    expect(link.text + link.html + link.to.name).not.toContain('evil');
  });

  test.each(['Ann\r\nBcc', 'Ann\u0007', 'A\ud800', 'x'.repeat(200)])('a name that no header may hold is left out: %j', async (firstName) => {
    expect((await mailTo({ firstName, lastName: 'Example' })).to.name).toBe('Example');
  });

  test('offers to unsubscribe in one click (RFC 8058), by a token that only we can make', async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    await service.sendDue();
    const { headers } = service.mails[0] ?? { headers: {} as Record<string, string> };
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const token = new URL((headers['List-Unsubscribe'] ?? '').slice(1, -1)).searchParams.get('token') ?? '';
    const options = { secrets: service.secrets, random: createSeededRandom(1), publicUrl: 'https://tickets.example' };
    const links = await createUnsubscribeLinks(options);
    expect(links.fanOf(token)).toBe('fan-1');
    const [name = '', signature = ''] = token.split('.');
    for (const forged of [`${Buffer.from('fan-2').toString('base64url')}.${signature}`, name, `${name}.`, `${token}.x`, '', '.']) {
      expect(links.fanOf(forged)).toBeNull();
    }
    const others = await createUnsubscribeLinks({ ...options, secrets: createMemorySecrets(), random: createSeededRandom(2) });
    expect(others.fanOf(token)).toBeNull();
  });

  test('has a message id that is the same for the same job, and that tells nothing of the fan', async () => {
    const mails = [await mailTo({}), await mailTo({ email: 'other@example.org' })];
    expect(mails[0]?.messageId).toBe(mails[1]?.messageId);
    expect(mails[0]?.messageId).toMatch(/^[0-9a-f]{40}@tickets\.example$/);
  });
});

describe('a mail that comes back', () => {
  const nameOf = (mail: Mail | undefined): string => mail?.messageId.split('@')[0] ?? '';
  const bounce = (mail: string, status = '5.1.1', recipients = ['fan-1@example.org']) => ({ body: { bounces: [{ mail, recipients, status }] } });
  /** One mail was sent to fan-1 and another is planned. */
  const sentOnce = async () => {
    const service = await userService();
    await service.addWinner('fan-1');
    await service.sendDue();
    await service.plan(['fan-1'], DUE, 'second');
    return { ...service, name: nameOf(service.mails[0]) };
  };

  test('has failed, and no further mail goes to an address that is not there', async () => {
    const { handlers, name, sendDue, counts } = await sentOnce();
    expect(await handlers().recordBounces(bounce(name, '5.1.1', ['FAN-1@Example.org']), context)).toEqual({ failed: 1, unreachable: 1, unknown: 0 });
    expect(await sendDue()).toEqual({ ...NONE, skipped: 1 });
    expect((await counts()).counts).toMatchObject({ sent: 0, failed: 1, skipped: 1 });
  });

  test('twice is one that came back once', async () => {
    const { handlers, name } = await sentOnce();
    await handlers().recordBounces(bounce(name), context);
    expect(await handlers().recordBounces(bounce(name), context)).toEqual({ failed: 0, unreachable: 1, unknown: 0 });
  });

  test.each([
    ['for a reason that is not the address', '5.7.1', ['fan-1@example.org']],
    ['because it could not be passed on for days', '4.4.7', ['fan-1@example.org']],
    ['from an address that is not the fan’s now', '5.1.1', ['somebody@example.org']],
  ])('%s has failed, and the next one goes out', async (_, status, recipients) => {
    const { handlers, name, sendDue } = await sentOnce();
    expect(await handlers().recordBounces(bounce(name, status, recipients), context)).toEqual({ failed: 1, unreachable: 0, unknown: 0 });
    expect(await sendDue()).toEqual({ ...NONE, sent: 1 });
  });

  test('does not keep mails from a new address of the fan, nor from one who was erased and came again', async () => {
    const { handlers, name, sendDue, plan, addWinner } = await sentOnce();
    await handlers().recordBounces(bounce(name), context);
    await handlers().upsertUsers({ body: { users: [fan('fan-1', { email: 'new@example.org' })] } }, context);
    expect(await sendDue()).toEqual({ ...NONE, sent: 1 });
    await handlers().upsertUsers({ body: { users: [fan('fan-1')] } }, context);
    await plan(['fan-1'], DUE, 'third');
    expect(await sendDue()).toEqual({ ...NONE, skipped: 1 });
    await handlers().eraseFan({ params: { globalUserId: 'fan-1' } }, context);
    await addWinner('fan-1');
    expect(await sendDue()).toEqual({ ...NONE, sent: 1 });
  });

  test('and is none of ours changes nothing', async () => {
    const { handlers, sendDue } = await sentOnce();
    expect(await handlers().recordBounces(bounce('0'.repeat(40)), context)).toEqual({ failed: 0, unreachable: 0, unknown: 1 });
    expect(await sendDue()).toEqual({ ...NONE, sent: 1 });
  });
});

test('a profile is known with its attributes before the fan ever registers', async () => {
  const service = await userService();
  const handlers = service.handlers();
  await handlers.setAttributes({ params: { globalUserId: 'fan-1' }, body: { attributes: { card: 'gold' } } }, context);
  expect(await handlers.getProfile({ params: { globalUserId: 'fan-1' } }, context)).toEqual({
    userInfo: null,
    attributes: { card: 'gold' },
    unsubscribed: false,
  });
});
