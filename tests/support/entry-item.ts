import { type EntryItem, entryPartitionKey } from '../../src/domain/entry.ts';
import type { EntryState } from '../../src/ports/entry-table.ts';

/** An entry of the demand-table, with what a test cares about changed. */
export const entryItem = (changes: Partial<EntryItem> = {}): EntryItem => {
  const campaignId = changes.campaignId ?? 'summer-tour';
  const globalUserId = changes.globalUserId ?? 'fan-000001';
  return {
    PK: entryPartitionKey({ campaignId, globalUserId }),
    SK: 'ENTRY',
    campaignId,
    globalUserId,
    entry: { markets: ['london-1', 'paris-1'], tickets: 2 },
    rankedMarkets: ['london-1', 'paris-1'],
    userInfo: { globalUserId, email: 'ann@example.org', firstName: 'Ann', lastName: 'Example', locale: 'en' },
    verdict: 'PENDING',
    needsReplication: true,
    version: 1,
    createdAt: '2027-02-01T10:00:00.000Z',
    updatedAt: '2027-02-01T10:00:00.000Z',
    fanModifiedAt: '2027-02-01T10:00:00.000Z',
    correlationId: 'correlation-1',
    ...changes,
  };
};

/** The state that `entryItem({ version })` has. */
export const entryState = (version: number): EntryState => ({ version, createdAt: entryItem().createdAt });
