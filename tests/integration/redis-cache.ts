import { onTestFinished } from 'vitest';
import { createMemoryMetrics } from '../../src/adapters/memory/memory-metrics.ts';
import { createRedisCampaignCache } from '../../src/adapters/redis/redis-campaign-cache.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** The cache as one process has it, with all that it said and counted. */
export const createRedisCache = (url: string, { clock = createSystemClock(), timeoutMs = 250 }: { clock?: Clock; timeoutMs?: number } = {}) => {
  const metrics = createMemoryMetrics();
  const changes: (string | null)[] = [];
  const cache = createRedisCampaignCache({
    url: async () => url,
    clock,
    random: createSystemRandom(createSystemClock()),
    metrics,
    onChange: (failure) => changes.push(failure),
    timeoutMs,
  });
  onTestFinished(() => cache.close());
  const counted = () => Object.fromEntries(metrics.counts().map(({ label, value }) => [label, value]));
  return { cache, changes, counted };
};
