import { expect, test } from 'vitest';
import { createMemoryCampaignCache } from '../../src/adapters/memory/memory-campaign-cache.ts';
import type { CampaignWithMarkets } from '../../src/domain/campaign.ts';
import { createSetClock } from '../support/set-clock.ts';

const campaign = { campaign: {}, markets: [] } as unknown as CampaignWithMarkets;

test('jitter shortens the hour by up to a tenth, so that keys filled together expire apart', async () => {
  const clock = createSetClock();
  let fraction = 0;
  const cache = createMemoryCampaignCache({ clock, random: { fraction: () => fraction } });
  await cache.get('campaign:whole', async () => campaign);
  fraction = 1;
  await cache.get('campaign:shortened', async () => campaign);
  const loaded: string[] = [];
  const ask = (key: 'campaign:whole' | 'campaign:shortened') =>
    cache.get(key, async () => {
      loaded.push(key);
      return campaign;
    });
  clock.advance(54 * 60_000 - 1);
  await Promise.all([ask('campaign:whole'), ask('campaign:shortened')]);
  expect(loaded).toEqual([]);
  clock.advance(1);
  await Promise.all([ask('campaign:whole'), ask('campaign:shortened')]);
  expect(loaded).toEqual(['campaign:shortened']);
});

test('beyond its size the cache forgets what was asked for longest ago', async () => {
  const cache = createMemoryCampaignCache({ clock: createSetClock(), random: { fraction: () => 0 }, maxKeys: 2 });
  const loaded: string[] = [];
  const ask = (key: 'a' | 'b' | 'c') =>
    cache.get(`campaign:${key}`, async () => {
      loaded.push(key);
      return campaign;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b'] as const) await ask(key);
  expect(loaded).toEqual(['a', 'b', 'c', 'b']);
});
