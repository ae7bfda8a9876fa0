import type { Clock } from '../../ports/clock.ts';

/** A clock that starts at an instant of its own, for a campaign that is run from files within minutes. */
export interface OffsetClock extends Clock {
  /** Goes forward to this instant (milliseconds since the epoch); one that has passed changes nothing. Sleepers are not woken. */
  jumpTo(instant: number): void;
}

/** Runs as fast as `system`, beginning at `startAt` (milliseconds since the epoch). `sleep` waits as `system` does. */
export const createOffsetClock = (system: Clock, startAt: number): OffsetClock => {
  let offset = startAt - system.now();
  return {
    now: () => system.now() + offset,
    sleep: system.sleep,
    jumpTo: (instant) => {
      offset = Math.max(offset, instant - system.now());
    },
  };
};
