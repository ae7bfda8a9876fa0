import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../../src/cli/connection.ts';
import { pagesOf } from '../../src/services/contract.ts';
import { SLUG } from './campaign.ts';

const TOPIC = 'prd2011.dmnd.registrations';
const PAGE = 1000;
const POLL_MS = 500;
const LONGEST_DRAIN_MS = 15 * 60_000;

/** Waits until nothing is on its way. Answers how long that took, in milliseconds. */
export const drained = async ({ operator }: Connection): Promise<number> => {
  const from = performance.now();
  for (;;) {
    const state = await operator.flow({}).catch(() => null);
    if (state?.idle === true) return Math.round(performance.now() - from);
    if (performance.now() - from > LONGEST_DRAIN_MS) throw new Error(`the flow was not idle within 15 minutes: ${JSON.stringify(state)}`);
    await wait(POLL_MS);
  }
};

/** Messages that failed for good, by queue or stream worker. */
export const deadLetters = async ({ operator }: Connection): Promise<Readonly<Record<string, number>>> => {
  const { queues, streams } = await operator.flow({});
  const all = [...queues.map((row) => [row.queue, row.deadLetters] as const), ...streams.map((row) => [row.worker, row.deadLetters] as const)];
  return Object.fromEntries(all.filter(([, count]) => count > 0));
};

export interface Missing {
  /** Fans whose registration was acknowledged and that the Entry Service has not. */
  readonly entries: number;
  /** Fans without a record in the event log. */
  readonly records: number;
}

/** Holds what was acknowledged against where it has to have arrived. */
export const missing = async (connection: Connection, registered: readonly string[]): Promise<Missing> => {
  const [entries, records] = [await replicated(connection), await published(connection)];
  return { entries: registered.filter((fan) => !entries.has(fan)).length, records: registered.filter((fan) => !records.has(fan)).length };
};

const replicated = async ({ entry }: Connection): Promise<ReadonlySet<string>> => {
  const fans = new Set<string>();
  for await (const { entries } of pagesOf(entry.listEntries, { params: { campaignId: SLUG }, query: { limit: PAGE } })) {
    for (const { globalUserId } of entries) fans.add(globalUserId);
  }
  return fans;
};

const published = async ({ operator }: Connection): Promise<ReadonlySet<string>> => {
  const fans = new Set<string>();
  for await (const { events } of pagesOf(operator.events, { params: { topic: TOPIC }, query: { limit: PAGE } })) {
    for (const { value } of events) {
      const fan: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'globalUserId') : null;
      if (typeof fan === 'string') fans.add(fan);
    }
  }
  return fans;
};
