import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFerretdb } from '../scripts/servers/ferretdb.ts';
import { startRedis } from '../scripts/servers/redis.ts';
import { createMemoryCampaignCache } from '../src/adapters/memory/memory-campaign-cache.ts';
import { createMongoCampaignReader } from '../src/adapters/mongo/mongo-campaign-reader.ts';
import { createRedisCampaignCache } from '../src/adapters/redis/redis-campaign-cache.ts';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../src/adapters/system/system-random.ts';
import { MONGO } from '../src/environment.ts';
import { RegError } from '../src/errors.ts';
import { createLog } from '../src/log.ts';
import type { CampaignCache } from '../src/ports/campaign-cache.ts';
import type { CampaignReader } from '../src/ports/campaign-store.ts';
import { inFront } from '../src/runtime/campaign-cache.ts';
import { mongoForWorkers } from '../src/runtime/mongo-connections.ts';
import type { ServicesOf } from '../src/topology.ts';
import { checkEligibility } from '../src/workers/registration/check-eligibility.ts';
import { inTurns, ratioOf, type Summary, secondsOf, summarise } from './measure.ts';
import { onServers } from './on-servers.ts';
import { startWithCampaign } from './open-campaign.ts';

/** Eligibilities decided a second, by where the campaign comes from. */
export interface EligibilityFigures {
  readonly mongoPerSecond: Summary;
  readonly redis: Cached;
  /** Redis with the cache of the process in front, as the product has it. */
  readonly nearAndRedis: Cached;
}

interface Cached {
  readonly perSecond: Summary;
  /** By MongoDB's. */
  readonly ratio: Summary;
}

/** Fans at a time, as many as the front door has connections in its own figure. */
const AT_A_TIME = 64;
const clock = createSystemClock();
const random = createSystemRandom(clock);
const log = createLog('error');

export interface EligibilityOptions {
  readonly rounds: number;
  /** Fans of a round that MongoDB answers for. */
  readonly fans: number;
  /** And those of a round with a cache, which is over sooner. */
  readonly cachedFans: number;
}

export const measureEligibility = (options: EligibilityOptions): Promise<EligibilityFigures> =>
  onServers({ redis: startRedis, mongo: startFerretdb }, async (urls) => {
    await saveCampaign(urls.mongo);
    const mongo = mongoForWorkers(async () => urls.mongo);
    const redis = createRedisCampaignCache({
      url: async () => urls.redis,
      clock,
      random,
      metrics: { count: () => undefined },
      onChange: (failure) => log.error({ failure }, 'Redis'),
    });
    try {
      return await measureCaches(options, createMongoCampaignReader({ mongo }), redis);
    } finally {
      await redis.close();
      await mongo.close();
    }
  });

const measureCaches = async ({ rounds, fans, cachedFans }: EligibilityOptions, campaignStore: CampaignReader, redis: CampaignCache) => {
  const perSecond = (campaignCache: Pick<CampaignCache, 'get'>, count: number) => async () => count / (await decide({ campaignCache, campaignStore }, count));
  const results = await inTurns(rounds, {
    mongo: perSecond({ get: (_, load) => load() }, fans),
    redis: perSecond(redis, cachedFans),
    nearAndRedis: perSecond(inFront(createMemoryCampaignCache({ clock, random }), redis), cachedFans),
  });
  const cached = (values: readonly number[]): Cached => ({ perSecond: summarise(values), ratio: ratioOf(values, results.mongo) });
  return { mongoPerSecond: summarise(results.mongo), redis: cached(results.redis), nearAndRedis: cached(results.nearAndRedis) };
};

/** Through the Campaign Service, which makes the indexes too. */
const saveCampaign = async (mongoUrl: string): Promise<void> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'reg-bench-'));
  const system = await startWithCampaign({ dataFolder, clock, random, log, triggered: [], env: { [MONGO.url]: mongoUrl } });
  await system.stop();
  await rm(dataFolder, { recursive: true });
};

type Campaigns = Pick<ServicesOf<'checkEligibility'>, 'campaignCache' | 'campaignStore'>;

/** Seconds for so many fans; a campaign without a gate asks nobody else. */
const decide = (campaigns: Campaigns, count: number): Promise<number> => {
  const unasked = () => Promise.reject(new RegError('INTERNAL', 'The bench has no gate.'));
  const services: ServicesOf<'checkEligibility'> = {
    ...campaigns,
    queues: {},
    topics: {},
    workers: {},
    entryTable: { get: unasked },
    entryService: { checkInvite: unasked },
    identityProofs: { read: unasked },
    userService: { getProfile: unasked },
  };
  const context = { services, log, clock, correlationId: 'bench' };
  const caller = { kind: 'app', name: 'bench', scopes: new Set(['entries:write']) } as const;
  let next = 0;
  const fan = async (): Promise<void> => {
    while (next < count) {
      const globalUserId = `fan-${next}`;
      next += 1;
      const { isEligible } = await checkEligibility({ arguments: { input: inputOf(globalUserId) }, caller, previous: null }, context);
      if (!isEligible) throw new Error(`${globalUserId} was refused`);
    }
  };
  return secondsOf(() => Promise.all(Array.from({ length: AT_A_TIME }, fan)));
};

const inputOf = (globalUserId: string) => ({
  slug: 'bench',
  entry: JSON.stringify({ markets: ['bench-1', 'bench-2'], tickets: 2, newsletter: true }),
  userInfo: {
    globalUserId,
    email: `${globalUserId}@example.org`,
    firstName: 'Ann',
    lastName: 'Example',
    postalCode: 'N1 9GU',
    countryCode: 'GB',
    locale: 'en',
  },
});
