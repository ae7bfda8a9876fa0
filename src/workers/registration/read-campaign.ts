import type { Campaign, CampaignWithMarkets, Gate, Market, PriorityGroup } from '../../domain/campaign.ts';
import type { ResolverInput } from '../../middleware/lambda.ts';
import type { Worker } from '../worker.ts';
import { knownCampaign } from './known-campaign.ts';

/** A campaign as anyone may see it: whom the gate lets through in kind, never by which list, key or attribute. */
export interface PublicCampaign
  extends Pick<Campaign, 'id' | 'slug' | 'name' | 'status' | 'artist' | 'tour' | 'referenceTimezone' | 'date' | 'locales' | 'preferences' | 'marketIds'> {
  readonly gate: PublicGate | null;
  readonly selection: PublicSelection;
  readonly options: Pick<Campaign['options'], 'showAccessCode' | 'maxMarkets'>;
  readonly markets: readonly PublicMarket[];
}

/** How winners are drawn, without the scores that it takes. */
export interface PublicSelection extends Pick<Campaign['selection'], 'method' | 'maxLots' | 'publicRandomness'> {
  readonly priorityGroups?: readonly Pick<PriorityGroup, 'id' | 'name'>[];
}

/** What a fan has to know to understand a refusal. */
export interface PublicGate extends Pick<Gate, 'inviteOnly' | 'geo' | 'linkedCampaign'> {
  readonly asksForIdentity: boolean;
  readonly asksForProfile: boolean;
}

export interface PublicMarket
  extends Pick<Market, 'id' | 'campaignId' | 'name' | 'city' | 'state' | 'country' | 'timezone' | 'event' | 'pricingTiers' | 'capacity' | 'waitlistCapacity'> {
  readonly codes: { readonly mode: Market['codes']['mode'] };
}

const shown = new WeakMap<CampaignWithMarkets, PublicCampaign>();

/** Shows a campaign to whoever wants to register, without a token. Null where there is none, and for a draft. */
export const readCampaign: Worker<'readCampaign', ResolverInput<{ readonly slug: unknown }>, PublicCampaign | null> = async (
  { arguments: { slug } },
  { services },
) => {
  const known = await knownCampaign(services, slug);
  if (known === null || known.campaign.status === 'DRAFT') return null;
  const ready = shown.get(known);
  if (ready !== undefined) return ready;
  const made = publicCampaign(known);
  shown.set(known, made);
  return made;
};

const publicCampaign = ({ campaign, markets }: CampaignWithMarkets): PublicCampaign => {
  const { id, slug, name, status, artist, tour, referenceTimezone, date, locales, preferences, marketIds, selection, options } = campaign;
  return {
    ...{ id, slug, name, status, artist, tour, referenceTimezone, date, locales, preferences, marketIds },
    gate: campaign.gate === null ? null : publicGate(campaign.gate),
    selection: publicSelection(selection),
    options: { showAccessCode: options.showAccessCode, maxMarkets: options.maxMarkets },
    markets: markets.map(publicMarket),
  };
};

const publicSelection = ({ method, maxLots, priorityGroups, publicRandomness }: Campaign['selection']): PublicSelection => ({
  ...{ method, maxLots, publicRandomness },
  ...(priorityGroups !== undefined && { priorityGroups: priorityGroups.map(({ id, name }) => ({ id, ...(name !== undefined && { name }) })) }),
});

const publicGate = ({ inviteOnly, geo, linkedCampaign, idv, card, linkedAccount }: Gate): PublicGate => ({
  ...(inviteOnly !== undefined && { inviteOnly }),
  ...(geo !== undefined && { geo }),
  ...(linkedCampaign !== undefined && { linkedCampaign }),
  asksForIdentity: idv !== undefined,
  asksForProfile: card !== undefined || linkedAccount !== undefined,
});

const publicMarket = (market: Market): PublicMarket => {
  const { id, campaignId, name, city, state, country, timezone, event, pricingTiers, capacity, waitlistCapacity, codes } = market;
  return { id, campaignId, name, city, state, country, timezone, event, pricingTiers, capacity, waitlistCapacity, codes: { mode: codes.mode } };
};
