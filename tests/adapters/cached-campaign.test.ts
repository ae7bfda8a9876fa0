import { expect, test } from 'vitest';
import { cachedText, readCached } from '../../src/adapters/redis/cached-campaign.ts';
import type { Campaign, Market } from '../../src/domain/campaign.ts';
import { summerTour } from '../support/summer-tour.ts';

/** A member more or less does not compile here: then `SHAPE` in cached-campaign.ts has to go up as well. */
const SHAPE_1 = {
  campaign: {
    id: true,
    slug: true,
    name: true,
    status: true,
    artist: true,
    tour: true,
    referenceTimezone: true,
    date: true,
    locales: true,
    gate: true,
    preferences: true,
    marketIds: true,
    selection: true,
    options: true,
  } satisfies Readonly<Record<keyof Campaign, true>>,
  market: {
    id: true,
    campaignId: true,
    name: true,
    city: true,
    state: true,
    country: true,
    timezone: true,
    event: true,
    pricingTiers: true,
    codes: true,
    capacity: true,
    waitlistCapacity: true,
    notification: true,
  } satisfies Readonly<Record<keyof Market, true>>,
};

test('what is kept is read as it was', () => {
  const kept = { value: summerTour(), until: 5 };
  expect(readCached(cachedText(kept))).toEqual(kept);
  expect(readCached(cachedText({ value: null, until: 5 }))).toEqual({ value: null, until: 5 });
});

test('the version that is kept is that of this shape', () => {
  const { shape, value } = JSON.parse(cachedText({ value: summerTour(), until: 5 }));
  expect(shape).toBe(1);
  expect(Object.keys(value.campaign).sort()).toEqual(Object.keys(SHAPE_1.campaign).sort());
  expect(Object.keys(value.markets[0]).sort()).toEqual(Object.keys(SHAPE_1.market).sort());
});
