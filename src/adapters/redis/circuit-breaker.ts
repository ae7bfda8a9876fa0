import type { Clock } from '../../ports/clock.ts';

export interface CircuitBreakerOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** How long nobody asks after a failure, in milliseconds. */
  readonly probeAfterMs: number;
  /** The one call that tries whether it is back; rejects if not. */
  readonly probe: () => Promise<void>;
  /** Told of each change once: `failure` says in a word what was wrong, null that it is back. */
  readonly onChange: (failure: string | null) => void;
}

export interface CircuitBreaker {
  /** Whether to call. While it is open, one caller at a time probes, each `probeAfterMs` after the last failure. */
  lets(): Promise<boolean>;
  /** A call failed: nobody calls until a probe succeeds. */
  open(failure: string): void;
}

/** Keeps callers from waiting for what is away: the first failure opens it, a probe that succeeds closes it. */
export const createCircuitBreaker = ({ clock, probeAfterMs, probe, onChange }: CircuitBreakerOptions): CircuitBreaker => {
  let probeAt: number | null = null;
  return {
    lets: async () => {
      if (probeAt === null) return true;
      if (clock.now() < probeAt) return false;
      probeAt = Number.POSITIVE_INFINITY;
      try {
        await probe();
        probeAt = null;
      } catch {
        probeAt = clock.now() + probeAfterMs;
        return false;
      }
      onChange(null);
      return true;
    },
    open: (failure) => {
      const wasClosed = probeAt === null;
      if (probeAt !== Number.POSITIVE_INFINITY) probeAt = clock.now() + probeAfterMs;
      if (wasClosed) onChange(failure);
    },
  };
};
