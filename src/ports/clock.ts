/** Time, injected: the wall clock in production, a set clock in tests and in `reg run`. */
export interface Clock {
  /** Milliseconds since the epoch. Never goes back within one process. */
  now(): number;
  /** Resolves after `milliseconds` of this clock; rejects with the signal's reason when it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
