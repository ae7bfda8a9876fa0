import type { Clock } from '../ports/clock.ts';

export interface RateLimit {
  /** On average. */
  readonly perSecond: number;
  /** At once, after a rest. */
  readonly burst: number;
}

export interface RateLimiter {
  /** Takes `cost` from the key's bucket. 0: taken; else the whole seconds after which it could be. */
  take(key: string, cost?: number): number;
}

/** Above this the longest known key is forgotten, which only ever helps its owner. */
const MAX_KEYS = 50_000;

/**
 * One token bucket a key, each held as the single instant at which it will be full again (the generic cell rate
 * algorithm, ITU-T I.371), so that a full bucket needs no memory.
 */
export const createRateLimiter = ({ perSecond, burst }: RateLimit, clock: Clock): RateLimiter => {
  const fullAt = new Map<string, number>();
  const costMs = 1000 / perSecond;
  const depthMs = burst * costMs;

  const makeRoom = (now: number): void => {
    for (const [key, at] of fullAt) {
      if (at > now && fullAt.size < MAX_KEYS) return;
      fullAt.delete(key);
    }
  };

  return {
    take: (key, cost = 1) => {
      const now = clock.now();
      const known = fullAt.get(key);
      if (known === undefined && fullAt.size >= MAX_KEYS) makeRoom(now);
      const next = Math.max(known ?? 0, now) + cost * costMs;
      if (next - now > depthMs) return Math.max(1, Math.ceil((next - depthMs - now) / 1000));
      fullAt.set(key, next);
      return 0;
    },
  };
};
