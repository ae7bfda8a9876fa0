import type { ServerRegistry } from '../../contract/adapters.ts';
import { type CampaignCacheSubject, describeCampaignCacheContract } from '../../contract/campaign-cache.contract.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { createRedisCache } from '../redis-cache.ts';
import { emptyRedis } from '../redis-databases.ts';

const subjects: ServerRegistry<'campaign-cache', () => Promise<CampaignCacheSubject>> = {
  redis: async () => {
    const clock = createSetClock();
    return { cache: createRedisCache(await emptyRedis(), { clock, timeoutMs: 5_000 }).cache, clock };
  },
};

for (const [name, create] of Object.entries(subjects)) describeCampaignCacheContract(name, create);
