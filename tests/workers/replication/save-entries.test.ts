import { describe, expect, test } from 'vitest';
import type { EntryItem } from '../../../src/domain/entry.ts';
import { createReplicationWorld, type ReplicationWorld } from '../../support/replication-world.ts';

const SELECTION = { drawId: 'summer-tour/1', position: 1, waitlist: [] };
const crowd = async ({ fan }: ReplicationWorld, count: number): Promise<readonly EntryItem[]> => {
  const items: EntryItem[] = [];
  for (let index = 0; index < count; index += 1) items.push(await fan.register(`fan-${index}`));
  return items;
};

describe('what is replicated', () => {
  test('a registration, and the flag is cleared', async () => {
    const world = await createReplicationWorld();
    await world.fan.register('ann');
    expect((await world.save(await world.changes())).count).toEqual({ received: 1, rejected: 0, failed: 0, upserted: 1, deleted: 0 });
    expect(await world.replica('ann')).toMatchObject({ version: 1, entry: { tickets: 2 }, score: 500 });
    expect(await world.current('ann')).toMatchObject({ needsReplication: false, version: 1 });
  });

  test('the trace goes on with the messages, and into nothing that is stored or published', async () => {
    const world = await createReplicationWorld();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    world.unscored.add('ann');
    await world.fan.register('ann', { traceparent });
    await world.save(await world.changes());
    const { dataQueue, userInfoQueue, retryScoreQueue } = world.queues;
    const sent = [...dataQueue.sent, ...userInfoQueue.sent, ...retryScoreQueue.sent];
    expect(sent.map((message) => message.traceparent)).toEqual([traceparent, traceparent, traceparent]);
    expect(world.upserted).toHaveLength(1);
    expect(JSON.stringify([sent.map(({ body }) => body), world.upserted])).not.toContain('0af7651916cd43dd8448eb211c80319c');
  });

  test('of several changes of one entry in a batch the newest alone; the others are rejected', async () => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    await world.fan.edit(ann, { entry: { tickets: 4 } });
    const [first, second] = await world.changes();
    const { count } = await world.save([second, second, first].filter((change) => change !== undefined));
    expect(count).toEqual({ received: 3, rejected: 2, failed: 0, upserted: 1, deleted: 0 });
    expect(world.requests).toEqual([{ operation: 'upsert', fans: ['ann'] }]);
    expect(await world.replica('ann')).toMatchObject({ version: 2, entry: { tickets: 4 } });
  });

  test('nothing that is older than the table: its newer change has a record of its own', async () => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    const old = await world.changes();
    await world.fan.edit(ann);
    expect((await world.save(old)).count).toMatchObject({ rejected: 1, upserted: 0 });
    expect(world.requests).toEqual([]);
    expect(world.queues.userInfoQueue.sent).toEqual([]);
    expect(await world.replica('ann')).toBeNull();
    expect(await world.current('ann')).toMatchObject({ needsReplication: true });
  });

  test('a withdrawal, also in one batch with the registration', async () => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    await world.save(await world.changes());
    await world.fan.withdraw(ann);
    const bob = await world.fan.register('bob');
    await world.fan.withdraw(bob);
    expect((await world.save(await world.changes())).count).toMatchObject({ rejected: 1, upserted: 0, deleted: 2 });
    expect([await world.replica('ann'), await world.replica('bob')]).toEqual([null, null]);
  });

  test('a fan who came back, whichever of the records arrives last', async () => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    await world.fan.withdraw(ann);
    await world.fan.register('ann', { entry: { tickets: 1 } });
    const [first, removal, second] = await world.changes();
    for (const change of [second, removal, first]) await world.save(change === undefined ? [] : [change]);
    expect(await world.replica('ann')).toMatchObject({ version: 1, entry: { tickets: 1 } });
    expect(world.requests).toEqual([{ operation: 'upsert', fans: ['ann'] }]);
  });
});

