import type { IneligibleReason } from '../domain/eligibility.ts';

/**
 * What is counted, with the one dimension that each count has. A dimension's values are names out of our own lists, so
 * that nothing of a fan can get in: what is counted is kept for long, and read by many.
 */
export interface Counts<Worker extends string = string> {
  /** Messages and stream records that a worker was given, each time. */
  readonly recordsReceived: { readonly worker: Worker };
  /** Of those, the ones that failed and come again. */
  readonly recordsFailed: { readonly worker: Worker };
  /** Of those, the ones that can never succeed and went to the dead letters at once. */
  readonly recordsDead: { readonly worker: Worker };
  /** Calls of a worker that ended with an error, refusals of a caller apart. */
  readonly invocationsFailed: { readonly worker: Worker };
  /** Answers of checkEligibility that a fan may not register. */
  readonly refusals: { readonly reason: IneligibleReason };
  /** Campaigns that were asked of the cache of all processes, by where they came from. */
  readonly cacheAnswers: { readonly source: CacheSource };
}

/** `storeAlone`: the store was asked past the cache, which was away, or was being filled by somebody for too long. */
export type CacheSource = 'cache' | 'store' | 'storeAlone';

export type CountName = keyof Counts;

/** Counts what happens. It costs next to nothing, is never waited for, and never fails what it counts. */
export interface Metrics<Worker extends string = string> {
  /** Adds to a count; `value` is a whole number, and 0 changes nothing. */
  count<N extends CountName>(name: N, value: number, dimension: Counts<Worker>[N]): void;
  /** Hands on what was counted since the last time, where somebody has to be told. Called at the end of each invocation. */
  flush(): void;
}
