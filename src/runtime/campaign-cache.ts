import { createMemoryCampaignCache } from '../adapters/memory/memory-campaign-cache.ts';
import { createRedisCampaignCache, type RedisCampaignCache } from '../adapters/redis/redis-campaign-cache.ts';
import type { Log } from '../log.ts';
import type { CampaignCache } from '../ports/campaign-cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Random } from '../ports/random.ts';

export interface SharedCampaignCacheOptions {
  readonly redisUrl: () => Promise<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly log: Log;
}

/**
 * How long a process goes by what it has read, with Redis or without: this long after a change another process may go by
 * the old campaign. It saves a call and the reading of a campaign's JSON for each fan, and while Redis is away it keeps
 * all of them from asking the store.
 */
const NEAR_MS = 5_000;

/** The campaign cache of all processes in Redis, with a short one of this process in front. */
export const createSharedCampaignCache = ({ redisUrl, clock, random, metrics, log }: SharedCampaignCacheOptions): RedisCampaignCache => {
  const far = createRedisCampaignCache({
    url: redisUrl,
    clock,
    random,
    metrics,
    nearMs: NEAR_MS,
    onChange: (failure) => {
      if (failure === null) log.info('the campaign cache in Redis is back');
      else log.warn({ failure }, 'the campaign cache in Redis is away: campaigns come from the store');
    },
  });
  return { ...inFront(createMemoryCampaignCache({ clock, random, longestMs: NEAR_MS }), far), close: far.close };
};

/** Two caches as one: what `near` has not got is asked of `far`. */
export const inFront = (near: CampaignCache, far: CampaignCache): CampaignCache => ({
  get: (key, load) => near.get(key, () => far.get(key, load)),
  evict: async (keys) => {
    // The far one first: what is read between the two is forgotten by the second.
    await far.evict(keys);
    await near.evict(keys);
  },
});
