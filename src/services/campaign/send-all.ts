import { RegError } from '../../errors.ts';
import type { OutgoingMessage, QueueSender } from '../../ports/queue.ts';

/** Sends messages of which none may be lost: throws `SERVICE_UNAVAILABLE` where the queue did not take all, so that the caller tries again. */
export const sendAll = async <Body>(queue: string, sender: QueueSender<Body>, messages: readonly OutgoingMessage<Body>[]): Promise<void> => {
  const { failed } = await sender.send(messages);
  const [first] = failed;
  if (first !== undefined)
    throw new RegError('SERVICE_UNAVAILABLE', `${queue} did not take ${failed.length} of ${messages.length} messages: ${first.reason}. Try again.`);
};
