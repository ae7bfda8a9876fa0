import { cacheLifetimeMs, LONGEST_CACHED_MS } from '../../domain/cache-lifetime.ts';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { CampaignCache } from '../../ports/campaign-cache.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { createSharedLoads } from './shared-loads.ts';

export interface MemoryCampaignCacheOptions {
  readonly clock: Clock;
  readonly random: Pick<Random, 'fraction'>;
  /** Most keys that are remembered; the one that was asked for longest ago goes first. Default 1,000. */
  readonly maxKeys?: number;
  /** Longest that a campaign is remembered, in milliseconds; one that is not there, a minute at most. Default an hour. */
  readonly longestMs?: number;
}

interface Remembered {
  readonly value: CampaignWithMarkets | null;
  readonly until: number;
}

/** The campaign cache of one process. */
export const createMemoryCampaignCache = ({ clock, random, maxKeys = 1000, longestMs = LONGEST_CACHED_MS }: MemoryCampaignCacheOptions): CampaignCache => {
  const remembered = new Map<string, Remembered>();
  const loads = createSharedLoads<CampaignWithMarkets | null>();

  const remember = (key: string, value: CampaignWithMarkets | null): void => {
    const lifetime = cacheLifetimeMs({ isThere: value !== null, longestMs, fraction: random.fraction() });
    remembered.delete(key);
    remembered.set(key, { value, until: clock.now() + lifetime });
    if (remembered.size > maxKeys) remembered.delete(remembered.keys().next().value as string);
  };

  return {
    get: async (key, load) => {
      const hit = remembered.get(key);
      if (hit !== undefined && clock.now() < hit.until) {
        remembered.delete(key);
        remembered.set(key, hit);
        return hit.value;
      }
      return loads.get(key, async (wasEvicted) => {
        const value = await load();
        if (!wasEvicted()) remember(key, value);
        return value;
      });
    },
    evict: async (keys) => {
      for (const key of keys) {
        remembered.delete(key);
        loads.evict(key);
      }
    },
  };
};
