import { describe, expect, test } from 'vitest';
import type { EntryItem, EntrySelection } from '../../src/domain/entry.ts';
import type { EntryTable, VerdictUpdate } from '../../src/ports/entry-table.ts';
import { entryItem, entryState } from '../support/entry-item.ts';

export interface EntryTableSubject {
  readonly table: EntryTable;
  /** The same table after the process ended and another began. */
  restart(): Promise<EntryTableSubject>;
}

/** An entry with every attribute that there is. */
export const fullEntry: EntryItem = entryItem({
  entry: { markets: ['london-1'], name: 'Zoë 𝄞 \u0000 #', tickets: 2, newsletter: false, promoterOptIns: { 'london-1': true } },
  userInfo: {
    globalUserId: 'fan-000001',
    memberId: 'm-1',
    email: 'ann@example.org',
    phoneNumber: '+447700900123',
    firstName: 'Ann',
    lastName: "O'Example",
    postalCode: 'SW1A 1AA',
    countryCode: 'GB',
    locale: 'en-GB',
  },
  verdict: 'WINNER',
  accessCode: 'CODE-1',
  selection: { drawId: 'summer-tour/1', position: 7, marketId: 'london-1', waitlist: [{ marketId: 'paris-1', place: 3 }] },
  needsReplication: false,
  version: 4,
  updatedAt: '2027-02-02T10:00:00.000Z',
  fanModifiedAt: '2027-02-01T11:00:00.000Z',
  linkedFrom: 'winter-tour',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
});

const fan = (n: number, changes: Partial<EntryItem> = {}): EntryItem => entryItem({ globalUserId: `fan-${n}`, ...changes });
const selection: EntrySelection = { drawId: 'summer-tour/1', position: 1, marketId: 'london-1', waitlist: [] };
const verdictOn = (item: EntryItem, verdict: VerdictUpdate['verdict'], accessCode?: string): VerdictUpdate => ({
  campaignId: item.campaignId,
  globalUserId: item.globalUserId,
  verdict,
  ...(accessCode === undefined ? {} : { accessCode }),
  selection,
  at: '2027-02-10T10:00:00.000Z',
});

