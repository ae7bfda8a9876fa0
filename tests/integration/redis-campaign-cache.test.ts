import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startRedis } from '../../scripts/servers/redis.ts';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import type { CampaignWithMarkets } from '../../src/domain/campaign.ts';
import { createRedisCache } from './redis-cache.ts';
import { emptyRedis, openRedis } from './redis-databases.ts';

const KEY = 'campaign:summer-tour';
// The cache looks into none of it.
const campaign = (name: string): CampaignWithMarkets => ({ campaign: { name }, markets: [] }) as unknown as CampaignWithMarkets;
const MINUTE_MS = 60_000;
/** After which Redis is asked again. */
const PROBE_MS = 5_000;

/** A load that a test ends by hand. */
const createLoad = () => {
  const { promise, resolve } = Promise.withResolvers<CampaignWithMarkets | null>();
  const begun = Promise.withResolvers<void>();
  let loads = 0;
  return {
    begun: begun.promise,
    end: resolve,
    loads: () => loads,
    load: () => {
      loads += 1;
      begun.resolve();
      return promise;
    },
  };
};

/** A Redis of the test's own, which it may stop and pause, and a cache on it whose clock can be moved. */
const startOwn = async () => {
  const server = await startRedis();
  onTestFinished(() => server.stop());
  const clock = createOffsetClock(createSystemClock(), Date.UTC(2027, 1, 1));
  const client = await openRedis(server.url);
  return { server, client, later: (ms: number) => clock.jumpTo(clock.now() + ms), ...createRedisCache(server.url, { clock, timeoutMs: 1_000 }) };
};

/** What leads to a port. Cut, it lets nothing through of what was connected before, and tells nobody. */
const startCable = async (to: number) => {
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    sockets.push(near, far);
    near.on('error', () => far.destroy()).pipe(far);
    far.on('error', () => near.destroy()).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const cut = (): void => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  return { port: (server.address() as AddressInfo).port, cut };
};

describe('over several processes', () => {
  test('one loads what the others ask for at the same time', async () => {
    const url = await emptyRedis();
    const caches = Array.from({ length: 4 }, () => createRedisCache(url, { timeoutMs: 5_000 }));
    const { load, loads, begun, end } = createLoad();
    const answers = caches.flatMap(({ cache }) => [cache.get(KEY, load), cache.get(KEY, load)]);
    await begun;
    end(campaign('1'));
    expect(await Promise.all(answers)).toEqual(Array(8).fill(campaign('1')));
    expect(loads()).toBe(1);
    expect(caches.map(({ counted }) => Object.keys(counted())).sort()).toEqual([['cache'], ['cache'], ['cache'], ['store']]);
  });

  test('what one evicted, another one that is loading it does not keep, and no second load begins before its end', async () => {
    const url = await emptyRedis();
    const [reader, service] = [createRedisCache(url, { timeoutMs: 5_000 }), createRedisCache(url, { timeoutMs: 5_000 })];
    const early = createLoad();
    const answer = reader.cache.get(KEY, early.load);
    await early.begun;
    await service.cache.evict([KEY]);
    const late = createLoad();
    const anew = service.cache.get(KEY, late.load);
    const client = await openRedis(url);
    expect(await client.get(`lock:{${KEY}}`)).toMatch(/!$/);
    expect(late.loads()).toBe(0);
    early.end(campaign('old'));
    expect(await answer).toEqual(campaign('old'));
    late.end(campaign('new'));
    expect(await anew).toEqual(campaign('new'));
    expect(await reader.cache.get(KEY, async () => campaign('never'))).toEqual(campaign('new'));
  });

  test('who waits for one that is gone loads by itself after three seconds', async () => {
    const url = await emptyRedis();
    const client = await openRedis(url);
    await client.set(`lock:{${KEY}}`, 'of one that was killed');
    let slept = 0;
    const system = createSystemClock();
    const clock = {
      now: system.now,
      sleep: (milliseconds: number, signal?: AbortSignal) => {
        if (signal !== undefined) return system.sleep(milliseconds, signal);
        slept += milliseconds;
        return Promise.resolve();
      },
    };
    const { cache } = createRedisCache(url, { clock, timeoutMs: 5_000 });
    expect(await cache.get(KEY, async () => campaign('1'))).toEqual(campaign('1'));
    expect(slept).toBeGreaterThanOrEqual(3_000);
    expect(slept).toBeLessThan(3_100);
  });

  test('keys last from 54 to 60 minutes, those of missing campaigns a minute, and locks are gone', async () => {
    const url = await emptyRedis();
    const { cache } = createRedisCache(url, { timeoutMs: 5_000 });
    await cache.get(KEY, async () => campaign('1'));
    await cache.get('campaign:none', async () => null);
    const client = await openRedis(url);
    expect(await client.pTTL(KEY)).toBeGreaterThan(53.9 * MINUTE_MS);
    expect(await client.pTTL(KEY)).toBeLessThanOrEqual(60 * MINUTE_MS);
    expect(await client.pTTL('campaign:none')).toBeLessThanOrEqual(MINUTE_MS);
    expect((await client.keys('*')).sort()).toEqual(['campaign:none', KEY]);
  });

  test.each([
    ['no JSON', 'hunter2 {'],
    ['of another version', JSON.stringify({ shape: 0, until: 9e15, value: null })],
    ['without markets', JSON.stringify({ shape: 1, until: 9e15, value: { campaign: {} } })],
    ['null', 'null'],
  ])('a value that is %s counts as missing, and is replaced', async (_, value) => {
    const url = await emptyRedis();
    const client = await openRedis(url);
    await client.set(KEY, value);
    const { cache, changes } = createRedisCache(url, { timeoutMs: 5_000 });
    expect(await cache.get(KEY, async () => campaign('1'))).toEqual(campaign('1'));
    expect(await createRedisCache(url).cache.get(KEY, async () => campaign('never'))).toEqual(campaign('1'));
    expect(changes).toEqual([]);
  });

  test('so does a key that holds no text at all', async () => {
    const url = await emptyRedis();
    const client = await openRedis(url);
    await client.rPush(KEY, 'a list');
    const { cache, changes } = createRedisCache(url, { timeoutMs: 5_000 });
    expect(await cache.get(KEY, async () => campaign('1'))).toEqual(campaign('1'));
    expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('1'));
    expect(changes).toEqual([]);
  });
});

