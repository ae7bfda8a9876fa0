import { RegError } from '../errors.ts';
import type { SendResult } from '../ports/queue.ts';
import type { BatchFailure } from './worker.ts';

/** The records whose message a queue did not take, as failures of the batch: `recordIds` in the order of what was sent. */
export const sendFailures = (queue: string, recordIds: readonly string[], result: SendResult): readonly BatchFailure[] =>
  result.failed.map(({ index, reason }) => {
    const id = recordIds[index];
    if (id === undefined) throw new RegError('INTERNAL', `${queue} reported the failure of a message that was not sent.`);
    return { id, error: new RegError('SERVICE_UNAVAILABLE', `${queue} did not take the message: ${reason}`) };
  });
