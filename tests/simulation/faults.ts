import { AsyncLocalStorage } from 'node:async_hooks';
import { type ErrorCode, RegError } from '../../src/errors.ts';
import type { Random } from '../../src/ports/random.ts';
import type { SetClock } from '../support/set-clock.ts';

/** What may happen to one call of a port. `lost`: the effect is there, its answer is not. */
export type Fault = 'none' | 'refused' | 'lost' | 'slow' | 'paused' | 'crash before' | 'crash after';

/** Which calls may fail: those of one invocation share a budget, so that what is tried again comes through in the end. */
export interface Scope {
  faultsLeft: number;
}

export interface FaultsOptions {
  readonly clock: SetClock;
  /** Decides about faults alone, so that the product's own random numbers stay what they are. */
  readonly random: Random;
  /** Numbers of the calls at which everything stops. */
  readonly crashAt: readonly number[];
  /** Numbers of the calls that take longer than any lease lasts. */
  readonly pauseAt: readonly number[];
}

/** The faults of one world over all its starts. Every call goes through here and leaves a line in the trace. */
export interface Faults {
  /** No more faults from now on. */
  heal(): void;
  readonly healed: boolean;
  readonly trace: readonly string[];
  /** Begun and ended calls so far; it stands still when nothing moves. */
  activity(): number;
  /** True with this probability, and never after healing. */
  chance(probability: number): boolean;
  /** Anything up to `limit`, whole. */
  below(limit: number): number;
  within<T>(scope: Scope, work: () => Promise<T>): Promise<T>;
  /** Whether the calls at hand may still fail; takes from the budget if they do. */
  spend(probability: number): boolean;
  choose(name: string, mayFail: boolean): Fault;
  finished(): void;
  error(name: string, fault: Fault, code: ErrorCode): RegError;
}

const REFUSED = 0.012;
const LOST = 0.012;
const SLOW = 0.01;
const LONGEST_DELAY_MS = 3000;
const PAUSE_MS = 2_000_000;

export const createFaults = ({ clock, random, crashAt, pauseAt }: FaultsOptions): Faults => {
  const scopes = new AsyncLocalStorage<Scope>();
  const trace: string[] = [];
  let healed = false;
  let activity = 0;
  let calls = 0;
  const chance = (probability: number): boolean => !healed && random.fraction() < probability;
  const below = (limit: number): number => Math.floor(random.fraction() * limit);
  const spend = (probability: number): boolean => {
    const scope = scopes.getStore();
    if (scope !== undefined && scope.faultsLeft <= 0) return false;
    if (!chance(probability)) return false;
    if (scope !== undefined) scope.faultsLeft -= 1;
    return true;
  };
  const decide = (mayFail: boolean): Fault => {
    if (healed) return 'none';
    if (crashAt.includes(calls)) return below(2) === 0 ? 'crash before' : 'crash after';
    if (pauseAt.includes(calls)) return 'paused';
    if (mayFail && spend(REFUSED)) return 'refused';
    if (mayFail && spend(LOST)) return 'lost';
    return chance(SLOW) ? 'slow' : 'none';
  };
  return {
    heal: () => {
      healed = true;
    },
    get healed() {
      return healed;
    },
    trace,
    activity: () => activity,
    chance,
    below,
    within: (scope, work) => scopes.run(scope, work),
    spend,
    choose: (name, mayFail) => {
      calls += 1;
      activity += 1;
      const fault = decide(mayFail);
      if (fault === 'slow') clock.advance(1 + below(LONGEST_DELAY_MS));
      if (fault === 'paused') clock.advance(PAUSE_MS);
      trace.push(`${calls} ${clock.now()} ${name}${fault === 'none' ? '' : ` ${fault}`}`);
      return fault;
    },
    finished: () => {
      activity += 1;
    },
    error: (name, fault, code) => new RegError(code, `The simulation ${fault} ${name}.`),
  };
};
