import type { Campaign, CampaignWithMarkets, Market } from '../../src/domain/campaign.ts';

/** A campaign with its markets, with what a test cares about changed. */
export const summerTour = (changes: { campaign?: Partial<Campaign>; markets?: readonly Market[] } = {}): CampaignWithMarkets => {
  const markets = changes.markets ?? [market()];
  const campaign: Campaign = {
    id: 'summer-tour',
    slug: 'summer-tour',
    name: 'Summer Tour',
    status: 'CLOSED',
    artist: 'The Example Band',
    tour: null,
    referenceTimezone: 'Europe/London',
    date: {
      open: '2027-02-01T10:00:00.000Z',
      close: '2027-02-08T10:00:00.000Z',
      presaleStart: '2027-02-12T10:00:00.000Z',
      presaleEnd: '2027-02-14T10:00:00.000Z',
      reminders: ['2027-02-12T08:00:00.000Z'],
    },
    locales: ['en', 'fr'],
    gate: null,
    preferences: [
      { key: 'markets', type: 'markets' },
      { key: 'tickets', type: 'ticket_count', min: 1, max: 4 },
      { key: 'newsletter', type: 'opt_in', is_optional: true },
    ],
    marketIds: markets.map(({ id }) => id),
    selection: { method: 'weighted', maxLots: 5, minScore: null, publicRandomness: 'none' },
    options: { automatedReminders: true, showAccessCode: true, maxMarkets: 2 },
    ...changes.campaign,
  };
  return { campaign, markets };
};

export const market = (changes: Partial<Market> = {}): Market => ({
  id: 'london-1',
  campaignId: 'summer-tour',
  name: 'London',
  city: 'London',
  state: null,
  country: 'GB',
  timezone: 'Europe/London',
  event: {
    ids: ['E1'],
    date: '2027-06-01T19:00:00.000Z',
    presaleDateTime: '2027-02-12T10:00:00.000Z',
    venue: 'Example Arena',
    link: 'https://tickets.example/london',
    ticketer: 'example',
  },
  pricingTiers: [{ name: 'Standing', price: '60.00', currency: 'GBP' }],
  codes: { mode: 'unique' },
  capacity: 300,
  waitlistCapacity: 100,
  notification: null,
  ...changes,
});
