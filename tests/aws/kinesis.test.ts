import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cloud, deployCloud } from './cloud.ts';
import { connectTo, type Reached } from './reached.ts';
import { SLUG, UNIQUE_MARKET, writeCampaign, writeFans } from './small-campaign.ts';
import { until } from './until.ts';

const ASSEMBLY = fileURLToPath(new URL('../../dist/cdk.kinesis', import.meta.url));
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const FANS = 8;

describe.sequential('the changes of the demand-table through Kinesis', () => {
  let cloud: Cloud;
  let reached: Reached;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reg-kinesis-'));
    cloud = await deployCloud({ assembly: ASSEMBLY });
    reached = await connectTo(cloud, folder);
    await cloud.reg('campaign', 'apply', await writeCampaign(folder, new Date(Date.now() + HOUR_MS)));
    await cloud.reg('codes', 'generate', '--market', UNIQUE_MARKET, '--count', '10');
    await cloud.reg('campaign', 'open', SLUG);
  }, 5 * MINUTE_MS);

  afterAll(async () => {
    await reached?.close();
    await cloud?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const replicated = (entries: number) => until('replication', 45, reached.replicated, (count) => count === entries);

  test('fans are replicated, and those who withdraw are removed', async () => {
    expect(await cloud.reg('register', '--campaign', SLUG, await writeFans(folder, 'fan', FANS))).toMatchObject({ registered: FANS, refused: {} });
    await replicated(FANS);
    expect(await reached.withdraw('fan-2')).toBe(true);
    await replicated(FANS - 1);
  });

  test('the codes of winners are marked', async () => {
    await cloud.reg('campaign', 'apply', await writeCampaign(folder, new Date(Date.now() - 1000)));
    await cloud.reg('campaign', 'close', SLUG);
    await cloud.reg('draw', 'run', SLUG);
    await until(
      'the codes to be assigned',
      45,
      () => cloud.reg('codes', 'stats', SLUG) as Promise<{ readonly markets: Readonly<Record<string, { readonly assigned: number }>> }>,
      ({ markets }) => markets[UNIQUE_MARKET]?.assigned === 4,
    );
    await reached.drained();
    expect(await reached.deadLetters()).toEqual({});
  });
});
