import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { createDynamoDBEntryStore } from '../../src/adapters/aws/dynamodb-entry-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { replicaOf } from '../support/replica-world.ts';
import { replicaWrite } from '../support/replica-write.ts';
import { createDynamoDBInFront, type Passage, type PassingCall } from './dynamodb-in-front.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const storeBehind = async (decide: (call: PassingCall) => Passage | Promise<Passage>) => {
  const { client, tableName } = await createDynamoDBSubject('entries');
  const clock = createSystemClock();
  const front = await createDynamoDBInFront(decide);
  closing.push(front.close);
  const options = { tableName, clock, random: createSystemRandom(clock) };
  const store = createDynamoDBEntryStore({ client: front.client, ...options });
  return { store, direct: createDynamoDBEntryStore({ client, ...options }), calls: front.calls, client, tableName };
};

const campaignId = 'summer-tour';
const fans = ['a', 'b', 'c'].map((globalUserId) => replicaWrite({ globalUserId }));
const firstOf =
  (operation: string, passage: Passage) =>
  (call: PassingCall): Passage =>
    call.operation === operation && call.earlier === 0 ? passage : 'answered';
const canceled = (...codes: readonly string[]): Passage => ({
  status: 400,
  body: { __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException', message: 'canceled', CancellationReasons: codes.map((Code) => ({ Code })) },
});

test('entries whose answer was lost are counted once, as the SDK sends the same transaction again', async () => {
  const { store, calls } = await storeBehind(firstOf('TransactWriteItems', 'answer lost'));
  expect(await store.upsert(fans, [1, 1, 1])).toEqual(fans.map(() => ({ outcome: 'applied', scored: true })));
  expect(calls.get('TransactWriteItems')).toBe(2);
  expect((await store.count(campaignId)).entries).toBe(3);
});

test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])('a transaction that was canceled by %s is sent anew', async (code) => {
  const { store, calls } = await storeBehind(firstOf('TransactWriteItems', canceled('None', 'None', 'None', code)));
  expect(await store.upsert(fans, [1, 1, 1])).toHaveLength(3);
  expect(calls.get('TransactWriteItems')).toBe(2);
  expect((await store.count(campaignId)).entries).toBe(3);
});

test('an edit, which changes no count, is no transaction, and is told as applied where its answer was lost', async () => {
  const { store, calls } = await storeBehind(firstOf('PutItem', 'answer lost'));
  await store.upsert(fans, [1, 1, 1]);
  const edited = replicaWrite({ globalUserId: 'a', version: 2, entry: { tickets: 4 } });
  expect(await store.upsert([edited], [null])).toEqual([{ outcome: 'applied', scored: true }]);
  expect([calls.get('TransactWriteItems'), calls.get('PutItem')]).toEqual([1, 2]);
  expect(await store.getBatch([edited])).toEqual([replicaOf(edited, 1)]);
});

test('25 new entries are one transaction and no read, once their campaign is known', async () => {
  const { store, calls } = await storeBehind(() => 'answered');
  const batch = (from: number) => Array.from({ length: 25 }, (_, n) => replicaWrite({ globalUserId: `fan-${from + n}` }));
  await store.upsert(
    batch(0),
    batch(0).map(() => 1),
  );
  calls.clear();
  await store.upsert(
    batch(25),
    batch(25).map(() => 1),
  );
  expect(Object.fromEntries(calls)).toEqual({ TransactWriteItems: 1 });
});

test('invites that a batch leaves out are sent again', async () => {
  const { store, calls } = await storeBehind(({ operation, body, earlier }) =>
    operation === 'BatchWriteItem' && earlier === 0 ? { status: 200, body: { UnprocessedItems: body.RequestItems } } : 'answered',
  );
  expect(await store.addInvites(campaignId, 'memberId', ['M1', 'M2'])).toBe(2);
  expect(calls.get('BatchWriteItem')).toBe(2);
  expect(await store.isInvited(campaignId, 'memberId', 'M2')).toBe(true);
});

test('after an erasure the table holds nothing that the fan told, and no value of an invite list was ever in it', async () => {
  const { store, client, tableName } = await storeBehind(() => 'answered');
  const everything = async () => JSON.stringify((await client.send(new ScanCommand({ TableName: tableName }))).Items);
  await store.addInvites(campaignId, 'email', ['planted@example.org']);
  expect(await everything()).not.toContain('planted');
  const planted = replicaWrite({ globalUserId: 'a', userInfo: { email: 'planted@example.org', memberId: 'planted-id' }, entry: { name: 'planted-name' } });
  await store.upsert([planted], [1]);
  const selection = { drawId: 'd', position: 1, marketId: 'london-1', waitlist: [] };
  await store.assign({
    campaignId,
    marketId: 'london-1',
    codes: 'unique',
    entries: [{ globalUserId: 'a', verdict: 'WINNER', accessCode: 'planted-code', selection }],
  });
  expect(await everything()).toContain('planted-name');
  await store.eraseFan('a');
  await store.setScores([{ ...planted, score: 7 }], 'provider');
  const left = await everything();
  expect(left).not.toContain('planted');
  expect(left).not.toContain('score');
  expect(left).not.toContain('WINNERS');
});

test('a fan whose address changes during the erasure leaves neither entry nor invite', async () => {
  const edited = replicaWrite({ globalUserId: 'a', version: 2, userInfo: { email: 'new@example.org' } });
  const { store, direct } = await storeBehind(async ({ operation, earlier }): Promise<Passage> => {
    if (operation === 'BatchGetItem' && earlier === 1) await direct.upsert([edited], [1]);
    return 'answered';
  });
  await direct.upsert([replicaWrite({ globalUserId: 'a' })], [1]);
  await direct.addInvites(campaignId, 'email', ['new@example.org']);
  await store.eraseFan('a');
  expect(await store.getBatch([edited])).toEqual([null]);
  expect(await store.isInvited(campaignId, 'email', 'new@example.org')).toBe(false);
});

test('what the cloud refuses is a storage failure that may be tried again, and says nothing of the fan', async () => {
  const { store } = await storeBehind(() => ({
    status: 400,
    body: { __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException', message: 'fan-secret' },
  }));
  const secret = replicaWrite({ globalUserId: 'fan-secret' });
  const calls = [
    () => store.upsert([secret], [1]),
    () => store.remove([secret]),
    () => store.setScores([{ ...secret, score: 1 }], 'provider'),
    () => store.listByCampaign(campaignId, { limit: 1 }),
    () => store.count(campaignId),
    () => store.eraseFan('fan-secret'),
  ];
  for (const call of calls) {
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'STORAGE_FAILED', retryable: true });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('secret');
  }
});
