import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 500;

/** Looks until what it finds is as it should be, and answers that. Rejects with the last finding after `seconds`. */
export const until = async <T>(what: string, seconds: number, look: () => Promise<T>, holds: (found: T) => boolean): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (holds(found)) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come about within ${seconds} s: ${JSON.stringify(found)}`);
    await pause(POLL_MS);
  }
};
