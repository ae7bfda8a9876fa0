import { createUuidV7 } from '../../src/adapters/system/uuid-v7.ts';
import type { Random } from '../../src/ports/random.ts';

/** The same sequence for the same seed (mulberry32); ids carry the time of `now`, default a fixed instant. */
export const createSeededRandom = (seed: number, now: () => number = () => Date.UTC(2027, 1, 1, 10)): Random => {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(fraction() * 256));
  return { bytes, fraction, id: createUuidV7(now, bytes) };
};
