import { chunks } from '../domain/chunks.ts';
import type { QueueOperations } from '../ports/queue.ts';
import { queues, streamDeadLetterQueues } from '../topology.ts';

/** Some engines look through all dead letters to settle some. */
const LETTERS_A_SETTLEMENT = 50;

/**
 * Removes the dead letters that are about one fan, from queues and streams alike; answers how many. A chunk of a
 * selection stays: it is about many fans, of whom it holds ids and codes alone, and none of it is written for who is gone.
 */
export const eraseDeadLetters = async (operations: Pick<QueueOperations, 'deadLetters' | 'settleDeadLetters'>, globalUserId: string): Promise<number> => {
  const quoted = JSON.stringify(globalUserId);
  let erased = 0;
  for (const name of [...Object.keys(queues), ...streamDeadLetterQueues]) {
    if (name === 'saveSelectionQueue') continue;
    const letters = await operations.deadLetters(name, Number.MAX_SAFE_INTEGER);
    const ids = letters.filter(({ body }) => body.includes(quoted)).map(({ messageId }) => messageId);
    for (const handled of chunks(ids, LETTERS_A_SETTLEMENT)) await operations.settleDeadLetters(name, { handled, failed: [] });
    erased += ids.length;
  }
  return erased;
};
