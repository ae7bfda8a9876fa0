import type { CampaignWithMarkets } from '../../domain/campaign.ts';

/** A campaign as it is kept; null for one that is not there. */
export interface CachedCampaign {
  readonly value: CampaignWithMarkets | null;
  /** UTC milliseconds, by the clock of whoever loaded it. */
  readonly until: number;
}

/** Goes up when `CampaignWithMarkets` changes: what another version of this program keeps is not understood, and loaded anew. */
const SHAPE = 1;

export const cachedText = ({ value, until }: CachedCampaign): string => JSON.stringify({ shape: SHAPE, until, value });

/** Null for what is no campaign of this version's. */
export const readCached = (text: string): CachedCampaign | null => {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  return isCached(found) ? { value: found.value, until: found.until } : null;
};

const isCached = (found: unknown): found is CachedCampaign =>
  isObject(found) && found.shape === SHAPE && typeof found.until === 'number' && (found.value === null || isCampaign(found.value));

const isCampaign = (value: unknown): boolean => isObject(value) && isObject(value.campaign) && Array.isArray(value.markets);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
