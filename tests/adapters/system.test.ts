import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { createUuidV7 } from '../../src/adapters/system/uuid-v7.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('the system clock stands still while the wall clock is set back', () => {
  vi.useFakeTimers({ now: 5000, toFake: ['Date'] });
  const clock = createSystemClock();
  expect(clock.now()).toBe(5000);
  vi.setSystemTime(4000);
  expect(clock.now()).toBe(5000);
  vi.setSystemTime(6000);
  expect(clock.now()).toBe(6000);
});

test('a sleep ends with its signal, with the reason', async () => {
  const clock = createSystemClock();
  const reason = new Error('shutting down');
  await expect(clock.sleep(1e12, AbortSignal.abort(reason))).rejects.toBe(reason);
  const controller = new AbortController();
  const sleep = clock.sleep(1e12, controller.signal);
  controller.abort(reason);
  await expect(sleep).rejects.toBe(reason);
  await clock.sleep(-5);
});

test('an offset clock runs from its start and jumps forward only', () => {
  const system = createSetClock(1_000_000);
  const clock = createOffsetClock(system, 50_000);
  expect(clock.now()).toBe(50_000);
  system.advance(10);
  expect(clock.now()).toBe(50_010);
  clock.jumpTo(90_000);
  expect(clock.now()).toBe(90_000);
  clock.jumpTo(60_000);
  system.advance(5);
  expect(clock.now()).toBe(90_005);
});

test('ids are UUIDs of version 7 that ascend, however many fall into one millisecond and wherever time goes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 50 }), fc.integer(), (steps, seed) => {
      let now = Date.UTC(2027, 1, 1);
      const id = createUuidV7(() => now, createSeededRandom(seed).bytes);
      const ids = steps.flatMap((by) => {
        now += by;
        return Array.from({ length: by === 0 ? 3000 : 1 }, id);
      });
      for (const one of ids) expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(ids).toEqual([...new Set(ids)].sort());
    }),
    { numRuns: 20 },
  );
});

test('an id begins with its milliseconds', () => {
  const clock = createSetClock(0x0192f0a01234);
  expect(createSystemRandom(clock).id()).toMatch(/^0192f0a0-1234-7/);
});

test('random bytes and ids do not repeat', () => {
  const random = createSystemRandom(createSetClock());
  const ids = Array.from({ length: 5000 }, () => random.id().slice(-12));
  expect(new Set(ids).size).toBe(5000);
  expect(random.bytes(32)).toHaveLength(32);
  expect(random.bytes(32)).not.toEqual(random.bytes(32));
  const fractions = Array.from({ length: 1000 }, random.fraction);
  expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
});
