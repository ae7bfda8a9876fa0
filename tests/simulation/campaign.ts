import { campaignFile, marketFile } from '../support/campaign-files.ts';

export const SLUG = 'summer-tour';
export const UNIQUE_MARKETS: readonly string[] = ['london-1', 'paris-1'];
export const MARKETS: readonly string[] = [...UNIQUE_MARKETS, 'berlin-1'];
export const CAPACITY = 6;
export const OPEN = Date.UTC(2027, 1, 1, 10);
export const CLOSE = Date.UTC(2027, 1, 8, 10);

/** Small enough that each market has losers, and that those who withdraw leave places to fill. */
export const simulatedCampaign = (): Record<string, unknown> =>
  campaignFile({
    date: {
      open: new Date(OPEN).toISOString(),
      close: new Date(CLOSE).toISOString(),
      presaleStart: '2027-02-12T10:00:00Z',
      presaleEnd: '2027-02-14T10:00:00Z',
      reminders: ['2027-02-12T08:00:00Z'],
    },
    selection: { method: 'weighted', maxLots: 5 },
    options: { automatedReminders: true, automatedReceipts: true, automatedResults: true, showAccessCode: true, maxMarkets: 3 },
    markets: MARKETS.map((id) =>
      marketFile(id, {
        capacity: CAPACITY,
        waitlistCapacity: 4,
        codes: UNIQUE_MARKETS.includes(id) ? { mode: 'unique' } : { mode: 'shared', sharedCode: 'BERLIN-TOGETHER' },
      }),
    ),
  });

/** Enough for every place and for those that are given again. */
export const codesOf = (marketId: string): readonly string[] => Array.from({ length: 3 * CAPACITY }, (_, index) => `${marketId.toUpperCase()}-CODE-${index}`);
