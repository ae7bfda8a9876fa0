import type { System } from '../../runtime/system.ts';
import type { Connection } from '../connection.ts';
import type { GraphqlClient } from '../graphql-client.ts';
import type { CampaignInput, RunInput } from './input-folder.ts';
import type { Journal } from './journal.ts';
import type { RunClock } from './run-clock.ts';

/** What every stage of a run works with. */
export interface RunContext extends CampaignContext {
  readonly input: RunInput;
  /** The system as another operator reaches it, who approves what the first one asks for. */
  readonly approver: Pick<Connection, 'campaign'>;
}

/** What the stages of any of its campaigns work with. */
export interface CampaignContext {
  readonly input: CampaignInput;
  readonly system: System;
  readonly clock: RunClock;
  readonly connection: Connection;
  /** As an app that may speak for any fan. */
  readonly graphql: GraphqlClient;
  readonly journal: Journal;
  /** A line for people, on stderr. */
  readonly note: (line: string) => void;
  /** Something that must not be; the run goes on and ends as failed. */
  readonly problem: (line: string) => void;
}

/** Requests in flight towards the front door. */
export const IN_FLIGHT = 32;
/** A retry may come a few times; more than that is a loop. */
const MOST_WAKES = 1000;

/**
 * Lets everything that is on its way arrive. What waits for a later time is waited for by moving the clock there, as
 * long as that is before `limit` (milliseconds since the epoch).
 */
export const settle = async ({ system, clock }: Pick<CampaignContext, 'system' | 'clock'>, limit: number): Promise<void> => {
  for (let wakes = 0; wakes < MOST_WAKES; wakes += 1) {
    await system.drain();
    const wakeAt = await system.nextWakeAt();
    if (wakeAt === null || wakeAt >= limit) return;
    clock.jumpTo(wakeAt);
  }
};