describe('what fails', () => {
  test('one request of 25 fails exactly its own records, and no flag of theirs is cleared', async () => {
    const world = await createReplicationWorld();
    await crowd(world, 30);
    world.faults.request = (fans) => fans.includes('fan-27');
    const { failures, count } = await world.save(await world.changes());
    expect(world.requests.map(({ fans }) => fans.length)).toEqual([25, 5]);
    expect(failures.map(({ id }) => id)).toEqual(['m25', 'm26', 'm27', 'm28', 'm29']);
    expect(count).toMatchObject({ upserted: 25, failed: 5 });
    expect(await world.current('fan-24')).toMatchObject({ needsReplication: false });
    expect(await world.current('fan-25')).toMatchObject({ needsReplication: true });
    expect(world.queues.dataQueue.sent).toHaveLength(25);
  });

  test('a record that one of the later queues did not take fails alone and stays flagged', async () => {
    const world = await createReplicationWorld();
    await crowd(world, 3);
    world.queues.dataQueue.refused.add(1);
    expect((await world.save(await world.changes())).failures.map(({ id }) => id)).toEqual(['m1']);
    expect(await world.current('fan-1')).toMatchObject({ needsReplication: true });
    expect(await world.current('fan-2')).toMatchObject({ needsReplication: false });
  });

  test('a table that cannot be read fails the whole batch', async () => {
    const world = await createReplicationWorld();
    await crowd(world, 1);
    world.faults.tableRead = true;
    await expect(world.save(await world.changes())).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    expect(world.requests).toEqual([]);
  });

  test('an edit while the entry is on its way keeps its flag', async () => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    const changes = await world.changes();
    const send = world.queues.dataQueue.send;
    const editing = world.fan.edit;
    world.queues.dataQueue.send = async (messages) => {
      await editing(ann);
      return send(messages);
    };
    await world.save(changes);
    expect(await world.current('ann')).toMatchObject({ version: 2, needsReplication: true });
  });
});

describe('what later hops are told', () => {
  test('fans whose score failed are scored again later, and are replicated all the same', async () => {
    const world = await createReplicationWorld();
    await crowd(world, 3);
    world.unscored.add('fan-1');
    const { failures } = await world.save(await world.changes());
    expect(failures).toEqual([]);
    expect(world.queues.retryScoreQueue.sent.map(({ body }) => body)).toEqual([{ campaignId: 'summer-tour', globalUserId: 'fan-1' }]);
    expect(await world.replica('fan-1')).toMatchObject({ version: 1, score: null });
  });

  test("a fan's details, with the time they were given, and none for what the system changed", async () => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    await world.save(await world.changes());
    await world.table.writeVerdicts([{ ...ann, verdict: 'WAITLIST', selection: SELECTION, at: '2027-02-09T10:00:00.000Z' }]);
    await world.save(await world.changes());
    expect(world.queues.userInfoQueue.sent.map(({ body }) => body)).toEqual([{ ...ann.userInfo, modifiedAt: ann.fanModifiedAt }]);
    expect(await world.replica('ann')).toMatchObject({ verdict: 'WAITLIST', version: 2 });
  });

  test.each(['in one batch', 'in a batch each'])("a fan's details also where a verdict has overtaken the change, %s", async (how) => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    await world.table.writeVerdicts([{ ...ann, verdict: 'WAITLIST', selection: SELECTION, at: '2027-02-09T10:00:00.000Z' }]);
    const changes = await world.changes();
    for (const batch of how === 'in one batch' ? [changes] : changes.map((change) => [change])) await world.save(batch);
    expect(world.queues.userInfoQueue.sent.map(({ body }) => body)).toEqual([{ ...ann.userInfo, modifiedAt: ann.fanModifiedAt }]);
  });

  test('a record for the pipeline, the same however often the change comes, and one that it was deleted', async () => {
    const world = await createReplicationWorld();
    const ann = await world.fan.register('ann');
    const registered = await world.changes();
    await world.save(registered);
    await world.save(registered);
    world.clock.advance(1_000);
    await world.fan.withdraw(ann);
    const removed = await world.changes();
    world.clock.advance(5_000);
    await world.save(removed);
    const [first, again, deleted] = world.queues.dataQueue.sent.map(({ body }) => body);
    expect(again).toEqual(first);
    expect(first).toMatchObject({ type: 'REGISTRATION', at: ann.updatedAt, data: { isDeleted: false, item: { globalUserId: 'ann', version: 1 } } });
    expect(deleted).toMatchObject({ type: 'REGISTRATION', at: removed.at(-1)?.at, data: { isDeleted: true, item: { globalUserId: 'ann', version: 1 } } });
    expect(JSON.stringify(first)).not.toContain('ann@example.org');
  });
});

