import { cacheLifetimeMs, LONGEST_CACHED_MS } from '../../domain/cache-lifetime.ts';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import type { CampaignCache } from '../../ports/campaign-cache.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CacheSource, Metrics } from '../../ports/metrics.ts';
import type { Random } from '../../ports/random.ts';
import { createSharedLoads } from '../memory/shared-loads.ts';
import { type CachedCampaign, cachedText, readCached } from './cached-campaign.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createRedisConnection, type RedisClient, redisFailure } from './redis-connection.ts';

export interface RedisCampaignCacheOptions {
  /** `redis://` or `rediss://`, with user and password. */
  readonly url: () => Promise<string>;
  readonly clock: Clock;
  readonly random: Pick<Random, 'fraction' | 'id'>;
  readonly metrics: Pick<Metrics, 'count'>;
  /** Told once when Redis is away, with the reason in a word, and once, with null, when it is back. */
  readonly onChange: (failure: string | null) => void;
  /** How long each process goes by an answer by itself, in milliseconds: Redis keeps it that much shorter. Default 0. */
  readonly nearMs?: number;
  /** Longest that Redis may take for a command before the store answers. Default 250. */
  readonly timeoutMs?: number;
}

export interface RedisCampaignCache extends CampaignCache {
  close(): Promise<void>;
}

const TIMEOUT_MS = 250;
const OPEN_TIMEOUT_MS = 1_000;
const PROBE_AFTER_MS = 5_000;
/** Longer than a load may take: who holds it that long is gone, or may no longer write what it loaded. */
const LOCK_MS = 10_000;
/** How long a process waits for what another is loading, before it loads by itself. */
const WAIT_MS = 3_000;
const POLL_MS = 25;

/** The braces put a lock where its key is, in a cluster too (Redis documentation, "Redis cluster specification", hash tags). */
const lockOf = (key: string): string => `lock:{${key}}`;
const PROBE_KEY = 'campaign-cache:probe';

/** Keeps what was loaded if nobody evicted the key meanwhile, and lets go of the lock. An empty text keeps nothing. */
const SETTLE = `local lock = redis.call('GET', KEYS[2])
if lock == ARGV[1] and ARGV[2] ~= '' then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
if lock and string.sub(lock, 1, #ARGV[1]) == ARGV[1] then redis.call('DEL', KEYS[2]) end`;
/** Forgets the key. A lock on it stays, so that no second load begins, but is marked: what its holder brings may be old. */
const EVICT = `redis.call('DEL', KEYS[1])
if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('APPEND', KEYS[2], '!') end`;

const AWAY = Symbol('Redis is away');

interface Filled {
  readonly value: CampaignWithMarkets | null;
  readonly source: CacheSource;
}

/**
 * The campaign cache of all processes. One of them loads a key while the others wait for what it brings; a key that is
 * evicted meanwhile is not filled. Where Redis does not answer in time, or answers with an error, the store does, and Redis
 * is asked again after five seconds. An eviction that it did not take is made up before anything is read from it again.
 */
