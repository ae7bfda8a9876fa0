import { createMemoryCampaignCache } from '../../../adapters/memory/memory-campaign-cache.ts';
import { REDIS, type ServerAddress } from '../../../environment.ts';
import type { CampaignCache } from '../../../ports/campaign-cache.ts';
import { createSharedCampaignCache } from '../../campaign-cache.ts';
import { urlOfServer } from '../../server-address.ts';
import type { Cloud, Make } from '../cloud.ts';

/**
 * How long a container without Redis goes by what it has read of a campaign. No container can be told that another has
 * changed one, so this is how long a change takes to be seen everywhere. A read costs half a read unit a container and
 * quarter minute, however many fans there are.
 */
const LONGEST_MS = 15_000;

/** The campaign cache of all containers in Redis, where there is one; else of one container. */
export const campaignCache: Make<CampaignCache> = (cloud) => {
  const { config, clock, random, metrics, log } = cloud;
  return config.redis === null
    ? createMemoryCampaignCache({ clock, random, longestMs: LONGEST_MS })
    : createSharedCampaignCache({ redisUrl: redisUrl(cloud, config.redis), clock, random, metrics, log });
};

/** Most functions with this cache have no other use for secrets, so what reads them is loaded only where the URL is one. */
const redisUrl = (cloud: Cloud, address: ServerAddress) => async (): Promise<string> => {
  const { secrets } = await import('./secrets.ts');
  return urlOfServer(address, REDIS, secrets(cloud))();
};
