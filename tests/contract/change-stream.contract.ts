import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EntryItem, mayBecome } from '../../src/domain/entry.ts';
import type { ChangeRecord, ChangeStream } from '../../src/ports/change-stream.ts';
import type { EntryTable } from '../../src/ports/entry-table.ts';
import { entryItem, entryState } from '../support/entry-item.ts';
import type { SetClock } from '../support/set-clock.ts';
import { fullEntry } from './entry-table.contract.ts';

/** The consumers that a subject's stream has. */
export const CONTRACT_CONSUMERS = ['replicator', 'marker'] as const;
type Consumer = (typeof CONTRACT_CONSUMERS)[number];

export interface ChangeStreamSubject {
  readonly stream: ChangeStream<Consumer>;
  /** The table whose changes the stream carries. */
  readonly table: EntryTable;
  readonly clock: SetClock;
  /** The same data after the process ended and another began. */
  restart(): Promise<ChangeStreamSubject>;
}

const fan = (n: number, changes: Partial<EntryItem> = {}): EntryItem => entryItem({ globalUserId: `fan-${n}`, ...changes });
const selection = { drawId: 'summer-tour/1', position: 1, waitlist: [] };
const changeOf = ({ eventName, oldImage, newImage }: ChangeRecord) => ({ eventName, oldImage, newImage });
const fansOf = (records: readonly ChangeRecord[]): string[] => records.map(({ newImage, oldImage }) => (newImage ?? oldImage)?.globalUserId ?? '');

