import { afterEach, expect, test } from 'vitest';
import { createDynamoDBEntryTable } from '../../src/adapters/aws/dynamodb-entry-table.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { entryItem, entryState } from '../support/entry-item.ts';
import { createDynamoDBInFront, type Passage, type PassingCall } from './dynamodb-in-front.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A demand-table, and the same one behind a server that does to calls what `decide` says. */
const tableBehind = async (decide: (call: PassingCall) => Passage) => {
  const { client, tableName } = await createDynamoDBSubject('demand-table');
  const clock = createSystemClock();
  const system = { clock, random: createSystemRandom(clock) };
  const front = await createDynamoDBInFront(decide);
  closing.push(front.close);
  return {
    direct: createDynamoDBEntryTable({ client, tableName, ...system }),
    table: createDynamoDBEntryTable({ client: front.client, tableName, ...system }),
    calls: front.calls,
  };
};

const loseFirst = ({ earlier }: PassingCall): Passage => (earlier === 0 ? 'answer lost' : 'answered');
const fan = (n: number) => entryItem({ globalUserId: `fan-${n}` });

test('a write whose answer was lost is told as written, as the SDK sends it again', async () => {
  const { table, direct, calls } = await tableBehind(loseFirst);
  expect(await table.put(fan(1), null)).toBe('written');
  expect(calls.get('PutItem')).toBe(2);
  expect(await table.remove(fan(1), entryState(1))).toBe('removed');
  expect(calls.get('DeleteItem')).toBe(2);
  expect(await direct.get(fan(1))).toBeNull();
});

test('a write that came too late is a conflict, also where it was sent twice', async () => {
  const { table, direct } = await tableBehind(loseFirst);
  const stored = { ...fan(1), entry: { tickets: 4 } };
  await direct.put(stored, null);
  expect(await table.put(fan(1), null)).toBe('conflict');
  expect(await direct.get(fan(1))).toStrictEqual(stored);
});

test('a transfer and a verdict whose answers were lost happened once', async () => {
  const { table, direct } = await tableBehind(loseFirst);
  const old = { ...fan(1), campaignId: 'winter-tour', PK: 'ENTRY#winter-tour#fan-1' };
  await direct.put(old, null);
  expect(await table.transfer(fan(1), null, { ...old, version: 1 })).toBe('written');
  const selection = { drawId: 'summer-tour/1', position: 1, waitlist: [] };
  expect(await table.writeVerdicts([{ ...fan(1), verdict: 'LOSER', selection, at: '2027-02-10T10:00:00.000Z' }])).toEqual(['unchanged']);
  expect(await direct.getBatch([old, fan(1)])).toMatchObject([null, { verdict: 'LOSER', version: 2 }]);
});

test('keys that a batch read leaves out are asked for again, and never told as absent', async () => {
  const { table, direct, calls } = await tableBehind(({ operation, body, earlier }) => {
    if (operation !== 'BatchGetItem' || earlier > 1) return 'answered';
    return { status: 200, body: { Responses: {}, UnprocessedKeys: body.RequestItems } };
  });
  await direct.put(fan(1), null);
  expect(await table.getBatch([fan(1), fan(2)])).toStrictEqual([fan(1), null]);
  expect(calls.get('BatchGetItem')).toBe(3);
});

test('what the cloud refuses is a storage failure that may be tried again, and says nothing of the fan', async () => {
  const { table } = await tableBehind(() => ({ status: 400, body: { __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException', message: 'fan-1' } }));
  for (const call of [
    () => table.put(fan(1), null),
    () => table.get(fan(1)),
    () => table.getBatch([fan(1)]),
    () => table.transfer(fan(1), null, { ...fan(1), campaignId: 'a', version: 1 }),
  ]) {
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'STORAGE_FAILED', retryable: true });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('fan-1');
  }
});

test('a write waits while a transaction holds the item', async () => {
  const conflict = { status: 400, body: { __type: 'com.amazonaws.dynamodb.v20120810#TransactionConflictException', message: 'ongoing' } };
  const { table, calls } = await tableBehind(({ operation, earlier }) => (operation === 'PutItem' && earlier < 2 ? conflict : 'answered'));
  expect(await table.put(fan(1), null)).toBe('written');
  expect(calls.get('PutItem')).toBe(3);
});
