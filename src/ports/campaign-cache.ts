import type { CampaignWithMarkets } from '../domain/campaign.ts';

/**
 * Cache-aside over the campaign store, under the mission's keys `campaign:<slug>` and `campaign:<id>`, and
 * `campaign:id:<id>` for who looks a campaign up by its id: the id of one may be the slug of another. An answer is at most an hour old; per key one refresh is in flight, and all who ask meanwhile share it.
 * A campaign that is not there is remembered for a minute.
 */
export interface CampaignCache {
  get(key: `campaign:${string}`, load: () => Promise<CampaignWithMarkets | null>): Promise<CampaignWithMarkets | null>;
  /** Forgets the keys, so that the next reader loads them anew. */
  evict(keys: readonly `campaign:${string}`[]): Promise<void>;
}
