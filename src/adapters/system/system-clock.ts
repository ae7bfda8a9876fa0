import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.ts';

/** The longest that one timer of the runtime can wait (2^31 - 1 ms); longer sleeps are made of several. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The wall clock, held still where the system's time is set back. */
export const createSystemClock = (): Clock => {
  let latest = 0;
  return {
    now: () => {
      latest = Math.max(latest, Date.now());
      return latest;
    },
    sleep: realSleep,
  };
};

/** Waits in real time. Rejects with the signal's reason. */
export const realSleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
  signal?.throwIfAborted();
  for (let left = Math.max(0, milliseconds); ; left -= LONGEST_TIMER_MS) {
    try {
      await delay(Math.min(left, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
    if (left <= LONGEST_TIMER_MS) return;
  }
};
