import type { Clock } from '../../src/ports/clock.ts';

const HOUR_MS = 3_600_000;
let latestStart = Date.UTC(2027, 1, 9);

/**
 * A clock that nobody waits for, of a process that starts an hour after the one before: who sleeps wakes at once, and it is
 * that much later.
 */
export const createLaterClock = (): Clock => {
  latestStart += HOUR_MS;
  let now = latestStart;
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  };
};
