import { type EntryItem, type EntryKey, entryPartitionKey } from '../../src/domain/entry.ts';
import type { EntryTable } from '../../src/ports/entry-table.ts';

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
  const versionOf = (key: EntryKey): number => items.get(entryPartitionKey(key))?.version ?? 0;
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
    put: async (item, expectedVersion) => {
      table.calls.push(`put ${item.campaignId}`);
      interrupt();
      if (versionOf(item) !== expectedVersion) return 'conflict';
      items.set(item.PK, item);
      return 'written';
    },
    remove: async (key, expectedVersion) => {
      table.calls.push(`remove ${key.campaignId}`);
      interrupt();
      if (versionOf(key) !== expectedVersion || expectedVersion === 0) return 'conflict';
      items.delete(entryPartitionKey(key));
      return 'removed';
    },
    transfer: async (item, expectedVersion, from) => {
      table.calls.push(`transfer ${from.campaignId} ${item.campaignId}`);
      interrupt();
      if (versionOf(item) !== expectedVersion || versionOf(from) !== from.expectedVersion) return 'conflict';
      items.set(item.PK, item);
      items.delete(entryPartitionKey(from));
      return 'written';
    },
  };
  return table;
};
