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
}

export interface MailsOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  /** Called once the first mails are out. */
  readonly outage: () => Promise<void>;
}

const POLL_MS = 1_000;
const LONGEST_MS = 20 * 60_000;
const SENT_BEFORE = 20;

/** Closes the campaign, draws, makes the reminders due, and waits until each has ended, whatever happens to the server meanwhile. */
export const sendMails = async ({ connection, clock, outage }: MailsOptions): Promise<Mails> => {
  const { campaign, user } = connection;
  const params = { campaignId: SLUG };
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
    if (out === null && sent >= SENT_BEFORE) out = outage();
    if (out !== null && planned + sending === 0) {
      await out;
      return { planned: sent + failed + ambiguous, sent, failed, ambiguous };
    }
    if (performance.now() - from > LONGEST_MS) throw new Error(`the mails had not all ended at ${new Date(clock.now()).toISOString()}`);
    await wait(POLL_MS);
  }
};