/** What every change stream has to keep (src/ports/change-stream.ts). */
export const describeChangeStreamContract = (name: string, create: () => Promise<ChangeStreamSubject>): void => {
  describe(`change stream: ${name}`, () => {
    test('each write is one record with whole images, in the order of commits', async () => {
      const { stream, table, clock } = await create();
      const winner = {
        ...fan(1),
        version: 3,
        needsReplication: true,
        verdict: 'WINNER' as const,
        accessCode: 'CODE-1',
        selection,
        updatedAt: '2027-02-10T10:00:00.000Z',
      };
      const edited = fan(1, { version: 2, entry: { tickets: 4 }, linkedFrom: 'winter-tour' });
      await table.put(fan(1), null);
      await table.put(edited, entryState(1));
      await table.clearReplicationFlags([edited]);
      await table.writeVerdicts([{ ...edited, verdict: 'WINNER', accessCode: 'CODE-1', selection, at: winner.updatedAt }]);
      await table.remove(fan(1), entryState(3));
      const records = await stream.read('replicator', 100);
      const cleared = { ...edited, needsReplication: false };
      const won = { ...winner, entry: edited.entry, linkedFrom: 'winter-tour' };
      expect(records.map(changeOf)).toStrictEqual([
        { eventName: 'INSERT', oldImage: null, newImage: fan(1) },
        { eventName: 'MODIFY', oldImage: fan(1), newImage: edited },
        { eventName: 'MODIFY', oldImage: edited, newImage: cleared },
        { eventName: 'MODIFY', oldImage: cleared, newImage: won },
        { eventName: 'REMOVE', oldImage: won, newImage: null },
      ]);
      expect(records.every(({ at }) => at === clock.now())).toBe(true);
      const numbers = records.map(({ sequenceNumber }) => BigInt(sequenceNumber));
      expect(numbers).toEqual([...numbers].sort((a, b) => (a < b ? -1 : 1)));
      expect(new Set(numbers).size).toBe(5);
    });

    test('every attribute of an entry is in its images', async () => {
      const { stream, table } = await create();
      await table.put(fullEntry, null);
      await table.remove(fullEntry, entryState(4));
      const [inserted, removed] = await stream.read('replicator', 10);
      expect(inserted?.newImage).toStrictEqual(fullEntry);
      expect(removed?.oldImage).toStrictEqual(fullEntry);
    });

    test('what changed nothing leaves no record', async () => {
      const { stream, table } = await create();
      await table.put(fan(1, { needsReplication: false, verdict: 'WINNER', accessCode: 'CODE-1', selection }), null);
      const before = await stream.read('replicator', 100);
      await table.put(fan(1), null);
      await table.put(fan(1), entryState(7));
      await table.remove(fan(1), entryState(7));
      await table.remove(fan(2), entryState(1));
      await table.transfer(fan(3), null, { ...fan(2), version: 1 });
      await table.clearReplicationFlags([fan(1), fan(2)]);
      await table.writeVerdicts([
        { ...fan(1), verdict: 'LOSER', selection, at: fan(1).updatedAt },
        { ...fan(1), verdict: 'WINNER', accessCode: 'CODE-2', selection, at: fan(1).updatedAt },
        { ...fan(2), verdict: 'WINNER', selection, at: fan(1).updatedAt },
      ]);
      expect(await stream.read('replicator', 100)).toStrictEqual(before);
    });

    test('a transfer is a removal and an insertion', async () => {
      const { stream, table } = await create();
      const old = fan(1, { campaignId: 'winter-tour' });
      await table.put(old, null);
      await table.transfer(fan(1, { linkedFrom: 'winter-tour' }), null, { ...old, version: 1 });
      const records = await stream.read('replicator', 100);
      expect(records.map(({ eventName, oldImage, newImage }) => [eventName, (newImage ?? oldImage)?.campaignId])).toEqual([
        ['INSERT', 'winter-tour'],
        ['REMOVE', 'winter-tour'],
        ['INSERT', 'summer-tour'],
      ]);
    });

    test('records come again until their consumer has passed them; consumers do not mind each other', async () => {
      const { stream, table } = await create();
      for (const n of [1, 2, 3]) await table.put(fan(n), null);
      const first = await stream.read('replicator', 2);
      expect(fansOf(first)).toEqual(['fan-1', 'fan-2']);
      expect(await stream.read('replicator', 2)).toStrictEqual(first);
      await stream.checkpoint('replicator', first[0]?.sequenceNumber as string);
      expect(fansOf(await stream.read('replicator', 2))).toEqual(['fan-2', 'fan-3']);
      expect(fansOf(await stream.read('marker', 9))).toEqual(['fan-1', 'fan-2', 'fan-3']);
      await stream.checkpoint('replicator', (await stream.read('replicator', 9)).at(-1)?.sequenceNumber as string);
      expect(await stream.read('replicator', 9)).toEqual([]);
    });

    test('a checkpoint never goes back, and names a record that there is', async () => {
      const subject = await create();
      const { stream, table } = subject;
      for (const n of [1, 2]) await table.put(fan(n), null);
      const [first, second] = await stream.read('replicator', 2);
      const [older, newer] = [first?.sequenceNumber as string, second?.sequenceNumber as string];
      await Promise.all([stream.checkpoint('replicator', newer), stream.checkpoint('replicator', older)]);
      await stream.checkpoint('replicator', older);
      expect(await stream.read('replicator', 9)).toEqual([]);
      for (const unknown of ['999', '', 'x', '0', '1.5'])
        await expect(stream.checkpoint('marker', unknown), unknown).rejects.toMatchObject({ code: 'INTERNAL' });
      expect(await stream.read('marker', 9)).toHaveLength(2);
      expect(await (await subject.restart()).stream.read('replicator', 9)).toEqual([]);
    });

    test('records and checkpoints outlive the process', async () => {
      const before = await create();
      for (const n of [1, 2, 3]) await before.table.put(fan(n), null);
      const [, second] = await before.stream.read('replicator', 2);
      await before.stream.checkpoint('replicator', second?.sequenceNumber as string);
      const { stream } = await before.restart();
      expect(fansOf(await stream.read('replicator', 9))).toEqual(['fan-3']);
      expect(fansOf(await stream.read('marker', 9))).toEqual(['fan-1', 'fan-2', 'fan-3']);
    });

    test('a consumer that says what it wants is given that alone, and has passed the rest', async () => {
      const subject = await create();
      const { stream, table } = subject;
      const wants = [{ needsReplication: true }, { eventName: 'REMOVE' as const }];
      for (const n of [1, 2, 3]) await table.put(fan(n), null);
      await table.clearReplicationFlags([fan(1), fan(2)]);
      await table.remove(fan(3), entryState(1));
      await table.clearReplicationFlags([fan(1)]);
      const wanted = await stream.read('replicator', 100, wants);
      expect(wanted.map(({ eventName }) => eventName)).toEqual(['INSERT', 'INSERT', 'INSERT', 'REMOVE']);
      await stream.checkpoint('replicator', wanted.at(-1)?.sequenceNumber as string);

      expect(await stream.read('marker', 100, [{ eventName: 'MODIFY', verdict: 'WINNER' }])).toEqual([]);
      expect(await stream.lag('marker')).toEqual({ records: 0, oldestAgeMs: 0 });
      await table.writeVerdicts([{ ...fan(1), verdict: 'WINNER', selection, at: fan(1).updatedAt }]);
      expect(await stream.lag('marker')).toMatchObject({ records: 1 });
      const won = await stream.read('marker', 100, [{ eventName: 'MODIFY', verdict: 'WINNER' }]);
      expect(fansOf(won)).toEqual(['fan-1']);
      expect(won[0]?.newImage?.verdict).toBe('WINNER');

      await stream.trim();
      const after = await subject.restart();
      expect(fansOf(await after.stream.read('marker', 100))).toEqual(['fan-1']);
      expect(await after.stream.read('marker', 100, [])).toEqual([]);
    });

    test('lag counts what is left to read, and its age', async () => {
      const { stream, table, clock } = await create();
      expect(await stream.lag('replicator')).toEqual({ records: 0, oldestAgeMs: 0 });
      await table.put(fan(1), null);
      clock.advance(1000);
      await table.put(fan(2), null);
      clock.advance(500);
      expect(await stream.lag('replicator')).toEqual({ records: 2, oldestAgeMs: 1500 });
      const [first, second] = await stream.read('replicator', 10);
      await stream.checkpoint('replicator', first?.sequenceNumber as string);
      expect(await stream.lag('replicator')).toEqual({ records: 1, oldestAgeMs: 500 });
      expect(await stream.lag('marker')).toEqual({ records: 2, oldestAgeMs: 1500 });
      await stream.checkpoint('replicator', second?.sequenceNumber as string);
      expect(await stream.lag('replicator')).toEqual({ records: 0, oldestAgeMs: 0 });
    });

    test('trimming drops what every consumer has passed, and numbers are never given twice', async () => {
      const subject = await create();
      const { stream, table } = subject;
      for (const n of [1, 2]) await table.put(fan(n), null);
      const records = await stream.read('replicator', 10);
      const last = records.at(-1)?.sequenceNumber as string;
      await stream.checkpoint('replicator', last);
      await stream.trim();
      expect(await stream.read('marker', 10)).toStrictEqual(records);
      await stream.checkpoint('marker', last);
      await stream.trim();
      const after = await subject.restart();
      await after.stream.trim();
      expect(await after.stream.lag('marker')).toEqual({ records: 0, oldestAgeMs: 0 });
      await after.table.put(fan(3), null);
      const next = await after.stream.read('marker', 10);
      expect(fansOf(next)).toEqual(['fan-3']);
      expect(Number(next[0]?.sequenceNumber)).toBeGreaterThan(Number(last));
      expect(await after.stream.lag('replicator')).toMatchObject({ records: 1 });
      expect(await after.table.get(fan(1))).toStrictEqual(fan(1));
    });

    test('listeners hear of records that can be read', async () => {
      const { stream, table } = await create();
      const heard: Promise<readonly ChangeRecord[]>[] = [];
      stream.onAppend(() => heard.push(stream.read('replicator', 10)));
      await table.put(fan(1), null);
      expect((await Promise.all(heard)).map(fansOf)).toEqual([['fan-1']]);
    });

    test('an unknown consumer is refused', async () => {
      const { stream } = await create();
      const unknown = 'nobody' as Consumer;
      await expect(stream.read(unknown, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(stream.lag(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('over any history, the stream replays to the table, each image the state it was', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
          let subject = await create();
          const model = new Map<string, EntryItem>();
          const replicas: Record<Consumer, Map<string, EntryItem>> = { replicator: new Map(), marker: new Map() };
          for (const next of steps) {
            if (next.kind === 'restart') subject = await subject.restart();
            else if (next.kind === 'trim') await subject.stream.trim();
            else if (next.kind === 'read') await replay(subject.stream, next.consumer, next.max, replicas[next.consumer]);
            else await change(subject.table, model, next);
          }
          for (const consumer of CONTRACT_CONSUMERS) {
            while ((await replay(subject.stream, consumer, 7, replicas[consumer])) > 0);
            expect(replicas[consumer]).toStrictEqual(model);
          }
          for (const [id, item] of model) expect(await subject.table.get({ campaignId: 'summer-tour', globalUserId: id })).toStrictEqual(item);
        }),
        { numRuns: 40 },
      );
    });
  });
};

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('put', 'clear', 'WAITLIST', 'WINNER', 'remove'),
      fan: fc.constantFrom('fan-1', 'fan-2', 'fan-3'),
      tickets: fc.nat(9),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('read' as const), consumer: fc.constantFrom(...CONTRACT_CONSUMERS), max: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('trim' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);
type Change = { readonly kind: 'put' | 'clear' | 'WAITLIST' | 'WINNER' | 'remove'; readonly fan: string; readonly tickets: number };

/** One write on the table and, by the port's words, on the model. */
const change = async (table: EntryTable, model: Map<string, EntryItem>, { kind, fan: globalUserId, tickets }: Change): Promise<void> => {
  const key = { campaignId: 'summer-tour', globalUserId };
  const current = model.get(globalUserId);
  if (kind === 'put') {
    const item = entryItem({ ...key, ...current, entry: { tickets }, version: (current?.version ?? 0) + 1, needsReplication: true });
    expect(await table.put(item, current ?? null)).toBe('written');
    model.set(globalUserId, item);
  } else if (kind === 'remove') {
    expect(await table.remove(key, current ?? entryState(1))).toBe(current === undefined ? 'conflict' : 'removed');
    model.delete(globalUserId);
  } else if (kind === 'clear') {
    const replicated = { ...key, version: current?.version ?? 1, createdAt: entryItem().createdAt };
    expect(await table.clearReplicationFlags([replicated])).toEqual([current === undefined ? 'stale' : 'cleared']);
    if (current !== undefined) model.set(globalUserId, { ...current, needsReplication: false });
  } else {
    const [outcome] = await table.writeVerdicts([{ ...key, verdict: kind, selection, at: '2027-02-10T10:00:00.000Z' }]);
    if (current === undefined) expect(outcome).toBe('absent');
    else if (current.verdict === kind) expect(outcome).toBe('unchanged');
    else expect(outcome).toBe(mayBecome(current.verdict, kind) ? 'written' : 'refused');
    if (outcome === 'written' && current !== undefined)
      model.set(globalUserId, {
        ...current,
        verdict: kind,
        selection,
        version: current.version + 1,
        needsReplication: true,
        updatedAt: '2027-02-10T10:00:00.000Z',
      });
  }
};

/** Applies the next records to a replica, checking that each starts from where the one before ended. Answers how many. */
const replay = async (stream: ChangeStream<Consumer>, consumer: Consumer, max: number, replica: Map<string, EntryItem>): Promise<number> => {
  const records = await stream.read(consumer, max);
  for (const { newImage, oldImage, sequenceNumber } of records) {
    const id = (newImage ?? oldImage)?.globalUserId as string;
    expect(oldImage).toStrictEqual(replica.get(id) ?? null);
    if (newImage === null) replica.delete(id);
    else replica.set(id, newImage);
    await stream.checkpoint(consumer, sequenceNumber);
  }
  return records.length;
};
