import { createMemoryCampaignCache } from '../../../adapters/memory/memory-campaign-cache.ts';
import type { CampaignCache } from '../../../ports/campaign-cache.ts';
import type { Make } from '../cloud.ts';

/**
 * How long a container goes by what it has read of a campaign. No container can be told that another has changed one,
 * so this is how long a change takes to be seen everywhere. A read costs half a read unit a container and quarter
 * minute, however many fans there are.
 */
const LONGEST_MS = 15_000;

/** The campaign cache of one container. */
export const campaignCache: Make<CampaignCache> = ({ clock, random }) => createMemoryCampaignCache({ clock, random, longestMs: LONGEST_MS });
