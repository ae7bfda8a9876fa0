import { chunks } from '../domain/chunks.ts';
import { erasedFan } from '../domain/erased-fan.ts';
import type { SelectionChunk } from '../domain/message.ts';
import type { DeadLetter, QueueOperations } from '../ports/queue.ts';
import { queues, streamDeadLetterQueues } from '../topology.ts';

/** Some engines look through all dead letters to settle some. */
const LETTERS_A_SETTLEMENT = 50;

/**
 * Removes the dead letters that are about one fan, from queues and streams alike; answers how many. A chunk of a
 * selection is about many fans: it is buried again with another name in this one's place, for whom nothing is written.
 */
export const eraseDeadLetters = async (
  operations: Pick<QueueOperations, 'deadLetters' | 'settleDeadLetters' | 'addDeadLetter'>,
  globalUserId: string,
): Promise<number> => {
  const quoted = JSON.stringify(globalUserId);
  let erased = 0;
  for (const name of [...Object.keys(queues), ...streamDeadLetterQueues]) {
    const letters = (await operations.deadLetters(name, Number.MAX_SAFE_INTEGER)).filter(({ body }) => body.includes(quoted));
    // The changed one first: a crash leaves both, and the next call takes the one with the id.
    if (name === 'saveSelectionQueue') for (const letter of letters) await buryWithout(operations, name, letter, globalUserId);
    const ids = letters.map(({ messageId }) => messageId);
    for (const handled of chunks(ids, LETTERS_A_SETTLEMENT)) await operations.settleDeadLetters(name, { handled, failed: [] });
    erased += ids.length;
  }
  return erased;
};

const buryWithout = async (
  { addDeadLetter }: Pick<QueueOperations, 'addDeadLetter'>,
  name: string,
  { body, error, attributes }: DeadLetter,
  globalUserId: string,
): Promise<void> => {
  const chunk = chunkIn(body);
  if (chunk === null) return;
  const selections = chunk.selections.map((selection) =>
    selection.globalUserId === globalUserId ? { ...selection, globalUserId: erasedFan(`position-${selection.position}`) } : selection,
  );
  await addDeadLetter(name, JSON.stringify({ ...chunk, selections }), error, attributes);
};

/** Null for what is no chunk: it failed for that, and nobody can make anything of it. */
const chunkIn = (body: string): SelectionChunk | null => {
  try {
    const chunk = JSON.parse(body) as Partial<SelectionChunk> | null;
    return Array.isArray(chunk?.selections) ? (chunk as SelectionChunk) : null;
  } catch {
    return null;
  }
};
