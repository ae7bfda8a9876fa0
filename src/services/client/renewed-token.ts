import type { Clock } from '../../ports/clock.ts';

/** A token that is made anew when half of its life is over; those who ask at the same time share one. A failure is forgotten. */
export const renewedToken = (clock: Clock, ttlSeconds: number, make: () => Promise<string>): (() => Promise<string>) => {
  let current: Promise<string> | null = null;
  let until = 0;
  return () => {
    const now = clock.now();
    if (current === null || now >= until) {
      until = now + ttlSeconds * 500;
      const made = make().catch((error: unknown) => {
        if (current === made) current = null;
        throw error;
      });
      current = made;
    }
    return current;
  };
};
