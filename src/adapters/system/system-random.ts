import { randomBytes, randomFillSync } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { createUuidV7 } from './uuid-v7.ts';

const POOL_BYTES = 4096;

/** The system's randomness. Ids take theirs from a pool, as a call for ten bytes costs far more than the bytes. */
export const createSystemRandom = (clock: Clock): Random => {
  const pool = new Uint8Array(POOL_BYTES);
  let used = POOL_BYTES;
  const pooled = (length: number): Uint8Array => {
    if (used + length > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  };
  return {
    bytes: (length) => new Uint8Array(randomBytes(length)),
    id: createUuidV7(clock.now, pooled),
    fraction: Math.random,
  };
};
