import type { Traces } from '../traces/open-traces.ts';

interface TimedContext {
  getRemainingTimeInMillis(): number;
}

const LONGEST_MS = 2_000;
/** Left for the answer: a function that is cut off for its spans' sake would have failed. */
const RESERVE_MS = 500;

/** Has the spans of an invocation sent before Lambda stops the container. A collector that is slow or away takes two seconds at most. */
export const flushing = <Event, Context>(
  handler: (event: Event, context: Context) => Promise<unknown>,
  traces: Promise<Traces | null> | null,
): ((event: Event, context: Context) => Promise<unknown>) => {
  if (traces === null) return handler;
  return async (event, context) => {
    const opened = await traces;
    try {
      return await handler(event, context);
    } finally {
      const left = (context as TimedContext).getRemainingTimeInMillis() - RESERVE_MS;
      await opened?.flush(Math.max(0, Math.min(LONGEST_MS, left)));
    }
  };
};
