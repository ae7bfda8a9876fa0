import { setTimeout as wait } from 'node:timers/promises';
import { awaitSelection } from '../../src/cli/await-selection.ts';
import type { Connection } from '../../src/cli/connection.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { MARKET_IDS, SLUG } from './campaign.ts';

/** What became of the reminder mails. */
export interface Mails {
  readonly planned: number;
  readonly sent: number;
  readonly failed: number;
  readonly ambiguous: number;
  /** Mails that the server took. */
  readonly received: number;
  /** Of those, the ones that it had taken before. */
  readonly receivedAgain: number;
}

export interface MailsOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  /** When the campaign closes, UTC milliseconds. */
  readonly close: number;
  /** Called once the first mails are out. */
  readonly outage: () => Promise<void>;
  /** Message-IDs of the mails that the server took. */
  readonly received: () => Promise<readonly string[]>;
}

const POLL_MS = 1_000;
const LONGEST_MS = 20 * 60_000;
const SENT_BEFORE = 20;

/** Closes the campaign, draws, makes the reminders due, and waits until each has ended, whatever happens to the server meanwhile. */
export const sendMails = async ({ connection, clock, close, outage, received }: MailsOptions): Promise<Mails> => {
  const { campaign, user } = connection;
  const params = { campaignId: SLUG };
  await wait(Math.max(0, close - clock.now()) + POLL_MS);
  await campaign.setStatus({ params, body: { status: 'CLOSED' } });
  await awaitSelection(connection, SLUG, await campaign.startSelection({ params, body: {} }), () => wait(POLL_MS));
  const dueAt = new Date(clock.now()).toISOString();
  for (const marketId of MARKET_IDS) {
    await campaign.setNotification({ params: { marketId }, body: { notification: { dueAt, plannedAt: null, notifiedAt: null } } });
  }
  const from = performance.now();
  const counts = async () => (await user.countEmailJobs({ query: params })).counts;
  let out: Promise<void> | null = null;
  for (;;) {
    const { planned, sending, sent, failed, ambiguous } = await counts();
    if (out === null && sent >= SENT_BEFORE) {
      out = outage();
      // Waited for below; a failure must not end the process before.
      out.catch(() => undefined);
    }
    if (out !== null && planned + sending === 0) {
      await out;
      const taken = await received();
      return { planned: sent + failed + ambiguous, sent, failed, ambiguous, received: taken.length, receivedAgain: taken.length - new Set(taken).size };
    }
    if (performance.now() - from > LONGEST_MS) throw new Error(`the mails had not all ended at ${new Date(clock.now()).toISOString()}`);
    await wait(POLL_MS);
  }
};
