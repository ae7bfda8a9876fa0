const HOUR_MS = 3_600_000;
const MISSING_MS = 60_000;
/** Up to a tenth less than the longest, so that keys filled together do not all expire together. */
const JITTER = 0.1;

export const LONGEST_CACHED_MS = HOUR_MS;

/**
 * How long a campaign is remembered, in milliseconds: from nine tenths of `longestMs` up to it by `fraction` (from 0 to 1);
 * one that is not there a minute, or `longestMs` if that is shorter.
 */
export const cacheLifetimeMs = ({
  isThere,
  longestMs,
  fraction,
}: {
  readonly isThere: boolean;
  readonly longestMs: number;
  readonly fraction: number;
}): number => (isThere ? longestMs * (1 - JITTER * fraction) : Math.min(MISSING_MS, longestMs));
