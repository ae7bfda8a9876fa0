import { expect, test } from 'vitest';
import type { EntryKey } from '../../../src/domain/entry.ts';
import { retryScore } from '../../../src/workers/replication/retry-score.ts';
import { workerContext } from '../../support/worker-context.ts';

const key = (globalUserId: string): EntryKey => ({ campaignId: 'summer-tour', globalUserId });
const batch = (fans: readonly string[]) => ({ records: fans.map((fan, index) => ({ id: `m${index}`, body: key(fan), correlationId: 'c' })) });

const scoring = (failing: readonly string[]) => {
  const requests: string[][] = [];
  const refreshScores = async ({ body }: { body: { entries: readonly EntryKey[] } }) => {
    requests.push(body.entries.map(({ globalUserId }) => globalUserId));
    return { failed: body.entries.filter(({ globalUserId }) => failing.includes(globalUserId)) };
  };
  return { requests, context: workerContext<'retryScore'>({ entryService: { refreshScores }, queues: {}, topics: {}, workers: {} }) };
};

test('asks for 25 at a time, each fan once, and names every message about a fan whose score failed again', async () => {
  const { requests, context } = scoring(['fan-3']);
  const fans = [...Array.from({ length: 30 }, (_, index) => `fan-${index}`), 'fan-29'];
  const { failures, count } = await retryScore(batch([...fans, 'fan-3']), context);
  expect(requests.map((request) => request.length)).toEqual([25, 5 + 1]);
  expect(failures.map(({ id }) => id)).toEqual(['m3', 'm31']);
  expect(failures).toMatchObject([{ error: { retryable: true } }, { error: { retryable: true } }]);
  expect(count).toEqual({ received: 32, scored: 30, failed: 2 });
});
