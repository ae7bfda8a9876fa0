import { expect, test } from 'vitest';
import { createCircuitBreaker } from '../../src/adapters/redis/circuit-breaker.ts';
import { createSetClock } from '../support/set-clock.ts';

const createWorld = () => {
  const clock = createSetClock();
  const changes: (string | null)[] = [];
  const world = { probes: 0, probe: async (): Promise<void> => undefined };
  const breaker = createCircuitBreaker({
    clock,
    probeAfterMs: 5_000,
    probe: () => {
      world.probes += 1;
      return world.probe();
    },
    onChange: (failure) => changes.push(failure),
  });
  return { clock, changes, breaker, world };
};

test('it lets everybody through until something fails, and nobody for five seconds after', async () => {
  const { clock, breaker, world } = createWorld();
  expect(await breaker.lets()).toBe(true);
  breaker.open('TIMEOUT');
  clock.advance(4_999);
  expect(await breaker.lets()).toBe(false);
  expect(world.probes).toBe(0);
  clock.advance(1);
  expect(await breaker.lets()).toBe(true);
  expect(world.probes).toBe(1);
});

test('a change is told once, however many callers fail', async () => {
  const { clock, changes, breaker } = createWorld();
  breaker.open('TIMEOUT');
  breaker.open('ECONNRESET');
  clock.advance(5_000);
  await breaker.lets();
  await breaker.lets();
  expect(changes).toEqual(['TIMEOUT', null]);
});

test('one caller probes, the others pass by', async () => {
  const { clock, changes, breaker, world } = createWorld();
  const answer = Promise.withResolvers<void>();
  world.probe = () => answer.promise;
  breaker.open('TIMEOUT');
  clock.advance(5_000);
  const probing = breaker.lets();
  expect(await breaker.lets()).toBe(false);
  clock.advance(60_000);
  expect(await breaker.lets()).toBe(false);
  answer.reject(new Error('still away'));
  expect(await probing).toBe(false);
  expect(world.probes).toBe(1);
  clock.advance(5_000);
  world.probe = async () => undefined;
  expect(await breaker.lets()).toBe(true);
  expect(changes).toEqual(['TIMEOUT', null]);
});
