import { describe, expect, test, vi } from 'vitest';
import type { EmailJobKey } from '../../src/domain/email-job.ts';
import type { UserInfo } from '../../src/domain/entry.ts';
import { mailNameOf } from '../../src/domain/mail-name.ts';
import type { EmailJobOutcome, ListedEmailJob, PlannedEmailJob, UserStore } from '../../src/ports/user-store.ts';

/** A store of the adapter's, empty; `restart` gives what a new process finds. */
export interface UserStoreSubject {
  readonly store: UserStore;
  restart(): Promise<UserStore>;
}

const NOW = Date.UTC(2027, 1, 12, 8);
const user = (globalUserId: string, changes: Partial<UserInfo> = {}): UserInfo => ({
  globalUserId,
  email: `${globalUserId}@example.org`,
  firstName: 'Ann',
  lastName: 'Example',
  locale: 'en',
  ...changes,
});
const job = (globalUserId: string, changes: Partial<PlannedEmailJob> = {}): PlannedEmailJob => ({
  campaignId: 'summer-tour',
  marketId: 'london-1',
  globalUserId,
  template: 'reminder',
  occurrence: '2027-02-12T08:00:00.000Z',
  sendAt: NOW,
  ...changes,
});
const RECEIPT = { template: 'receipt', marketId: null, occurrence: '2027-02-01T10:00:00.000Z' } as const;
const LOST = { template: 'result', marketId: null, occurrence: 'summer-tour/1/LOSER' } as const;
const WON = { template: 'result', occurrence: 'summer-tour/1/WINNER' } as const;
const NO_JOBS = { PLANNED: 0, SENDING: 0, SENT: 0, FAILED: 0, AMBIGUOUS: 0, SKIPPED: 0 };

const byName = (a: EmailJobKey, b: EmailJobKey): number => (mailNameOf(a) < mailNameOf(b) ? -1 : 1);

