import { afterEach, expect, test } from 'vitest';
import { createDynamoDBDrawStore } from '../../src/adapters/aws/dynamodb-draw-store.ts';
import { createDynamoDBEventLog } from '../../src/adapters/aws/dynamodb-event-log.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import type { Result } from '../../src/domain/draw/serving.ts';
import type { StoredEntrant } from '../../src/ports/draw-store.ts';
import { createDynamoDBInFront, type Passage, type PassingCall } from './dynamodb-in-front.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Nobody waits: pauses between tries are the clock's. */
const clock = { now: Date.now, sleep: async () => {} };
const system = { clock, random: createSystemRandom(clock) };
const DENIED: Passage = { status: 400, body: { __type: 'com.amazon.coral.service#AccessDeniedException' } };

/** A table, and the same one behind a server that does to calls what `decide` says. */
const tablesBehind = async (table: 'campaigns' | 'events', decide: (call: PassingCall) => Passage) => {
  const { client, tableName } = await createDynamoDBSubject(table);
  const front = await createDynamoDBInFront(decide);
  closing.push(front.close);
  return { direct: { client, tableName, ...system }, faulty: { client: front.client, tableName, ...system }, calls: front.calls };
};

const refOf = (number: number): string => `${(number * 37).toString(16).padStart(4, '0')}${String(number).padStart(28, '0')}`;
const entrants = Array.from(
  { length: 60 },
  (_, n): StoredEntrant => ({
    ref: new Uint8Array(Buffer.from(refOf(n), 'hex')),
    globalUserId: `fan-${n}`,
    tier: 0,
    lots: 1,
    markets: 'london-1',
  }),
);
const waits = (place: number) => ({ verdict: 'WAITLIST', marketId: null, waitlist: [{ marketId: 'london-1', place }] }) as const;
const results = entrants.map(
  (_, n): Result => ({
    position: n + 1,
    ref: refOf(n),
    ...(n < 20 ? { verdict: 'WINNER', marketId: n % 2 === 0 ? 'london-1' : 'paris-1', waitlist: [] } : waits(n - 19)),
  }),
);
const frozen = { rules: '{}\n', rulesHash: 'aa', entrantsRoot: 'bb', entrantsCount: 60, commitment: 'cc', frozenAt: '2027-02-08T10:00:00.000Z' };

const leftOver = ({ body }: PassingCall): Passage => ({ status: 200, body: { UnprocessedItems: body.RequestItems } });

test('entrants that DynamoDB left over are sent again', async () => {
  const { faulty, calls } = await tablesBehind('campaigns', (call) => (call.operation === 'BatchWriteItem' && call.earlier < 3 ? leftOver(call) : 'answered'));
  const store = createDynamoDBDrawStore(faulty);
  const attempt = await store.beginFreeze('summer-tour', 1);
  await store.addEntrants(attempt, entrants);
  expect(calls.get('BatchWriteItem')).toBe(6);
  expect(await store.entrants(attempt, null, 100)).toHaveLength(60);
});

test('entrants that it goes on to leave over fail the call, which may be tried again', async () => {
  const { faulty } = await tablesBehind('campaigns', (call) => (call.operation === 'BatchWriteItem' ? leftOver(call) : 'answered'));
  const store = createDynamoDBDrawStore(faulty);
  const attempt = await store.beginFreeze('summer-tour', 1);
  await expect(store.addEntrants(attempt, entrants)).rejects.toMatchObject({ code: 'STORAGE_FAILED', retryable: true });
});

test('results of which any part failed are whole after they were added again', async () => {
  for (let failing = 0; failing < 4; failing += 1) {
    const { direct, faulty } = await tablesBehind('campaigns', ({ operation, earlier }) =>
      operation === 'UpdateItem' && earlier === failing ? DENIED : 'answered',
    );
    const store = createDynamoDBDrawStore(direct);
    const attempt = await store.beginFreeze('summer-tour', 1);
    await store.addEntrants(attempt, entrants);
    await store.freeze(attempt, frozen);
    await expect(createDynamoDBDrawStore(faulty).addResults('summer-tour', 1, results)).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    await store.addResults('summer-tour', 1, results);
    const count = async (query: { marketId?: string; verdict?: Result['verdict'] }) =>
      (await store.results('summer-tour', 1, { after: 0, limit: 100, ...query })).length;
    expect([
      await count({}),
      await count({ marketId: 'london-1' }),
      await count({ marketId: 'paris-1' }),
      await count({ marketId: 'london-1', verdict: 'WAITLIST' }),
    ]).toEqual([60, 10, 10, 40]);
  }
});

test('what was done and its answer lost is told as done, once', async () => {
  const { faulty, calls } = await tablesBehind('campaigns', ({ earlier }) => (earlier === 0 ? 'answer lost' : 'answered'));
  const store = createDynamoDBDrawStore(faulty);
  expect(await store.recordPromotions('london-1', 'summer-tour/1', 0, ['fan-1', 'fan-2'])).toBe(true);
  expect(calls.get('TransactWriteItems')).toBe(2);
  expect(await store.promotions('london-1', 'summer-tour/1', { after: 0, limit: 1000 })).toEqual(['fan-1', 'fan-2']);
  // The count is raised twice, which wastes a number and no more.
  const attempt = await store.beginFreeze('summer-tour', 1);
  await store.addEntrants(attempt, entrants);
  expect(await store.entrants(attempt, null, 100)).toHaveLength(60);
});

test('a freeze whose answer was lost is answered with the draw', async () => {
  const { direct, faulty } = await tablesBehind('campaigns', ({ earlier }) => (earlier === 0 ? 'answer lost' : 'answered'));
  const attempt = await createDynamoDBDrawStore(direct).beginFreeze('summer-tour', 1);
  expect(await createDynamoDBDrawStore(faulty).freeze(attempt, frozen)).toEqual({ ...frozen, ...attempt, publicRandomness: null, drawn: null });
});

test('of records that were not all taken, those behind the first that failed are named, so that none overtakes it', async () => {
  const { direct, faulty } = await tablesBehind('events', ({ operation, earlier }) => (operation === 'UpdateItem' && earlier === 1 ? DENIED : 'answered'));
  const records = Array.from({ length: 3 }, (_, n) => ({
    key: 'm1',
    value: JSON.stringify('x'.repeat(90_000)),
    dedupeId: `d-${n}`,
    timestamp: 0,
    correlationId: 'c',
  }));
  const { failed } = await createDynamoDBEventLog(faulty).append('markets', records);
  expect(failed).toEqual([1, 2].map((index) => ({ index, reason: expect.stringContaining('AccessDeniedException') })));
  expect((await createDynamoDBEventLog(direct).read('markets', null, 10)).map(({ dedupeId }) => dedupeId)).toEqual(['d-0']);
});