describe('while Redis', () => {
  test('hangs, the store answers; it is said once, and once when Redis is back and used again', async () => {
    const { cache, changes, counted, server, later } = await startOwn();
    await cache.get(KEY, async () => campaign('kept'));
    server.pause();
    try {
      expect(await cache.get(KEY, async () => campaign('1'))).toEqual(campaign('1'));
      expect(await cache.get(KEY, async () => campaign('2'))).toEqual(campaign('2'));
      expect(changes).toEqual(['TIMEOUT']);
      later(PROBE_MS);
      expect(await cache.get(KEY, async () => campaign('3'))).toEqual(campaign('3'));
      expect(changes).toEqual(['TIMEOUT']);
    } finally {
      server.resume();
    }
    later(PROBE_MS);
    expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('kept'));
    expect(changes).toEqual(['TIMEOUT', null]);
    expect(counted()).toEqual({ store: 1, storeAlone: 3, cache: 1 });
  });

  test('is down, the store answers, and Redis is used again when it is back', async () => {
    const first = await startRedis({ password: 'a' });
    const clock = createOffsetClock(createSystemClock(), Date.UTC(2027, 1, 1));
    const { cache, changes } = createRedisCache(first.url, { clock, timeoutMs: 1_000 });
    await cache.get(KEY, async () => campaign('1'));
    await first.stop();
    expect(await cache.get(KEY, async () => campaign('2'))).toEqual(campaign('2'));
    expect(changes).toEqual(['ECONNREFUSED']);
    const second = await startRedis({ password: 'a', port: Number(new URL(first.url).port) });
    onTestFinished(() => second.stop());
    clock.jumpTo(clock.now() + PROBE_MS);
    await cache.get(KEY, async () => campaign('3'));
    expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('3'));
    expect(changes).toEqual(['ECONNREFUSED', null]);
  });

  test('closes connections that lie idle, a new one is opened and nothing is said', async () => {
    const { cache, changes, client } = await startOwn();
    await cache.get(KEY, async () => campaign('1'));
    await client.sendCommand(['CLIENT', 'KILL', 'SKIPME', 'yes', 'TYPE', 'normal']);
    // Two turns of the event loop that wait for the network: the end of the connection is there with the answer.
    await client.ping();
    expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('1'));
    expect(changes).toEqual([]);
  });

  test('vanished from a connection without a word, the next try opens another one', async () => {
    const { server } = await startOwn();
    const cable = await startCable(Number(new URL(server.url).port));
    const clock = createOffsetClock(createSystemClock(), Date.UTC(2027, 1, 1));
    const { cache, changes } = createRedisCache(server.url.replace(/:\d+$/, `:${cable.port}`), { clock, timeoutMs: 1_000 });
    await cache.get(KEY, async () => campaign('kept'));
    cable.cut();
    expect(await cache.get(KEY, async () => campaign('1'))).toEqual(campaign('1'));
    clock.jumpTo(clock.now() + PROBE_MS);
    expect(await cache.get(KEY, async () => campaign('never'))).toEqual(campaign('kept'));
    expect(changes).toEqual(['TIMEOUT', null]);
  });

  test('refuses the password, the store answers and the reason is said', async () => {
    const { server } = await startOwn();
    const { cache, changes } = createRedisCache(server.url.replace(/:[^:@]+@/, ':wrong@'));
    expect(await cache.get(KEY, async () => campaign('1'))).toEqual(campaign('1'));
    expect(changes).toEqual(['WRONGPASS']);
  });

  test('is full, the store answers and the reason is said', async () => {
    const { cache, changes, client } = await startOwn();
    await client.configSet('maxmemory', '1');
    expect(await cache.get(KEY, async () => campaign('1'))).toEqual(campaign('1'));
    expect(await cache.get(KEY, async () => campaign('2'))).toEqual(campaign('2'));
    expect(changes).toEqual(['OOM']);
  });

  test('is away, an eviction is made up before anything is read again', async () => {
    const { cache, changes, server, later } = await startOwn();
    await cache.get(KEY, async () => campaign('old'));
    server.pause();
    try {
      await cache.get('campaign:another', async () => campaign('x'));
      await cache.evict([KEY]);
    } finally {
      server.resume();
    }
    later(PROBE_MS);
    expect(await cache.get(KEY, async () => campaign('new'))).toEqual(campaign('new'));
    expect(changes).toEqual(['TIMEOUT', null]);
  });
});