/** What every user store does, whatever it is built on. */
export const describeUserStoreContract = (adapter: string, create: () => Promise<UserStoreSubject>): void => {
  describe(`users: ${adapter}`, () => {
    test('nothing is known of a fan who never came', async () => {
      const { store } = await create();
      expect(await store.profile('fan-1')).toBeNull();
      expect([...(await store.profiles(['fan-1'])).keys()]).toEqual([]);
    });

    test('of what a fan said at two instants the later stands, in whatever order they come', async () => {
      const subject = await create();
      const said = (email: string, modifiedAt?: string) => ({ ...user('fan-1', { email }), ...(modifiedAt === undefined ? {} : { modifiedAt }) });
      const known = async () => (await subject.store.profile('fan-1'))?.userInfo;
      await subject.store.upsertUsers([said('second@example.org', '2027-02-01T10:00:02.000Z')]);
      await subject.store.upsertUsers([said('first@example.org', '2027-02-01T10:00:01.000Z')]);
      expect(await known()).toEqual(user('fan-1', { email: 'second@example.org' }));
      await subject.store.upsertUsers([said('third@example.org', '2027-02-01T10:00:03.000Z'), said('second@example.org', '2027-02-01T10:00:02.000Z')]);
      expect(await known()).toEqual(user('fan-1', { email: 'third@example.org' }));
      await subject.store.upsertUsers([said('undated@example.org')]);
      await subject.store.upsertUsers([said('second@example.org', '2027-02-01T10:00:02.000Z')]);
      expect(await known()).toEqual(user('fan-1', { email: 'undated@example.org' }));
    });

    test('later information replaces earlier, also within one call', async () => {
      const subject = await create();
      await subject.store.upsertUsers([user('fan-1'), user('fan-2'), user('fan-1', { email: 'new@example.org', postalCode: 'N1' })]);
      await subject.store.upsertUsers([user('fan-2', { firstName: 'Bea' })]);
      const store = await subject.restart();
      const profiles = await store.profiles(['fan-2', 'fan-1', 'fan-3']);
      expect(profiles.get('fan-1')?.userInfo).toEqual(user('fan-1', { email: 'new@example.org', postalCode: 'N1' }));
      expect(profiles.get('fan-2')?.userInfo?.firstName).toBe('Bea');
      expect(profiles.size).toBe(2);
    });

    test('attributes and subscription outlive an upsert, and may come before it', async () => {
      const { store } = await create();
      await store.setAttributes('fan-1', { card: 'gold' });
      await store.setUnsubscribed('fan-1', true);
      expect(await store.profile('fan-1')).toEqual({ userInfo: null, modifiedAt: null, attributes: { card: 'gold' }, unsubscribed: true });
      const modifiedAt = '2027-02-01T10:00:01.000Z';
      await store.upsertUsers([{ ...user('fan-1'), modifiedAt }]);
      expect(await store.profile('fan-1')).toEqual({ userInfo: user('fan-1'), modifiedAt, attributes: { card: 'gold' }, unsubscribed: true });
    });

    test('erasing leaves neither the fan nor a job', async () => {
      const { store } = await create();
      await store.upsertUsers([user('fan-1'), user('fan-2')]);
      await store.planJobs([job('fan-1'), job('fan-1', RECEIPT), job('fan-1', LOST), job('fan-2')]);
      await store.erase('fan-1');
      expect(await store.profile('fan-1')).toBeNull();
      expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, PLANNED: 1 });
    });
  });

  describe(`addresses that mails come back from: ${adapter}`, () => {
    test('are remembered until they are forgotten', async () => {
      const subject = await create();
      await subject.store.setUnreachable('a', true);
      await subject.store.setUnreachable('a', true);
      await subject.store.setUnreachable('b', true);
      await subject.store.setUnreachable('b', false);
      await subject.store.setUnreachable('never marked', false);
      const store = await subject.restart();
      expect([...(await store.unreachable(['a', 'b', 'c']))]).toEqual(['a']);
      expect([...(await store.unreachable([]))]).toEqual([]);
    });
  });

  describe(`mail jobs: ${adapter}`, () => {
    const claimDue = async (store: UserStore, now = NOW, limit = 100) => store.claim(await store.dueJobs(now, limit), now);
    const finish = async (store: UserStore, outcome: EmailJobOutcome): Promise<void> =>
      store.settle((await claimDue(store)).map((claimed) => ({ job: claimed, outcome })));

    test('a job is planned once, whatever became of it', async () => {
      const subject = await create();
      expect(await subject.store.planJobs([job('fan-1'), job('fan-2'), job('fan-1')])).toBe(2);
      await finish(subject.store, { state: 'SENT', reason: null });
      const store = await subject.restart();
      expect(await store.planJobs([job('fan-1', { sendAt: NOW + 1 }), job('fan-3')])).toBe(1);
      expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, PLANNED: 1, SENT: 2 });
    });

    test('another occurrence, market or campaign is another job', async () => {
      const { store } = await create();
      const others = [job('fan-1'), job('fan-1', { occurrence: 'later' }), job('fan-1', { marketId: 'paris-1' }), job('fan-1', { campaignId: 'other' })];
      expect(await store.planJobs(others)).toBe(4);
    });

    test('a mail about the campaign as a whole is of no market, and there is one of it too', async () => {
      const subject = await create();
      const planned = [job('fan-1', RECEIPT), job('fan-1', LOST), job('fan-1', { ...RECEIPT, template: 'reminder', marketId: 'london-1' })];
      expect(await subject.store.planJobs(planned)).toBe(3);
      const store = await subject.restart();
      expect(await store.planJobs(planned)).toBe(0);
      const claimed = await claimDue(store);
      expect(claimed.map(({ attempt: _, ...key }) => key).sort(byName)).toEqual(planned.map(({ sendAt: _, ...key }) => key).sort(byName));
      await store.settle(claimed.map((one) => ({ job: one, outcome: { state: 'SENT', reason: null } })));
      const { sendAt: _, ...receipt } = job('fan-1', RECEIPT);
      await vi.waitFor(async () => expect(await store.jobOfMail(mailNameOf(receipt))).toEqual(receipt));
      expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, SENT: 3 });
    });

    test('what a fan has to act upon goes before receipts, and those before what losers are told, however long those wait', async () => {
      const { store } = await create();
      const others = Array.from({ length: 30 }, (_, index) => [
        job(`fan-${index}`, { ...LOST, sendAt: NOW - 1000 + index }),
        job(`fan-${index}`, { ...RECEIPT, sendAt: NOW - 500 + index }),
      ]).flat();
      await store.planJobs([...others, job('fan-1', { sendAt: NOW - 1 }), job('fan-2', { ...WON, sendAt: NOW }), job('fan-3', { sendAt: NOW + 1 })]);
      const named = async (limit: number) => (await store.dueJobs(NOW, limit)).map(({ template, globalUserId }) => `${template} ${globalUserId}`);
      expect(await named(4)).toEqual(['reminder fan-1', 'result fan-2', 'receipt fan-0', 'receipt fan-1']);
      expect((await named(100)).slice(31)).toEqual(['receipt fan-29', ...Array.from({ length: 30 }, (_, index) => `result fan-${index}`)]);
      expect([await store.countDue(NOW, 1), await store.countDue(NOW, 20), await store.countDue(NOW, 1000)]).toEqual([1, 20, 62]);
      await finish(store, { state: 'PLANNED', reason: 'busy', retryAt: NOW });
      const again = await named(3);
      expect([...again.slice(0, 2).sort(), again[2]]).toEqual(['reminder fan-1', 'result fan-2', expect.stringMatching(/^receipt/)]);
    });

    test('names what is due, the longest due first', async () => {
      const { store } = await create();
      const sendAt = { 'fan-1': NOW, 'fan-2': NOW - 5, 'fan-3': NOW + 1, 'fan-4': NOW - 9 };
      await store.planJobs(Object.entries(sendAt).map(([fan, at]) => job(fan, { sendAt: at })));
      expect(await store.countDue(NOW, 100)).toBe(3);
      expect((await store.dueJobs(NOW, 2)).map(({ globalUserId }) => globalUserId)).toEqual(['fan-4', 'fan-2']);
      expect(await store.countDue(NOW, 100)).toBe(3);
    });

    test('each job is claimed once, whoever asks', async () => {
      const { store } = await create();
      await store.planJobs([job('fan-1'), job('fan-2')]);
      const due = await store.dueJobs(NOW, 10);
      const claimed = (await Promise.all([store.claim(due.slice(0, 1), NOW), store.claim(due, NOW)])).flat();
      expect(claimed.map(({ globalUserId, attempt }) => [globalUserId, attempt]).sort()).toEqual([
        ['fan-1', 1],
        ['fan-2', 1],
      ]);
      expect(await store.countDue(NOW, 100)).toBe(0);
    });

    test('hundreds of jobs of two campaigns, claimed and settled by several at once, are each done once and counted right', async () => {
      const { store } = await create();
      const jobs = Array.from({ length: 230 }, (_, index) => job(`fan-${index}`, { campaignId: index % 2 === 0 ? 'summer-tour' : 'other' }));
      expect(await store.planJobs(jobs)).toBe(230);
      expect(await store.planJobs([...jobs.slice(0, 5), job('fan-new')])).toBe(1);
      const due = await store.dueJobs(NOW, 1000);
      const claimed = (await Promise.all([store.claim(due, NOW), store.claim([...due].reverse(), NOW), store.claim(due.slice(50, 90), NOW)])).flat();
      expect(new Set(claimed.map(({ globalUserId }) => globalUserId)).size).toBe(231);
      expect(claimed).toHaveLength(231);
      const ended = claimed.map((of) => ({ job: of, outcome: { state: 'SENT', reason: null } as const }));
      await Promise.all([store.settle(ended), store.settle(ended.slice(100, 200))]);
      expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, SENT: 116 });
      expect((await store.countJobs('other')).counts).toEqual({ ...NO_JOBS, SENT: 115 });
    });

    test('a job whose fan was erased meanwhile is not claimed', async () => {
      const { store } = await create();
      await store.planJobs([job('fan-1')]);
      const due = await store.dueJobs(NOW, 10);
      await store.erase('fan-1');
      expect(await store.claim(due, NOW)).toEqual([]);
    });

    test('a job to be tried again is due at its new time, with the attempt counted', async () => {
      const { store } = await create();
      await store.planJobs([job('fan-1')]);
      await finish(store, { state: 'PLANNED', reason: 'busy', retryAt: NOW + 60_000 });
      expect(await claimDue(store, NOW + 59_999)).toEqual([]);
      expect((await store.countJobs('summer-tour')).nextSendAt).toBe(NOW + 60_000);
      expect((await claimDue(store, NOW + 60_000)).map(({ attempt }) => attempt)).toEqual([2]);
    });

    test('what was being sent as the process ended is ambiguous, and stays so', async () => {
      const subject = await create();
      await subject.store.planJobs([job('fan-1'), job('fan-2')]);
      const [claimed] = await claimDue(subject.store, NOW, 1);
      const store = await subject.restart();
      expect(await store.abandonClaims(NOW - 1)).toBe(0);
      expect(await store.abandonClaims(NOW)).toBe(1);
      if (claimed !== undefined) await store.settle([{ job: claimed, outcome: { state: 'SENT', reason: null } }]);
      expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, PLANNED: 1, AMBIGUOUS: 1 });
      expect((await claimDue(store)).map(({ globalUserId }) => globalUserId)).not.toContain(claimed?.globalUserId);
    });

    test('a late outcome of an earlier attempt changes nothing', async () => {
      const { store } = await create();
      await store.planJobs([job('fan-1')]);
      const [early] = await claimDue(store);
      if (early === undefined) throw new Error('nothing was due');
      await store.settle([{ job: early, outcome: { state: 'PLANNED', reason: 'busy', retryAt: NOW } }]);
      await claimDue(store);
      await store.settle([{ job: early, outcome: { state: 'SENT', reason: null } }]);
      expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, SENDING: 1 });
    });

    test('a job is found by the name of its mail once it was claimed, whatever became of it', async () => {
      const subject = await create();
      const planned = job('fan-1');
      const { sendAt: _, ...key } = planned;
      await subject.store.planJobs([planned, job('fan-2')]);
      expect(await subject.store.jobOfMail(mailNameOf(planned))).toBeNull();
      await finish(subject.store, { state: 'PLANNED', reason: 'busy', retryAt: NOW });
      await finish(subject.store, { state: 'SENT', reason: null });
      const store = await subject.restart();
      await vi.waitFor(async () => expect(await store.jobOfMail(mailNameOf(planned))).toEqual(key));
      expect(await store.jobOfMail('0'.repeat(40))).toBeNull();
      await store.erase('fan-1');
      await vi.waitFor(async () => expect(await store.jobOfMail(mailNameOf(planned))).toBeNull());
    });

    test('one whose mail came back has failed; nothing else that has ended changes', async () => {
      const { store } = await create();
      const outcomes: readonly EmailJobOutcome['state'][] = ['SENT', 'AMBIGUOUS', 'FAILED', 'SKIPPED'];
      await store.planJobs(outcomes.map((state) => job(state)));
      const claimed = await claimDue(store);
      expect(await store.failReturned(job('SENT'), 'it came back')).toBe(false);
      await store.settle(claimed.map((one) => ({ job: one, outcome: { state: one.globalUserId as 'SENT', reason: null } })));
      expect(await Promise.all(outcomes.map((state) => store.failReturned(job(state), 'it came back')))).toEqual([true, true, false, false]);
      expect(await store.failReturned(job('SENT'), 'it came back')).toBe(false);
      expect(await store.failReturned(job('nobody'), 'it came back')).toBe(false);
      expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, FAILED: 3, SKIPPED: 1 });
    });

    describe('what a person has to look at', () => {
      /** Jobs that ended in each way, of two campaigns. */
      const endedStore = async () => {
        const subject = await create();
        const { store } = subject;
        await store.planJobs([
          ...Array.from({ length: 25 }, (_, index) => job(`failed-${index}`, { sendAt: NOW - (index % 3) })),
          job('ambiguous', RECEIPT),
          job('returned'),
          job('sent'),
          job('skipped', LOST),
          job('failed-elsewhere', { campaignId: 'other' }),
        ]);
        const outcomeOf = (fan: string): EmailJobOutcome => {
          const state = fan.startsWith('failed') ? 'FAILED' : fan === 'ambiguous' ? 'AMBIGUOUS' : fan === 'skipped' ? 'SKIPPED' : 'SENT';
          return { state, reason: state === 'SENT' ? null : `it is ${state}` };
        };
        await store.settle((await claimDue(store)).map((claimed) => ({ job: claimed, outcome: outcomeOf(claimed.globalUserId) })));
        await store.failReturned(job('returned'), 'it came back');
        return subject;
      };
      const listed = async (store: UserStore, state: 'FAILED' | 'AMBIGUOUS', limit = 10) => {
        const all: ListedEmailJob[] = [];
        for (let after: string | null | undefined; after !== null; ) {
          const page = await store.listJobs('summer-tour', state, after ?? null, limit);
          expect(page.jobs.length).toBeLessThanOrEqual(limit);
          all.push(...page.jobs);
          after = page.next;
        }
        return all;
      };
      const failed = [...Array.from({ length: 25 }, (_, index) => `failed-${index}`), 'returned'].sort();

      test('is listed with its reason, each job once, whatever the page', async () => {
        const subject = await endedStore();
        const store = await subject.restart();
        await vi.waitFor(async () => expect((await listed(store, 'FAILED')).map(({ globalUserId }) => globalUserId).sort()).toEqual(failed));
        for (const limit of [1, 13, 26, 100]) expect((await listed(store, 'FAILED', limit)).map(({ globalUserId }) => globalUserId).sort()).toEqual(failed);
        const { sendAt: _, ...ambiguous } = job('ambiguous', RECEIPT);
        expect(await listed(store, 'AMBIGUOUS')).toEqual([{ ...ambiguous, reason: 'it is AMBIGUOUS' }]);
        expect((await listed(store, 'FAILED')).find(({ globalUserId }) => globalUserId === 'returned')?.reason).toBe('it came back');
      });

      test('is also what was being sent as the process ended, until the fan is erased', async () => {
        const { store } = await create();
        await store.planJobs([job('fan-1'), job('fan-2')]);
        await claimDue(store);
        await store.abandonClaims(NOW);
        await vi.waitFor(async () => expect((await listed(store, 'AMBIGUOUS')).map(({ globalUserId }) => globalUserId).sort()).toEqual(['fan-1', 'fan-2']));
        await store.erase('fan-1');
        await vi.waitFor(async () => expect((await listed(store, 'AMBIGUOUS')).map(({ globalUserId }) => globalUserId)).toEqual(['fan-2']));
      });

      test('can be sent again from that very state, and ends as any other job', async () => {
        const { store } = await endedStore();
        const later = NOW + 5;
        expect(await store.resendJobs([job('ambiguous', RECEIPT)], 'FAILED', later)).toBe(0);
        expect(await store.resendJobs([job('sent'), job('skipped', LOST), job('nobody')], 'FAILED', later)).toBe(0);
        expect(await store.resendJobs([job('failed-1'), job('returned'), job('sent')], 'FAILED', later)).toBe(2);
        expect(await store.resendJobs([job('failed-1'), job('returned')], 'FAILED', later)).toBe(0);
        expect(await store.resendJobs([job('ambiguous', RECEIPT)], 'AMBIGUOUS', later)).toBe(1);
        expect(await store.countJobs('summer-tour')).toEqual({ counts: { ...NO_JOBS, PLANNED: 3, FAILED: 24, SENT: 1, SKIPPED: 1 }, nextSendAt: later });
        await vi.waitFor(async () => expect(await store.countDue(later, 100)).toBe(3));
        expect(await store.countDue(later - 1, 100)).toBe(0);
        const claimed = await claimDue(store, later);
        expect(claimed.map(({ globalUserId, attempt }) => `${globalUserId} ${attempt}`).sort()).toEqual(['ambiguous 2', 'failed-1 2', 'returned 2']);
        await store.settle(claimed.map((one) => ({ job: one, outcome: { state: 'SENT', reason: null } })));
        await vi.waitFor(async () => expect(await listed(store, 'AMBIGUOUS')).toEqual([]));
        expect((await store.countJobs('summer-tour')).counts).toEqual({ ...NO_JOBS, FAILED: 24, SENT: 4, SKIPPED: 1 });
      });

      test('is not listed from a place that is none', async () => {
        const { store } = await create();
        for (const after of ['', 'x', '[]', '["a"]', '1', '{"$gt":1}'])
          await expect(store.listJobs('summer-tour', 'FAILED', after, 10)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      });
    });

    test('counts are of one campaign', async () => {
      const { store } = await create();
      await store.planJobs([job('fan-1', { campaignId: 'other' })]);
      expect(await store.countJobs('summer-tour')).toEqual({ counts: NO_JOBS, nextSendAt: null });
    });
  });
};
