import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { CampaignCache } from '../../ports/campaign-cache.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';

export interface MemoryCampaignCacheOptions {
  readonly clock: Clock;
  readonly random: Pick<Random, 'fraction'>;
  /** Most keys that are remembered; the one that was asked for longest ago goes first. Default 1,000. */
  readonly maxKeys?: number;
  /** Longest that a campaign is remembered, in milliseconds; one that is not there, a minute at most. Default an hour. */
  readonly longestMs?: number;
}

const HOUR_MS = 3_600_000;
const MISSING_MS = 60_000;
/** Up to a tenth less than the longest, so that keys filled together do not all expire together. */
const JITTER = 0.1;

interface Remembered {
  readonly value: CampaignWithMarkets | null;
  readonly until: number;
}

/** A load under way; what an evicted one brings may be old, so only those who asked before the eviction are given it. */
interface Refresh {
  evicted: boolean;
  result: Promise<CampaignWithMarkets | null>;
}

/** The campaign cache of one process. */
export const createMemoryCampaignCache = ({ clock, random, maxKeys = 1000, longestMs = HOUR_MS }: MemoryCampaignCacheOptions): CampaignCache => {
  const remembered = new Map<string, Remembered>();
  const refreshing = new Map<string, Refresh>();

  const remember = (key: string, value: CampaignWithMarkets | null): void => {
    const lifetime = value === null ? Math.min(MISSING_MS, longestMs) : longestMs * (1 - JITTER * random.fraction());
    remembered.delete(key);
    remembered.set(key, { value, until: clock.now() + lifetime });
    if (remembered.size > maxKeys) remembered.delete(remembered.keys().next().value as string);
  };

  /** Begins once an evicted refresh of the key has ended, so that never two are in flight. */
  const refresh = async (key: string, load: () => Promise<CampaignWithMarkets | null>, current: Refresh, evicted: Refresh | undefined) => {
    try {
      await evicted?.result.catch(() => undefined);
      const value = await load();
      if (!current.evicted) remember(key, value);
      return value;
    } finally {
      if (refreshing.get(key) === current) refreshing.delete(key);
    }
  };

  return {
    get: async (key, load) => {
      const hit = remembered.get(key);
      if (hit !== undefined && clock.now() < hit.until) {
        remembered.delete(key);
        remembered.set(key, hit);
        return hit.value;
      }
      const inFlight = refreshing.get(key);
      if (inFlight !== undefined && !inFlight.evicted) return inFlight.result;
      const current: Refresh = { evicted: false, result: Promise.resolve(null) };
      refreshing.set(key, current);
      current.result = refresh(key, load, current, inFlight);
      return current.result;
    },
    evict: async (keys) => {
      for (const key of keys) {
        remembered.delete(key);
        const inFlight = refreshing.get(key);
        if (inFlight !== undefined) inFlight.evicted = true;
      }
    },
  };
};
