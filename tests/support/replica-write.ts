import type { ReplicaWrite } from '../../src/ports/entry-store.ts';

/** A replicated state of an entry, with what a test cares about changed. */
export const replicaWrite = (changes: Partial<ReplicaWrite> = {}): ReplicaWrite => ({
  campaignId: 'summer-tour',
  globalUserId: 'fan-000001',
  entry: { markets: ['london-1', 'paris-1'], tickets: 2 },
  verdict: 'PENDING',
  version: 1,
  createdAt: '2027-02-01T10:00:00.000Z',
  updatedAt: '2027-02-01T10:00:00.000Z',
  fanModifiedAt: '2027-02-01T10:00:00.000Z',
  userInfo: { email: 'ann@example.org' },
  rankedMarkets: ['london-1', 'paris-1'],
  ...changes,
});