describe('receipts', () => {
  const told = async (options: { readonly automatedReceipts?: boolean } = { automatedReceipts: true }) => {
    const world = await createReplicationWorld();
    Object.assign(world.campaignOptions, options);
    return { world, receipts: () => world.queues.emailJobQueue.sent.map(({ body }) => body) };
  };
  const receiptOf = ({ campaignId, globalUserId, createdAt }: EntryItem) => ({
    campaignId,
    marketId: null,
    globalUserId,
    template: 'receipt',
    occurrence: createdAt,
  });

  test('one is asked for each life of an entry, and for nothing that the system changed', async () => {
    const { world, receipts } = await told();
    const ann = await world.fan.register('ann', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' });
    await world.save(await world.changes());
    expect(receipts()).toEqual([receiptOf(ann)]);
    expect(world.queues.emailJobQueue.sent[0]).toMatchObject({ correlationId: 'correlation-1', traceparent: ann.traceparent });
    await world.table.writeVerdicts([{ ...ann, verdict: 'WAITLIST', selection: SELECTION, at: '2027-02-09T10:00:00.000Z' }]);
    await world.save(await world.changes());
    const current = await world.current('ann');
    if (current !== null) await world.fan.withdraw(current);
    await world.save(await world.changes());
    expect(receipts()).toEqual([receiptOf(ann)]);
    const again = await world.fan.register('ann');
    await world.save(await world.changes());
    expect(receipts()).toEqual([receiptOf(ann), receiptOf(again)]);
  });

  test('an edit that overtakes the registration asks for the same one', async () => {
    const { world, receipts } = await told();
    const ann = await world.fan.register('ann');
    await world.fan.edit(ann);
    await world.save(await world.changes());
    expect(receipts()).toEqual([receiptOf(ann)]);
  });

  test.each([
    ['switched off', { automatedReceipts: false }],
    ['not spoken of', {}],
  ])('none where they are %s, nor in a campaign that nobody knows', async (_, options) => {
    const { world, receipts } = await told(options);
    await world.fan.register('ann');
    await world.save(await world.changes());
    Object.assign(world.campaignOptions, { automatedReceipts: true });
    await world.fan.register('bob', { campaignId: 'other', PK: 'ENTRY#other#bob' });
    expect((await world.save(await world.changes())).failures).toEqual([]);
    expect(receipts()).toEqual([]);
  });

  test('where the campaign cannot be read or the queue does not take it, the record comes again, replicated as it is', async () => {
    const { world, receipts } = await told();
    await world.fan.register('ann');
    const changes = await world.changes();
    world.faults.campaignRead = true;
    expect((await world.save(changes)).failures).toHaveLength(1);
    expect(await world.replica('ann')).toMatchObject({ version: 1 });
    world.faults.campaignRead = false;
    world.queues.emailJobQueue.refused.add(0);
    expect((await world.save(changes)).failures).toHaveLength(1);
    expect(await world.current('ann')).toMatchObject({ needsReplication: true });
    world.queues.emailJobQueue.refused.clear();
    expect((await world.save(changes)).failures).toEqual([]);
    expect(receipts()).toHaveLength(1);
  });
});
