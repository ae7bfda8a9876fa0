const MARKETS = ['one', 'two', 'three', 'four'] as const;

export const SLUG = 'plugs';
export const MARKET_IDS: readonly string[] = MARKETS.map((name) => `plugs-${name}`);

/** A campaign that is open at `now` and until `close`, whose presale is an hour later. UTC milliseconds; `winners` over all markets. */
export const plugsCampaign = (now: number, close: number, winners: number): Readonly<Record<string, unknown>> => {
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  return {
    slug: SLUG,
    name: 'Plugs',
    artist: 'The Example Band',
    referenceTimezone: 'Europe/London',
    date: { open: at(-60), close: new Date(close).toISOString(), presaleStart: at(60), presaleEnd: at(120), reminders: [at(52)] },
    locales: ['en'],
    selection: { method: 'random' },
    options: { automatedReminders: true, showAccessCode: true, maxMarkets: 2 },
    preferences: [
      { key: 'markets', type: 'markets' },
      { key: 'tickets', type: 'ticket_count', min: 1, max: 4 },
    ],
    markets: MARKETS.map((name) => ({
      id: `plugs-${name}`,
      name,
      city: 'London',
      country: 'GB',
      timezone: 'Europe/London',
      capacity: Math.ceil(winners / MARKETS.length),
      waitlistCapacity: 10,
      codes: { mode: 'shared', sharedCode: `CODE-${name}` },
      event: {
        ids: [`E-${name}`],
        date: at(60 * 24 * 30),
        presaleDateTime: at(60),
        venue: 'Example Arena',
        link: 'https://tickets.example/plugs',
        ticketer: 'example',
      },
    })),
  };
};
