import type { Campaign, CampaignWithMarkets, Gate, Preference } from '../../src/domain/campaign.ts';
import { campaignFromFile } from '../../src/domain/campaign-rules.ts';

/** A market of a campaign file that is in order. */
export const marketFile = (id: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  id,
  name: id,
  city: 'London',
  country: 'GB',
  timezone: 'Europe/London',
  capacity: 10,
  codes: { mode: 'unique' },
  event: {
    ids: [`E-${id}`],
    date: '2027-06-01T19:00:00Z',
    presaleDateTime: '2027-02-12T10:00:00Z',
    venue: 'Example Arena',
    link: 'https://tickets.example/one',
    ticketer: 'example',
  },
  ...changes,
});

/** A campaign file that is in order, with the markets london-1, paris-1 and berlin-1; open from 1 to 8 February 2027, 10:00 UTC. */
export const campaignFile = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  slug: 'summer-tour',
  name: 'Summer Tour',
  artist: 'The Example Band',
  referenceTimezone: 'Europe/London',
  date: {
    open: '2027-02-01T10:00:00Z',
    close: '2027-02-08T10:00:00Z',
    presaleStart: '2027-02-12T10:00:00Z',
    presaleEnd: '2027-02-14T10:00:00Z',
  },
  preferences: [
    { key: 'markets', type: 'markets' },
    { key: 'tickets', type: 'ticket_count', min: 1, max: 4 },
  ],
  markets: ['london-1', 'paris-1', 'berlin-1'].map((id) => marketFile(id)),
  ...changes,
});

/** The campaign of `campaignFile`, opened. */
export const openCampaign = (
  changes: Partial<Campaign> & { readonly gate?: Gate | null; readonly preferences?: readonly Preference[] } = {},
): CampaignWithMarkets => {
  const { campaign, problems } = campaignFromFile(campaignFile());
  if (campaign === null) throw new Error(JSON.stringify(problems));
  return { ...campaign, campaign: { ...campaign.campaign, status: 'OPEN', ...changes } };
};

/** What is wrong with `campaignFile` so changed, as `path: problem`. */
export const fileProblems = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
  campaignFromFile(campaignFile(changes)).problems.map(({ path, problem }) => `${path}: ${problem}`);

/** What `campaignFile` so changed is read as. */
export const readFile = (changes: Readonly<Record<string, unknown>>): CampaignWithMarkets => {
  const { campaign, problems } = campaignFromFile(campaignFile(changes));
  if (campaign === null) throw new Error(JSON.stringify(problems));
  return campaign;
};
