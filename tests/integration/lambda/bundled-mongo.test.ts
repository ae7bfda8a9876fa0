import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleFunction } from '../../../scripts/bundle/bundle-function.ts';
import { functionEntries, root } from '../../../scripts/bundle/functions.ts';
import { runtimeClient } from '../../../scripts/bundle/runtime-client.ts';
import { createMongoCampaignStore } from '../../../src/adapters/mongo/mongo-campaign-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import { campaignReader } from '../../../src/runtime/lambda/ports/campaign-reader.ts';
import { campaignStore } from '../../../src/runtime/lambda/ports/campaign-store.ts';
import { codeStore } from '../../../src/runtime/lambda/ports/code-store.ts';
import { drawStore } from '../../../src/runtime/lambda/ports/draw-store.ts';
import { entryStore } from '../../../src/runtime/lambda/ports/entry-store.ts';
import { userStore } from '../../../src/runtime/lambda/ports/user-store.ts';
import { cloudWith } from '../../runtime/lambda/cloud.ts';
import { market, summerTour } from '../../support/summer-tour.ts';
import { createMongoSubject } from '../mongo-subject.ts';
import { invokeOnce } from './runtime-api.ts';

const clock = createSystemClock();
const random = createSystemRandom(clock);

describe('functions of the cloud on MongoDB', { timeout: 300_000 }, () => {
  test('the bundle of readCampaign reads from there, and needs no table of campaigns', async () => {
    const { mongo, url } = await createMongoSubject();
    await createMongoCampaignStore({ mongo, clock, random }).save(summerTour({ markets: [market({ id: 'london-1' })] }));
    const folder = join(root, 'dist/tested/read-campaign');
    const file = functionEntries().find(({ name }) => name === 'read-campaign')?.file ?? '';
    const { bytes } = await bundleFunction({ file }, folder);
    // The driver alone is larger: it is loaded where it is needed, and nowhere else.
    expect(bytes).toBeLessThan(600_000);
    const event = { arguments: { slug: 'summer-tour' }, identity: null, request: { headers: {} }, prev: null };
    const env = { AWS_REGION: 'us-east-1', REG_RESOURCES: '{}', REG_MONGO_READ_URL: url };
    const { outcome, body, log } = await invokeOnce(runtimeClient().script, folder, env, event);
    expect({ outcome, body }, log).toMatchObject({ outcome: 'response', body: { data: { id: 'summer-tour', slug: 'summer-tour' } } });
    expect(log).not.toContain(new URL(url).password);
  });

  test('each store of a service is there, without its table', async () => {
    const { url } = await createMongoSubject();
    const cloud = cloudWith({}, { REG_MONGO_URL: url });
    expect(await (await campaignStore(cloud)).campaigns()).toEqual([]);
    expect(await (await drawStore(cloud)).draws('summer-tour')).toEqual([]);
    expect((await (await entryStore(cloud)).count('summer-tour')).entries).toBe(0);
    expect(await (await userStore(cloud)).profile('fan-1')).toBeNull();
    expect((await (await codeStore(cloud)).counts('london-1', 0)).available).toBe(0);
    expect(await campaignReader(cloud).campaignBySlug('summer-tour')).toBeNull();
  });
});
