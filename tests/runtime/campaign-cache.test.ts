import { expect, test } from 'vitest';
import { createMemoryCampaignCache } from '../../src/adapters/memory/memory-campaign-cache.ts';
import type { CampaignWithMarkets } from '../../src/domain/campaign.ts';
import { inFront } from '../../src/runtime/campaign-cache.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';

const KEY = 'campaign:summer-tour';
// Caches look into none of it.
const campaign = (name: string) => ({ campaign: { name }, markets: [] }) as unknown as CampaignWithMarkets;

const createWorld = () => {
  const clock = createSetClock();
  const random = createSeededRandom(1);
  const far = createMemoryCampaignCache({ clock, random });
  let asked = 0;
  const watched: typeof far = {
    get: (key, load) => {
      asked += 1;
      return far.get(key, load);
    },
    evict: far.evict,
  };
  const createNear = () => inFront(createMemoryCampaignCache({ clock, random, longestMs: 5_000 }), watched);
  return { clock, far, createNear, asked: () => asked };
};

test('what was just read is not asked of the far cache again, for five seconds at most', async () => {
  const { clock, createNear, asked } = createWorld();
  const cache = createNear();
  await cache.get(KEY, async () => campaign('1'));
  clock.advance(4_000);
  expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('1'));
  expect(asked()).toBe(1);
  clock.advance(1_000);
  expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('1'));
  expect(asked()).toBe(2);
});

test('what one process evicted is gone from it at once, and from another after five seconds', async () => {
  const { clock, createNear } = createWorld();
  const [service, reader] = [createNear(), createNear()];
  for (const cache of [service, reader]) await cache.get(KEY, async () => campaign('old'));
  await service.evict([KEY]);
  expect(await service.get(KEY, async () => campaign('new'))).toEqual(campaign('new'));
  expect(await reader.get(KEY, async () => campaign('never'))).toEqual(campaign('old'));
  clock.advance(5_000);
  expect(await reader.get(KEY, async () => campaign('never'))).toEqual(campaign('new'));
});

test('what is being read while it is evicted is not remembered', async () => {
  const { createNear } = createWorld();
  const cache = createNear();
  const slow = Promise.withResolvers<CampaignWithMarkets>();
  const begun = Promise.withResolvers<void>();
  const early = cache.get(KEY, () => {
    begun.resolve();
    return slow.promise;
  });
  await begun.promise;
  await cache.evict([KEY]);
  slow.resolve(campaign('old'));
  expect(await early).toEqual(campaign('old'));
  expect(await cache.get(KEY, async () => campaign('new'))).toEqual(campaign('new'));
});
