import { describe, expect, test } from 'vitest';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import { campaignFile } from '../support/campaign-files.ts';
import { type CampaignServiceWorld, createCampaignServiceWorld, entryDocument, OPERATOR } from '../support/campaign-service-world.ts';
import { TEST_CHAIN_HASH } from '../support/drand-chain.ts';

const params = { campaignId: 'summer-tour' };
const PACK = 'draws/summer-tour/1';
const WEEK_MS = 7 * 86_400_000;
/** Comes out at the close; the next one an hour later. */
const ROUND_AT_CLOSE = 179;

const closedWorld = async (round: number, chainHash = TEST_CHAIN_HASH): Promise<CampaignServiceWorld> => {
  const world = await createCampaignServiceWorld();
  const file = campaignFile({ selection: { publicRandomness: { kind: 'drand', chainHash, round } } });
  await world.service.putCampaign({ params, body: { file } }, OPERATOR);
  for (let index = 0; index < 9; index += 1) world.entries.push(entryDocument(`fan-${index}`));
  world.clock.advance(WEEK_MS);
  return world;
};
const freeze = ({ service }: CampaignServiceWorld) => service.freezeDraw({ params, body: {} }, OPERATOR);
const reveal = ({ service }: CampaignServiceWorld, body = {}) => service.revealDraw({ params: { ...params, draw: 1 }, body }, OPERATOR);

describe('a draw with public randomness of drand', () => {
  test('is made with the round that the rules name, once it has come out, and the pack proves it', async () => {
    const world = await closedWorld(ROUND_AT_CLOSE + 2);
    await freeze(world);
    await expect(reveal(world)).rejects.toMatchObject({ code: 'STATE_INVALID', message: expect.stringContaining('2027-02-08T12:00:00.000Z') });
    await expect(reveal(world, { publicRandomness: '4 8 15' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    world.clock.advance(2 * 3_600_000);
    expect(await reveal(world)).toMatchObject({ state: 'DRAWN' });
    const record = await world.published(`${PACK}/draw.json`);
    const pack = (draw: string) => ({
      rules: world.files.read(`${PACK}/rules.json`),
      entrants: world.files.read(`${PACK}/entrants.csv`),
      results: world.files.read(`${PACK}/results.csv`),
      draw: (async function* () {
        yield draw;
      })(),
    });
    const wrong = async (draw: string) => (await verifyPack(pack(draw))).checks.filter(({ ok }) => !ok).map(({ name }) => name);
    expect(await wrong(record)).toEqual([]);
    const { signature } = (JSON.parse(record) as { publicRandomness: { signature: string } }).publicRandomness;
    expect(await wrong(record.replace(signature, 'ab'.repeat(48)))).toEqual(['the round of drand is the one that the rules ask for, and signed']);
    expect(await wrong(record.replace(`"signature": "${signature}"`, '"signature": "none"'))).toEqual(['draw.json can be read']);
  });

  test('is not frozen for a round that has come out by then', async () => {
    const world = await closedWorld(ROUND_AT_CLOSE);
    await expect(freeze(world)).rejects.toMatchObject({ code: 'STATE_INVALID', message: expect.stringContaining('before the freeze') });
    expect(world.listed()).toBe(0);
  });

  test('is not frozen where the relay describes another chain', async () => {
    const world = await closedWorld(ROUND_AT_CLOSE + 2, 'ab'.repeat(32));
    await expect(freeze(world)).rejects.toMatchObject({ code: 'DRAW_INVALID' });
  });
});
