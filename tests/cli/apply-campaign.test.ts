import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { campaignFile, marketFile } from '../support/campaign-files.ts';
import { type GateWorld, openGateWorld } from '../support/gate-world.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

let world: GateWorld;
let folder: string;
const ends: (() => void)[] = [];
beforeAll(async () => {
  folder = createTemporaryFolder((end) => ends.push(end));
  world = await openGateWorld({ dataFolder: folder });
  await world.putCampaign('tour', {});
  await world.register('tour', { globalUserId: 'ann', markets: 'tour-two' });
  await world.idle();
});
afterAll(async () => {
  await world.close();
  for (const end of ends) end();
});

const apply = async (markets: readonly string[], ...flags: readonly string[]): Promise<unknown> => {
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
  const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
  const file = join(folder, 'tour.yaml');
  const date = { open: day(-1), close: day(1), presaleStart: day(5), presaleEnd: day(6) };
  const preferences = [{ key: 'markets', type: 'markets' }];
  await writeFile(file, stringify(campaignFile({ slug: 'tour', date, preferences, markets: markets.map((id) => marketFile(id, { event })) })));
  const { campaign } = (await world.reg('campaign', 'apply', file, ...flags)) as { readonly campaign: { readonly marketIds: readonly string[] } };
  return campaign.marketIds;
};

test('a market that fans have ranked goes only where somebody says so', async () => {
  expect(await apply(['tour-one', 'tour-two', 'tour-three'])).toHaveLength(3);
  expect(await apply(['tour-one', 'tour-two'])).toEqual(['tour-one', 'tour-two']);
  await expect(apply(['tour-one', 'tour-2'])).rejects.toThrow(/leaves out tour-two \(1 entries rank it\)\. A market's id cannot be changed/);
  expect(await world.connection.campaign.getCampaign({ params: { campaignId: 'tour' } })).toMatchObject({ campaign: { marketIds: ['tour-one', 'tour-two'] } });
  expect(await apply(['tour-one'], '--drop-markets')).toEqual(['tour-one']);
});
