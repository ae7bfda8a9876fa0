import type { operatorContract } from '../server/operator-contract.ts';
import type { ClientOf } from '../services/contract.ts';

/** Each queue and stream with what waits in it. */
export type FlowState = Awaited<ReturnType<ClientOf<typeof operatorContract>['flow']>>;

/** The whole system in one process. */
export interface System {
  /** Where it listens: `http://127.0.0.1:8080`, with the real port. */
  readonly url: string;
  /** A fresh operator token, as the command `reg` uses it on this machine. */
  operatorToken(): Promise<string>;
  /** Each queue and stream with what waits in it. */
  flow(): Promise<FlowState>;
  /**
   * Resolves when nothing is in flight and nothing can be received now. What waits for a later time (a delay, a
   * retry) stays; `nextWakeAt` says when.
   */
  drain(): Promise<void>;
  /** When the next delayed message becomes visible, in milliseconds since the epoch; null if none waits. */
  nextWakeAt(): Promise<number | null>;
  /** Runs each schedule that fell due since its last run, once, and waits for it: missed runs are made up by one. */
  runDueSchedules(): Promise<void>;
  /** Takes no new work, finishes what is in flight, closes the data folder. */
  stop(): Promise<void>;
}
