import { createMemoryCampaignCache } from '../../src/adapters/memory/memory-campaign-cache.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import type { Registry } from './adapters.ts';
import { type CampaignCacheSubject, describeCampaignCacheContract } from './campaign-cache.contract.ts';

const subjects: Registry<'campaign-cache', () => Promise<CampaignCacheSubject>> = {
  memory: async () => {
    const clock = createSetClock();
    return { cache: createMemoryCampaignCache({ clock, random: createSeededRandom(1) }), clock };
  },
};

for (const [name, create] of Object.entries(subjects)) describeCampaignCacheContract(name, create);
