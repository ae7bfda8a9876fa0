import { RegError } from '../errors.ts';
import type { Connection } from './connection.ts';

/** The way of an entry from the demand-table to the Entry Service, which the freeze reads. */
const STREAM_WORKER = 'enqueueEntries';
const QUEUE = 'saveEntriesQueue';
const STALLED_MS = 60_000;

/**
 * Refuses where entries, of whatever campaign, are still on their way to the Entry Service, as a freeze would leave them
 * out. Throws `CONFLICT` while they move and `STATE_INVALID` where some are dead letters, which move no more.
 */
export const requireReplicated = async ({ operator }: Pick<Connection, 'operator'>): Promise<void> => {
  const { queues, streams } = await operator.flow({});
  const stream = streams.find(({ worker }) => worker === STREAM_WORKER);
  const queue = queues.find(({ queue: name }) => name === QUEUE);
  if (stream === undefined || queue === undefined) throw new RegError('INTERNAL', `The flow does not show ${STREAM_WORKER} and ${QUEUE}.`);
  // AWS tells how old a stream's last record was and not how many wait: an old one stands for at least one.
  const behind = stream.behind ?? ((stream.oldestAgeMs ?? 0) > STALLED_MS ? 1 : 0);
  const waiting = behind + queue.waiting + queue.inFlight + queue.delayed;
  const dead = stream.deadLetters + queue.deadLetters;
  if (dead > 0)
    throw new RegError(
      'STATE_INVALID',
      `${dead} changes of entries are dead letters and would be missing from the draw. See "reg dead-letters ${queue.deadLetters > 0 ? QUEUE : STREAM_WORKER}", mend the cause and redrive them, or freeze without them by --anyway.`,
      { detail: { waiting, dead } },
    );
  if (waiting > 0)
    throw new RegError(
      'CONFLICT',
      `${waiting} changes of entries are still on their way to the Entry Service and would be missing from the draw. Try again when "reg queues" shows none, or freeze without them by --anyway.`,
      { detail: { waiting, dead } },
    );
};

/** The same, unless the draw is frozen already, as then nothing is frozen again. */
export const requireReadyToFreeze = async (connection: Pick<Connection, 'operator' | 'campaign'>, campaignId: string, draw: number): Promise<void> => {
  const { draws } = await connection.campaign.listDraws({ params: { campaignId }, query: { after: draw - 1, limit: 1 } });
  if (!draws.some((known) => known.draw === draw)) await requireReplicated(connection);
};
