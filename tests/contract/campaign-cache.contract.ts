import { describe, expect, test, vi } from 'vitest';
import type { CampaignWithMarkets } from '../../src/domain/campaign.ts';
import type { CampaignCache } from '../../src/ports/campaign-cache.ts';
import type { SetClock } from '../support/set-clock.ts';

export interface CampaignCacheSubject {
  readonly cache: CampaignCache;
  readonly clock: SetClock;
}

// The cache looks into none of it.
const campaign = (name: string): CampaignWithMarkets => ({ campaign: { name }, markets: [] }) as unknown as CampaignWithMarkets;

/** Loads that a test ends by hand, in the order in which they began. */
const createLoads = () => {
  const started: { resolve(value: CampaignWithMarkets | null): void; reject(error: Error): void }[] = [];
  return {
    started,
    /** Resolves once so many loads have begun, which takes a server a while. */
    begun: (loads: number) => vi.waitFor(() => expect(started).toHaveLength(loads)),
    load: () =>
      new Promise<CampaignWithMarkets | null>((resolve, reject) => {
        started.push({ resolve, reject });
      }),
  };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));
const KEY = 'campaign:summer-tour';
const HOUR_MS = 3_600_000;

/** What every campaign cache has to keep (src/ports/campaign-cache.ts). */
export const describeCampaignCacheContract = (name: string, create: () => Promise<CampaignCacheSubject>): void => {
  describe(`campaign cache: ${name}`, () => {
    test('an answer is loaded once, and is never more than an hour old', async () => {
      const { cache, clock } = await create();
      let loads = 0;
      const load = async () => campaign(String(++loads));
      expect(await cache.get(KEY, load)).toEqual(campaign('1'));
      clock.advance(HOUR_MS / 2);
      expect(await cache.get(KEY, load)).toEqual(campaign('1'));
      clock.advance(HOUR_MS / 2);
      expect(await cache.get(KEY, load)).toEqual(campaign('2'));
    });

    test('keys do not mix', async () => {
      const { cache } = await create();
      await cache.get(KEY, async () => campaign('summer'));
      expect(await cache.get('campaign:winter-tour', async () => campaign('winter'))).toEqual(campaign('winter'));
      expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('summer'));
    });

    test('a campaign that is not there is remembered for a minute', async () => {
      const { cache, clock } = await create();
      let loads = 0;
      const missing = async () => {
        loads += 1;
        return null;
      };
      await cache.get(KEY, missing);
      clock.advance(59_000);
      expect(await cache.get(KEY, missing)).toBeNull();
      expect(loads).toBe(1);
      clock.advance(1000);
      expect(await cache.get(KEY, async () => campaign('made meanwhile'))).toEqual(campaign('made meanwhile'));
    });

    test('all who ask while a key is being loaded share one load', async () => {
      const { cache } = await create();
      const { started, begun, load } = createLoads();
      const answers = [cache.get(KEY, load), cache.get(KEY, load), cache.get(KEY, load)];
      await begun(1);
      started[0]?.resolve(campaign('1'));
      expect(await Promise.all(answers)).toEqual([campaign('1'), campaign('1'), campaign('1')]);
    });

    test('a load that fails fails for those who wait, and the next one loads again', async () => {
      const { cache } = await create();
      const { started, begun, load } = createLoads();
      const answers = Promise.allSettled([cache.get(KEY, load), cache.get(KEY, load)]);
      await begun(1);
      started[0]?.reject(new Error('store is down'));
      expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await cache.get(KEY, async () => campaign('2'))).toEqual(campaign('2'));
    });

    test('what was evicted is loaded anew', async () => {
      const { cache } = await create();
      await cache.get(KEY, async () => campaign('old'));
      await cache.get('campaign:winter-tour', async () => campaign('kept'));
      await cache.evict([KEY, 'campaign:never-seen']);
      expect(await cache.get(KEY, async () => campaign('new'))).toEqual(campaign('new'));
      expect(await cache.get('campaign:winter-tour', async () => campaign('never'))).toEqual(campaign('kept'));
    });

    test('a load that began before an eviction is not remembered, and never are two in flight', async () => {
      const { cache } = await create();
      const { started, begun, load } = createLoads();
      const early = cache.get(KEY, load);
      await begun(1);
      await cache.evict([KEY]);
      const late = [cache.get(KEY, load), cache.get(KEY, load)];
      await settled();
      expect(started).toHaveLength(1);
      started[0]?.resolve(campaign('old'));
      expect(await early).toEqual(campaign('old'));
      await begun(2);
      started[1]?.resolve(campaign('new'));
      expect(await Promise.all(late)).toEqual([campaign('new'), campaign('new')]);
      expect(await cache.get(KEY, load)).toEqual(campaign('new'));
      expect(started).toHaveLength(2);
    });

    test('a load that ends after an eviction leaves nothing behind', async () => {
      const { cache } = await create();
      const { started, begun, load } = createLoads();
      const early = cache.get(KEY, load);
      await begun(1);
      await cache.evict([KEY]);
      started[0]?.resolve(campaign('old'));
      expect(await early).toEqual(campaign('old'));
      expect(await cache.get(KEY, async () => campaign('new'))).toEqual(campaign('new'));
    });

    test('an evicted load that fails does not fail those who asked after the eviction', async () => {
      const { cache } = await create();
      const { started, begun, load } = createLoads();
      const early = cache.get(KEY, load).catch(() => 'failed');
      await begun(1);
      await cache.evict([KEY]);
      const late = cache.get(KEY, load);
      started[0]?.reject(new Error('store is down'));
      expect(await early).toBe('failed');
      await begun(2);
      started[1]?.resolve(campaign('new'));
      expect(await late).toEqual(campaign('new'));
    });
  });
};
