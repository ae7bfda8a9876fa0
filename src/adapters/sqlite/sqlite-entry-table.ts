import type { EntryItem, EntryKey, EntrySelection, Verdict } from '../../domain/entry.ts';
import { type Award, awardOutcome } from '../../domain/replica.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EntryState, EntryTable, VerdictOutcome, VerdictUpdate } from '../../ports/entry-table.ts';
import { createSystemClock } from '../system/system-clock.ts';
import type { SqliteEngine } from './sqlite-engine.ts';
import { ATTRIBUTES, createEntryTables, type EntryRow, EVENT, fanPartOf, itemOf, prefixed, STREAM_CHANNEL } from './sqlite-entry-image.ts';

export interface SqliteEntryTableOptions {
  readonly engine: SqliteEngine;
  /** Stamps the stream records. Default: the wall clock. */
  readonly clock?: Clock;
}

type ItemRow = EntryRow & { readonly json: string };
type PageRow = ItemRow & { readonly global_user_id: string };
type BatchRow = ItemRow & { readonly place: number };
type Current = { readonly id: number };
type Holding = { readonly id: number; readonly verdict: Verdict; readonly access_code: string | null; readonly selection: string | null };

/** The demand-table on the embedded engine. Any number of items a call; each call is one write of a group. */
export const createSqliteEntryTable = ({ engine, clock = createSystemClock() }: SqliteEntryTableOptions): EntryTable => {
  createEntryTables(engine);
  const byKey = 'WHERE campaign_id = ? AND global_user_id = ?';
  const selectItem = engine.statement(`SELECT ${ATTRIBUTES}, json FROM entries JOIN entry_parts ON entry_parts.id = part ${byKey}`);
  const selectBatch = engine.statement(`SELECT wanted.key AS place, ${ATTRIBUTES}, entry_parts.json FROM json_each(?) AS wanted
    CROSS JOIN entries ON campaign_id = ? AND global_user_id = wanted.value JOIN entry_parts ON entry_parts.id = part`);
  const selectPage = engine.statement(`SELECT global_user_id, ${ATTRIBUTES}, json FROM entries JOIN entry_parts ON entry_parts.id = part
    WHERE campaign_id = ? AND global_user_id > ? ORDER BY global_user_id LIMIT ?`);
  const selectAny = engine.statement(`SELECT id FROM entries ${byKey}`);
  const selectHolding = engine.statement(`SELECT id, verdict, access_code, selection FROM entries ${byKey}`);
  const insertPart = engine.statement('INSERT INTO entry_parts (json) VALUES (?)');
  const insertEntry = engine.statement(
    `INSERT INTO entries (campaign_id, global_user_id, ${ATTRIBUTES}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const updateEntry = engine.statement(
    'UPDATE entries SET version = ?, flag = ?, verdict = ?, access_code = ?, selection = ?, created_at = ?, updated_at = ?, part = ? WHERE id = ?',
  );
  const updateVerdict = engine.statement(
    'UPDATE entries SET version = version + 1, flag = 1, verdict = ?, access_code = ?, selection = ?, updated_at = ? WHERE id = ?',
  );
  const deleteEntry = engine.statement('DELETE FROM entries WHERE id = ?');
  const onStream = (event: number, images: string, values: string): string =>
    `INSERT INTO entry_stream (at, event, campaign_id, global_user_id, ${images}) SELECT ?, ${event}, campaign_id, global_user_id, ${values} FROM entries`;
  const both = `${prefixed('new_')}, ${prefixed('old_')}`;
  const recordInsert = engine.statement(`${onStream(EVENT.INSERT, prefixed('new_'), ATTRIBUTES)} WHERE id = ?`);
  const recordModify = engine.statement(`${onStream(EVENT.MODIFY, both, `?, ?, ?, ?, ?, ?, ?, ?, ${ATTRIBUTES}`)} WHERE id = ?`);
  const recordVerdict = engine.statement(`${onStream(EVENT.MODIFY, both, `version + 1, 1, ?, ?, ?, created_at, ?, part, ${ATTRIBUTES}`)} WHERE id = ?`);
  const recordRemove = engine.statement(`${onStream(EVENT.REMOVE, prefixed('old_'), ATTRIBUTES)} WHERE id = ?`);
  const inThatState = `${byKey} AND version = ? AND created_at = ?`;
  const selectInState = engine.statement(`SELECT id FROM entries ${inThatState}`);
  const recordCleared = engine.statement(
    `${onStream(EVENT.MODIFY, both, `version, 0, verdict, access_code, selection, created_at, updated_at, part, ${ATTRIBUTES}`)} ${inThatState} AND flag = 1`,
  );
  const clearFlag = engine.statement(`UPDATE entries SET flag = 0 ${byKey}`);

  const read = (key: EntryKey): EntryItem | null => {
    const row = selectItem.get(key.campaignId, key.globalUserId) as ItemRow | undefined;
    return row === undefined ? null : itemOf(key, row, JSON.parse(row.json));
  };

  /** Items of one campaign in one statement, put where their keys stand. */
  const readBatch = (keys: readonly EntryKey[]): readonly (EntryItem | null)[] => {
    const places = Map.groupBy(keys.keys(), (place) => (keys[place] as EntryKey).campaignId);
    const items = new Array<EntryItem | null>(keys.length).fill(null);
    for (const [campaignId, ofCampaign] of places) {
      const fans = ofCampaign.map((place) => (keys[place] as EntryKey).globalUserId);
      for (const row of selectBatch.all(JSON.stringify(fans), campaignId) as unknown as readonly BatchRow[]) {
        const place = ofCampaign[row.place] as number;
        items[place] = itemOf(keys[place] as EntryKey, row, JSON.parse(row.json));
      }
    }
    return items;
  };

  const create = (item: EntryItem): boolean => {
    const part = insertPart.run(fanPartOf(item)).lastInsertRowid;
    const { changes, lastInsertRowid } = insertEntry.run(item.campaignId, item.globalUserId, ...attributesOf(item), part);
    if (changes === 0) {
      engine.statement('DELETE FROM entry_parts WHERE id = ?').run(part);
      return false;
    }
    recordInsert.run(clock.now(), lastInsertRowid);
    return true;
  };

  const inState = ({ campaignId, globalUserId }: EntryKey, { version, createdAt }: EntryState): Current | undefined =>
    selectInState.get(campaignId, globalUserId, version, createdAt) as Current | undefined;

  /** Writes the item where the stored one is in the state expected. */
  const writeItem = (item: EntryItem, expected: EntryState | null): boolean => {
    if (expected === null) return create(item);
    const current = inState(item, expected);
    if (current === undefined) return false;
    const part = insertPart.run(fanPartOf(item)).lastInsertRowid;
    const attributes = attributesOf(item);
    recordModify.run(clock.now(), ...attributes, part, current.id);
    updateEntry.run(...attributes, part, current.id);
    return true;
  };

  const removeItem = (key: EntryKey, expected: EntryState): boolean => {
    const current = inState(key, expected);
    if (current === undefined) return false;
    recordRemove.run(clock.now(), current.id);
    deleteEntry.run(current.id);
    return true;
  };

  const writeVerdict = ({ campaignId, globalUserId, verdict, accessCode, selection, at }: VerdictUpdate): VerdictOutcome => {
    const current = selectHolding.get(campaignId, globalUserId) as Holding | undefined;
    if (current === undefined) return 'absent';
    const outcome = awardOutcome(heldBy(current), { verdict, selection, ...(accessCode === undefined ? undefined : { accessCode }) });
    if (outcome !== 'assign') return outcome;
    const drawn = JSON.stringify(selection);
    recordVerdict.run(clock.now(), verdict, accessCode ?? null, drawn, at, current.id);
    updateVerdict.run(verdict, accessCode ?? null, drawn, at, current.id);
    return 'written';
  };

  /** One write of a group; wakes the stream's readers after the commit. */
  const write = <T extends string | readonly string[]>(work: () => T): Promise<T> =>
    engine.write<string | readonly string[]>(() => {
      engine.announce(STREAM_CHANNEL);
      return work();
    }) as Promise<T>;

  return {
    get: async (key) => read(key),
    getBatch: async (keys) => readBatch(keys),
    list: async (campaignId, after, limit) => {
      const rows = selectPage.all(campaignId, after ?? '', limit) as unknown as readonly PageRow[];
      const items = rows.map((row) => itemOf({ campaignId, globalUserId: row.global_user_id }, row, JSON.parse(row.json)));
      return { items, next: items.length < limit ? null : (items.at(-1)?.globalUserId ?? null) };
    },
    put: (item, expected) => write(() => (writeItem(item, expected) ? 'written' : 'conflict')),
    remove: (key, expected) => write(() => (removeItem(key, expected) ? 'removed' : 'conflict')),
    transfer: (item, expected, from) =>
      write(() => {
        const isFree = expected === null ? selectAny.get(item.campaignId, item.globalUserId) === undefined : inState(item, expected) !== undefined;
        if (!isFree || !removeItem(from, from)) return 'conflict';
        if (!writeItem(item, expected)) throw new RegError('INTERNAL', 'An entry cannot be transferred to its own campaign.');
        return 'written';
      }),
    clearReplicationFlags: (replicated) =>
      write(() => {
        const now = clock.now();
        return replicated.map(({ campaignId, globalUserId, version, createdAt }) => {
          if (recordCleared.run(now, campaignId, globalUserId, version, createdAt).changes === 1) {
            clearFlag.run(campaignId, globalUserId);
            return 'cleared';
          }
          return selectInState.get(campaignId, globalUserId, version, createdAt) === undefined ? 'stale' : 'cleared';
        });
      }),
    writeVerdicts: (updates) => write(() => updates.map(writeVerdict)),
  };
};

const heldBy = ({ verdict, access_code, selection }: Holding): Award => ({
  verdict,
  ...(access_code === null ? undefined : { accessCode: access_code }),
  ...(selection === null ? undefined : { selection: JSON.parse(selection) as EntrySelection }),
});

const attributesOf = (item: EntryItem) =>
  [
    item.version,
    item.needsReplication ? 1 : 0,
    item.verdict,
    item.accessCode ?? null,
    item.selection === undefined ? null : JSON.stringify(item.selection),
    item.createdAt,
    item.updatedAt,
  ] as const;
