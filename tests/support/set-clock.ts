import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until a test sets it. */
export interface SetClock extends Clock {
  /** Goes forward and wakes whoever slept until then, earliest first. */
  advance(milliseconds: number): void;
  /** When the next sleeper wakes, in milliseconds since the epoch; null if nobody sleeps. */
  nextSleeperAt(): number | null;
}

/** `startAt`: milliseconds since the epoch; default 2027-02-01T10:00:00Z. */
export const createSetClock = (startAt = Date.UTC(2027, 1, 1, 10)): SetClock => {
  let now = startAt;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        const sleeper = { at: now + milliseconds, wake: resolve };
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal.reason);
        });
        if (milliseconds <= 0) resolve();
        else sleepers.push(sleeper);
      }),
    nextSleeperAt: () => (sleepers.length === 0 ? null : Math.min(...sleepers.map(({ at }) => at))),
    advance: (milliseconds) => {
      now += milliseconds;
      const due = sleepers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      sleepers = sleepers.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
  };
};
