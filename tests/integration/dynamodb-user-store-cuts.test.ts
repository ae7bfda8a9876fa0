import { describe, expect, test } from 'vitest';
import { createDynamoDBUserStore } from '../../src/adapters/aws/dynamodb-user-store.ts';
import type { UserStore } from '../../src/ports/user-store.ts';
import { atEachCut, tableOf } from './cut-off-client.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';

const NOW = Date.UTC(2027, 1, 12, 8);
const JOBS = 3;
const jobsOf = (campaignId: string) =>
  Array.from({ length: JOBS }, (_, index) => ({
    campaignId,
    marketId: 'london-1',
    globalUserId: `fan-${campaignId}`,
    template: 'reminder' as const,
    occurrence: `reminder ${index}`,
    sendAt: NOW + index,
  }));
const NO_JOBS = { PLANNED: 0, SENDING: 0, SENT: 0, FAILED: 0, AMBIGUOUS: 0, SKIPPED: 0 };

/** Cuts a call off between any two of its requests; the servers are real, the process is what ends. */
describe('mail jobs on DynamoDB, a process that ended at any of its requests', { timeout: 600_000 }, () => {
  const eachCut = async (test: (campaignId: string, store: UserStore, cutOff: UserStore) => Promise<void>): Promise<number> => {
    const subject = await createDynamoDBSubject('users');
    const store = createDynamoDBUserStore(tableOf(subject.tableName, subject.client));
    return atEachCut(subject, (name, cutOff) => test(name, store, createDynamoDBUserStore(cutOff())));
  };
  const ended = async (call: Promise<unknown>): Promise<void> => {
    await call.catch((error) => expect(error).toMatchObject({ code: 'STORAGE_FAILED' }));
  };

  test('jobs that are planned again are there once', async () => {
    const cuts = await eachCut(async (campaignId, store, cutOff) => {
      await ended(cutOff.planJobs(jobsOf(campaignId)));
      await store.planJobs(jobsOf(campaignId));
      expect(await store.countJobs(campaignId)).toEqual({ counts: { ...NO_JOBS, PLANNED: JOBS }, nextSendAt: NOW });
    });
    expect(cuts).toBeGreaterThan(0);
  });

  test('a job that may have been claimed is either due still or ends ambiguous', async () => {
    const cuts = await eachCut(async (campaignId, store, cutOff) => {
      await store.planJobs(jobsOf(campaignId));
      await ended(cutOff.claim(jobsOf(campaignId), NOW));
      const abandoned = await store.abandonClaims(NOW);
      expect((await store.countJobs(campaignId)).counts).toEqual({ ...NO_JOBS, PLANNED: JOBS - abandoned, AMBIGUOUS: abandoned });
      const claimed = await store.claim(jobsOf(campaignId), NOW);
      expect(claimed).toHaveLength(JOBS - abandoned);
      await store.settle(claimed.map((job) => ({ job, outcome: { state: 'SENT', reason: null } })));
    });
    expect(cuts).toBeGreaterThan(2);
  });

  test('an outcome is written down whole, with its count', async () => {
    const cuts = await eachCut(async (campaignId, store, cutOff) => {
      await store.planJobs(jobsOf(campaignId));
      const claimed = await store.claim(jobsOf(campaignId), NOW);
      const outcomes = claimed.map((job, index) => ({ job, outcome: { state: index === 0 ? ('SENT' as const) : ('FAILED' as const), reason: null } }));
      await ended(cutOff.settle(outcomes));
      await store.settle(outcomes);
      expect((await store.countJobs(campaignId)).counts).toEqual({ ...NO_JOBS, SENT: 1, FAILED: JOBS - 1 });
    });
    expect(cuts).toBeGreaterThan(0);
  });

  test('an erasure that is asked for again leaves nothing', async () => {
    const cuts = await eachCut(async (campaignId, store, cutOff) => {
      await store.setUnsubscribed(`fan-${campaignId}`, true);
      await store.planJobs(jobsOf(campaignId));
      await ended(cutOff.erase(`fan-${campaignId}`));
      await store.erase(`fan-${campaignId}`);
      expect(await store.profile(`fan-${campaignId}`)).toBeNull();
      expect(await store.countJobs(campaignId)).toEqual({ counts: NO_JOBS, nextSendAt: null });
    });
    expect(cuts).toBeGreaterThan(3);
  });
});
