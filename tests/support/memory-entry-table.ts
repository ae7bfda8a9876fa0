import { type EntryItem, type EntryKey, entryPartitionKey } from '../../src/domain/entry.ts';
import type { EntryState, EntryTable } from '../../src/ports/entry-table.ts';

/** The part of the demand-table that the registration workers use, in memory. */
export interface MemoryEntryTable extends Pick<EntryTable, 'get' | 'put' | 'remove' | 'transfer'> {
  readonly items: Map<string, EntryItem>;
  /** Calls in order, for tests about what is not looked up. */
  readonly calls: string[];
  /** Runs once, before the next write: what somebody else does at that moment. */
  meanwhile: (() => void) | null;
}

export const createMemoryEntryTable = (stored: readonly EntryItem[] = []): MemoryEntryTable => {
  const items = new Map(stored.map((item) => [item.PK, item]));
  const isIn = (key: EntryKey, expected: EntryState | null): boolean => {
    const stored = items.get(entryPartitionKey(key));
    return stored?.version === expected?.version && stored?.createdAt === expected?.createdAt;
  };
  const interrupt = (): void => {
    const meanwhile = table.meanwhile;
    table.meanwhile = null;
    meanwhile?.();
  };
  const table: MemoryEntryTable = {
    items,
    calls: [],
    meanwhile: null,
    get: async (key) => {
      table.calls.push(`get ${key.campaignId}`);
      return items.get(entryPartitionKey(key)) ?? null;
    },
    put: async (item, expected) => {
      table.calls.push(`put ${item.campaignId}`);
      interrupt();
      if (!isIn(item, expected)) return 'conflict';
      items.set(item.PK, item);
      return 'written';
    },
    remove: async (key, expected) => {
      table.calls.push(`remove ${key.campaignId}`);
      interrupt();
      if (!isIn(key, expected)) return 'conflict';
      items.delete(entryPartitionKey(key));
      return 'removed';
    },
    transfer: async (item, expected, from) => {
      table.calls.push(`transfer ${from.campaignId} ${item.campaignId}`);
      interrupt();
      if (!isIn(item, expected) || !isIn(from, from)) return 'conflict';
      items.set(item.PK, item);
      items.delete(entryPartitionKey(from));
      return 'written';
    },
  };
  return table;
};
