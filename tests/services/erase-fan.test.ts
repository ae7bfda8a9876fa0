import { expect, test } from 'vitest';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { isErasedFan } from '../../src/domain/erased-fan.ts';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { type CampaignServiceWorld, createCampaignServiceWorld, entryDocument, OPERATOR } from '../support/campaign-service-world.ts';
import { packOf } from '../support/draw-pack.ts';

const CAMPAIGN = { campaignId: 'summer-tour' };
const DRAW_1 = { ...CAMPAIGN, draw: 1 };
const FANS = 400;
const WEEK_MS = 7 * 86_400_000;

/** A campaign past its close, whose draw is of more fans than a chunk of a file, or a page of results, has. */
const closedWorld = async (): Promise<CampaignServiceWorld> => {
  const world = await createCampaignServiceWorld();
  const markets = ['london-1', 'paris-1'].map((id) => marketFile(id, { capacity: 5, waitlistCapacity: 20 }));
  await world.service.putCampaign({ params: CAMPAIGN, body: { file: campaignFile({ markets }) } }, OPERATOR);
  world.entries.push(...Array.from({ length: FANS }, (_, index) => entryDocument(`fan-${index}`)));
  world.clock.advance(WEEK_MS);
  return world;
};
const freeze = ({ service }: CampaignServiceWorld) => service.freezeDraw({ params: CAMPAIGN, body: {} }, OPERATOR);
const reveal = ({ service }: CampaignServiceWorld) => service.revealDraw({ params: DRAW_1, body: {} }, OPERATOR);
const erase = ({ service }: CampaignServiceWorld, globalUserId: string) => service.eraseFan({ params: { globalUserId } }, OPERATOR);
const fansDrawn = async ({ service }: CampaignServiceWorld): Promise<readonly string[]> => {
  const { results } = await service.getDrawResults({ params: DRAW_1, query: { limit: 1000 } }, OPERATOR);
  return results.map(({ globalUserId }) => globalUserId);
};
const packIn = async (world: CampaignServiceWorld) => {
  const text = (file: string): Promise<string> => world.published(`draws/summer-tour/1/${file}`);
  return { rules: await text('rules.json'), entrants: await text('entrants.csv'), results: await text('results.csv'), draw: await text('draw.json') };
};

test('whoever is erased keeps the place in the draw, under the ref, wherever in the files that stands', async () => {
  const world = await closedWorld();
  await freeze(world);
  await reveal(world);
  const before = await fansDrawn(world);
  const published = await packIn(world);
  for (const position of [1, 2, 7, 200, FANS]) {
    const fan = before[position - 1] ?? '';
    expect(await erase(world, fan), fan).toEqual({ places: 1, busy: 0 });
    expect(await erase(world, fan), fan).toEqual({ places: 0, busy: 0 });
    const [, ref] = published.results.split('\n')[position]?.split(',') ?? [];
    expect((await fansDrawn(world))[position - 1]).toBe(`erased:${ref}`);
  }
  expect((await fansDrawn(world)).filter((fan) => !isErasedFan(fan))).toHaveLength(FANS - 5);
  expect(await packIn(world)).toEqual(published);
  expect(await verifyPack(packOf(published))).toMatchObject({ ok: true });
});

test('who is erased between the freeze and the draw is drawn all the same, as a ref', async () => {
  const [erased, other] = [await closedWorld(), await closedWorld()];
  for (const world of [erased, other]) await freeze(world);
  expect(await erase(erased, 'fan-17')).toEqual({ places: 1, busy: 0 });
  for (const world of [erased, other]) await reveal(world);
  expect((await fansDrawn(erased)).map((fan) => (isErasedFan(fan) ? 'fan-17' : fan))).toEqual(await fansDrawn(other));
  expect(await packIn(erased)).toEqual(await packIn(other));
});

test('a draw that somebody works on is left for the next call, and so is one that is about to be frozen', async () => {
  const world = await closedWorld();
  const hold = (draw: number) => world.draws.holdDraw('summer-tour', draw, { by: 'another', now: world.clock.now(), until: world.clock.now() + 60_000 });
  await hold(1);
  expect(await erase(world, 'fan-1')).toEqual({ places: 0, busy: 1 });
  await world.draws.releaseDraw('summer-tour', 1, 'another');
  await freeze(world);
  await hold(1);
  expect(await erase(world, 'fan-1')).toEqual({ places: 0, busy: 1 });
  world.clock.advance(60_000);
  expect(await erase(world, 'fan-1')).toEqual({ places: 1, busy: 0 });
});

test('nobody is looked for in a campaign that cannot have been drawn yet', async () => {
  const world = await createCampaignServiceWorld();
  await world.service.putCampaign({ params: CAMPAIGN, body: { file: campaignFile() } }, OPERATOR);
  expect(await erase(world, 'fan-1')).toEqual({ places: 0, busy: 0 });
});
