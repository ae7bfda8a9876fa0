import type { Clock } from '../ports/clock.ts';

/** One Ctrl-C comes twice under npm: from the terminal, and passed on by npm. */
const ONE_SIGNAL_MS = 1000;

/** Resolves at the first SIGINT or SIGTERM. One that comes later than that ends the process at once, with the status a shell expects. */
export const untilSignal = (clock: Clock): Promise<void> =>
  new Promise((resolve) => {
    let askedAt: number | null = null;
    const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
      const now = clock.now();
      if (askedAt !== null && now - askedAt > ONE_SIGNAL_MS) process.exit(signal === 'SIGINT' ? 130 : 143);
      askedAt ??= now;
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