/** What every demand-table has to keep (src/ports/entry-table.ts). */
export const describeEntryTableContract = (name: string, create: () => Promise<EntryTableSubject>): void => {
  describe(`entry table: ${name}`, () => {
    test('an item is read as it was written, attribute for attribute, also after a restart', async () => {
      const subject = await create();
      expect(await subject.table.put(fullEntry, null)).toBe('written');
      expect(await subject.table.put(fan(2), null)).toBe('written');
      expect(await subject.table.get(fullEntry)).toStrictEqual(fullEntry);
      const { table } = await subject.restart();
      expect(await table.get(fullEntry)).toStrictEqual(fullEntry);
      expect(await table.get(fan(2))).toStrictEqual(fan(2));
      expect(await table.get(fan(3))).toBeNull();
    });

    test('one fan has one entry a campaign, and campaigns do not mix', async () => {
      const { table } = await create();
      const elsewhere = fan(1, { campaignId: 'winter-tour', entry: { tickets: 4 } });
      await table.put(fan(1), null);
      expect(await table.put(elsewhere, null)).toBe('written');
      expect(await table.put(fan(1, { entry: {} }), null)).toBe('conflict');
      expect(await table.get(fan(1))).toStrictEqual(fan(1));
      expect(await table.get(elsewhere)).toStrictEqual(elsewhere);
    });

    test('a write needs the stored version', async () => {
      const { table } = await create();
      expect(await table.put(fan(1, { version: 2 }), entryState(1))).toBe('conflict');
      await table.put(fan(1), null);
      const edited = fan(1, { version: 2, entry: { tickets: 4 }, linkedFrom: 'winter-tour' });
      expect(await table.put(edited, entryState(2))).toBe('conflict');
      expect(await table.put(edited, entryState(1))).toBe('written');
      expect(await table.put(edited, entryState(1))).toBe('conflict');
      expect(await table.get(fan(1))).toStrictEqual(edited);
      expect(await table.remove(edited, entryState(1))).toBe('conflict');
      expect(await table.remove(edited, entryState(2))).toBe('removed');
      expect(await table.remove(edited, entryState(2))).toBe('conflict');
      expect(await table.get(fan(1))).toBeNull();
      expect(await table.put(fan(1), null)).toBe('written');
    });

    test('a write that goes by an earlier life of its key changes nothing', async () => {
      const { table } = await create();
      const earlier = fan(1);
      const later = fan(1, { createdAt: '2027-02-01T10:00:05.000Z' });
      const elsewhere = fan(1, { campaignId: 'spring-tour' });
      await table.put(earlier, null);
      await table.remove(earlier, earlier);
      await table.put(later, null);
      expect(await table.put(fan(1, { version: 2 }), earlier)).toBe('conflict');
      expect(await table.remove(later, earlier)).toBe('conflict');
      expect(await table.transfer(elsewhere, null, earlier)).toBe('conflict');
      expect(await table.getBatch([later, elsewhere])).toStrictEqual([later, null]);
      expect(await table.remove(later, later)).toBe('removed');
    });

    test('of writers that saw the same version one gets through', async () => {
      const { table } = await create();
      const creations = await Promise.all(Array.from({ length: 8 }, (_, n) => table.put(fan(1, { entry: { tickets: n } }), null)));
      expect(creations.filter((outcome) => outcome === 'written')).toHaveLength(1);
      const edits = await Promise.all(Array.from({ length: 8 }, (_, n) => table.put(fan(1, { version: 2, entry: { tickets: n } }), entryState(1))));
      expect(edits.filter((outcome) => outcome === 'written')).toHaveLength(1);
    });

    test('a batch is answered in the order of its keys, whatever they are', async () => {
      const { table } = await create();
      const items = Array.from({ length: 150 }, (_, n) => fan(n, n % 3 === 0 ? { campaignId: 'winter-tour' } : {}));
      await Promise.all(items.map((item) => table.put(item, null)));
      const keys = [...items].reverse();
      expect(await table.getBatch(keys)).toStrictEqual(keys);
      expect(await table.getBatch([fan(9), fan(1), fan(1), fan(999)])).toStrictEqual([null, fan(1), fan(1), null]);
      expect(await table.getBatch([])).toEqual([]);
    });

    test("a campaign's items are listed a page at a time, each once, and no others", async () => {
      const { table } = await create();
      const items = Array.from({ length: 12 }, (_, n) => fan(n));
      await Promise.all([...items, fan(1, { campaignId: 'spring-tour' })].map((item) => table.put(item, null)));
      const seen: EntryItem[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: Awaited<ReturnType<EntryTable['list']>> = await table.list('summer-tour', after, 5);
        expect(page.items.length).toBeLessThanOrEqual(5);
        seen.push(...page.items);
        after = page.next;
        more = after !== null;
      }
      expect(seen.toSorted((a, b) => (a.globalUserId < b.globalUserId ? -1 : 1))).toStrictEqual(
        items.toSorted((a, b) => (a.globalUserId < b.globalUserId ? -1 : 1)),
      );
      expect(await table.list('nobody', null, 5)).toMatchObject({ items: [] });
    });

    test('a transfer creates one entry and removes the other, or does nothing', async () => {
      const { table } = await create();
      const old = fan(1, { campaignId: 'winter-tour', version: 3 });
      const transferred = fan(1, { linkedFrom: 'winter-tour' });
      await table.put(old, null);
      expect(await table.transfer(transferred, null, { ...old, version: 2 })).toBe('conflict');
      expect(await table.transfer(transferred, entryState(5), { ...old, version: 3 })).toBe('conflict');
      expect(await table.getBatch([old, transferred])).toStrictEqual([old, null]);
      expect(await table.transfer(transferred, null, { ...old, version: 3 })).toBe('written');
      expect(await table.getBatch([old, transferred])).toStrictEqual([null, transferred]);
      expect(await table.transfer(transferred, null, { ...old, version: 3 })).toBe('conflict');
    });

    test('a transfer can replace an entry that is there', async () => {
      const { table } = await create();
      const old = fan(1, { campaignId: 'winter-tour' });
      await table.put(old, null);
      await table.put(fan(1), null);
      const merged = fan(1, { version: 2, linkedFrom: 'winter-tour' });
      expect(await table.transfer(merged, null, { ...old, version: 1 })).toBe('conflict');
      expect(await table.transfer(merged, entryState(1), { ...old, version: 1 })).toBe('written');
      expect(await table.getBatch([old, merged])).toStrictEqual([null, merged]);
    });

    test('a flag is cleared only on the version that was replicated, in the life that it was', async () => {
      const { table } = await create();
      await Promise.all([1, 2, 3].map((n) => table.put(fan(n), null)));
      await table.put(fan(2, { version: 2 }), entryState(1));
      const outcomes = await table.clearReplicationFlags([fan(1), fan(2), { ...fan(3), createdAt: '2027-01-01T00:00:00.000Z' }, fan(4), fan(1)]);
      expect(outcomes).toEqual(['cleared', 'stale', 'stale', 'stale', 'cleared']);
      expect(await table.getBatch([fan(1), fan(2), fan(3)])).toStrictEqual([fan(1, { needsReplication: false }), fan(2, { version: 2 }), fan(3)]);
    });

    test('a verdict is a new version that needs replication', async () => {
      const { table } = await create();
      await table.put(fan(1, { needsReplication: false }), null);
      expect(await table.writeVerdicts([verdictOn(fan(1), 'WINNER', 'CODE-1')])).toEqual(['written']);
      expect(await table.get(fan(1))).toStrictEqual(
        fan(1, { verdict: 'WINNER', accessCode: 'CODE-1', selection, version: 2, needsReplication: true, updatedAt: '2027-02-10T10:00:00.000Z' }),
      );
    });

    test('verdicts only move forward, a held code stays, and a retry changes nothing', async () => {
      const { table } = await create();
      await Promise.all([1, 2, 3].map((n) => table.put(fan(n), null)));
      const write = async (item: EntryItem, verdict: VerdictUpdate['verdict'], code?: string) =>
        (await table.writeVerdicts([verdictOn(item, verdict, code)]))[0];
      expect(await write(fan(1), 'WAITLIST')).toBe('written');
      expect(await write(fan(1), 'WAITLIST')).toBe('unchanged');
      expect(await write(fan(1), 'LOSER')).toBe('refused');
      expect(await write(fan(1), 'WINNER', 'CODE-1')).toBe('written');
      expect(await write(fan(1), 'WINNER', 'CODE-1')).toBe('unchanged');
      expect(await write(fan(1), 'WINNER', 'CODE-2')).toBe('refused');
      expect(await write(fan(1), 'WINNER')).toBe('refused');
      expect(await write(fan(1), 'LOSER')).toBe('refused');
      expect(await write(fan(2), 'LOSER')).toBe('written');
      // A later draw may have more for who lost.
      expect(await write(fan(2), 'WAITLIST')).toBe('written');
      expect(await write(fan(2), 'WINNER', 'CODE-3')).toBe('written');
      expect(await write(fan(2), 'LOSER')).toBe('refused');
      expect(await write(fan(3), 'WINNER')).toBe('written');
      expect(await write(fan(4), 'WINNER', 'CODE-4')).toBe('absent');
      expect((await table.get(fan(1)))?.version).toBe(3);
      expect((await table.get(fan(1)))?.accessCode).toBe('CODE-1');
    });

    test('a code that is held stays, whatever verdict goes with it', async () => {
      const { table } = await create();
      await table.put(fan(1, { verdict: 'WAITLIST', accessCode: 'CODE-1' }), null);
      await table.put(fan(2, { accessCode: 'CODE-1' }), null);
      expect(await table.writeVerdicts([verdictOn(fan(2), 'WINNER', 'CODE-2'), verdictOn(fan(2), 'LOSER')])).toEqual(['refused', 'refused']);
      expect(await table.writeVerdicts([verdictOn(fan(1), 'WINNER', 'CODE-2'), verdictOn(fan(1), 'WINNER'), verdictOn(fan(1), 'WINNER', 'CODE-1')])).toEqual([
        'refused',
        'refused',
        'written',
      ]);
    });

    test('verdicts are answered in their order, also two of one fan', async () => {
      const { table } = await create();
      await table.put(fan(1), null);
      expect(
        await table.writeVerdicts([
          verdictOn(fan(2), 'LOSER'),
          verdictOn(fan(1), 'WAITLIST'),
          verdictOn(fan(1), 'WINNER', 'C'),
          verdictOn(fan(1), 'WINNER', 'C'),
        ]),
      ).toEqual(['absent', 'written', 'written', 'unchanged']);
      expect(await table.writeVerdicts([])).toEqual([]);
      expect(await table.clearReplicationFlags([])).toEqual([]);
    });
  });
};