export const createRedisCampaignCache = (options: RedisCampaignCacheOptions): RedisCampaignCache => {
  const { url, clock, random, metrics, onChange, nearMs = 0, timeoutMs = TIMEOUT_MS } = options;
  const connection = createRedisConnection({ url, clock, timeoutMs, openTimeoutMs: Math.max(timeoutMs, OPEN_TIMEOUT_MS) });
  const loads = createSharedLoads<CampaignWithMarkets | null>();
  /** Evictions that Redis has not confirmed, by key: the latest of each. */
  const toEvict = new Map<string, symbol>();
  const closing = new AbortController();
  let makingUp = false;

  const breaker = createCircuitBreaker({
    clock,
    probeAfterMs: PROBE_AFTER_MS,
    // A write, as a server that is full or a replica still answers reads.
    probe: () =>
      connection.run(async (client) => {
        await client.set(PROBE_KEY, '1', { expiration: { type: 'PX', value: PROBE_AFTER_MS } });
        await evictAll(client);
      }),
    onChange,
  });

  const ask = async <T>(commands: (client: RedisClient) => Promise<T>): Promise<T | typeof AWAY> => {
    if (!(await breaker.lets())) return AWAY;
    try {
      return await connection.run(commands);
    } catch (error) {
      breaker.open(redisFailure(error));
      return AWAY;
    }
  };

  const evictAll = async (client: RedisClient): Promise<void> => {
    const sent = [...toEvict];
    await Promise.all(sent.map(([key]) => client.eval(EVICT, { keys: [key, lockOf(key)] })));
    for (const [key, eviction] of sent) if (toEvict.get(key) === eviction) toEvict.delete(key);
  };

  /** For the other processes, which may have Redis back before this one asks for anything. */
  const makeUpEvictions = async (): Promise<void> => {
    if (makingUp) return;
    makingUp = true;
    while (toEvict.size > 0 && !closing.signal.aborted) {
      await clock.sleep(PROBE_AFTER_MS, closing.signal).catch(() => undefined);
      await ask(evictAll);
    }
    makingUp = false;
  };

  /** Null where there is none that can be read: of another version, of another type, too old. */
  const keptAt = async (client: RedisClient, key: string): Promise<CachedCampaign | null> => {
    const text = await client.get(key).catch((error: unknown) => {
      if (redisFailure(error) === 'WRONGTYPE') return null;
      throw error;
    });
    const kept = text === null ? null : readCached(text);
    return kept !== null && clock.now() < kept.until ? kept : null;
  };

  /** Takes the lock if it is free, and reads once more, as whoever had it may have filled the key. */
  const lock = (key: string, token: string) =>
    ask(async (client) => {
      const taken = client.set(lockOf(key), token, { condition: 'NX', expiration: { type: 'PX', value: LOCK_MS } });
      const [taking, kept] = await Promise.all([taken, keptAt(client, key)]);
      return { isMine: taking !== null, kept };
    });

  const settle = (key: string, token: string, text: string, lifetimeMs: number) =>
    ask((client) => client.eval(SETTLE, { keys: [key, lockOf(key)], arguments: [token, text, String(lifetimeMs)] }));

  const loadAndKeep = async (key: string, token: string, load: () => Promise<CampaignWithMarkets | null>, wasEvicted: () => boolean) => {
    let text = '';
    let lifetimeMs = 0;
    try {
      const value = await load();
      lifetimeMs = Math.ceil(cacheLifetimeMs({ isThere: value !== null, longestMs: LONGEST_CACHED_MS, fraction: random.fraction() })) - nearMs;
      if (!wasEvicted()) text = cachedText({ value, until: clock.now() + lifetimeMs });
      return value;
    } finally {
      await settle(key, token, text, lifetimeMs);
    }
  };

  /** Loaded by whoever gets the lock, who lets go of it; null where that takes too long, or Redis is away. */
  const fill = async (key: string, load: () => Promise<CampaignWithMarkets | null>, wasEvicted: () => boolean): Promise<Filled | null> => {
    const token = random.id();
    for (let waited = 0; waited <= WAIT_MS; waited += POLL_MS) {
      const locked = await lock(key, token);
      if (locked === AWAY) return null;
      if (locked.kept !== null) {
        if (locked.isMine) await settle(key, token, '', 0);
        return { value: locked.kept.value, source: 'cache' };
      }
      if (locked.isMine) return { value: await loadAndKeep(key, token, load, wasEvicted), source: 'store' };
      await clock.sleep(POLL_MS);
    }
    return null;
  };

  const refresh = async (key: string, load: () => Promise<CampaignWithMarkets | null>, wasEvicted: () => boolean) => {
    const kept = await ask((client) => keptAt(client, key));
    const found = kept === AWAY ? null : kept !== null ? { value: kept.value, source: 'cache' as const } : await fill(key, load, wasEvicted);
    const { value, source } = found ?? { value: await load(), source: 'storeAlone' as const };
    metrics.count('cacheAnswers', 1, { source });
    return value;
  };

  return {
    get: (key, load) => loads.get(key, (wasEvicted) => refresh(key, load, wasEvicted)),
    evict: async (keys) => {
      for (const key of keys) {
        loads.evict(key);
        toEvict.set(key, Symbol(key));
      }
      if ((await ask(evictAll)) === AWAY) void makeUpEvictions();
    },
    close: async () => {
      closing.abort();
      await connection.close();
    },
  };
};
