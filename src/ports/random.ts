/** Randomness and ids, injected: the system's in production, seeded in tests. */
export interface Random {
  /** Unpredictable bytes, fit for secrets. */
  bytes(length: number): Uint8Array;
  /** A new id, time-ordered (UUID version 7). */
  id(): string;
  /** Uniform in `[0, 1)`; for jitter and spreading, never for secrets. */
  fraction(): number;
}
