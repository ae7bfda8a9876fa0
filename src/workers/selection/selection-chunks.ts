import { chunks } from '../../domain/chunks.ts';
import type { Selection, SelectionChunk } from '../../domain/message.ts';
import { RegError } from '../../errors.ts';
import type { OutgoingMessage, QueueSender } from '../../ports/queue.ts';

/** The mission's request size towards the Entry Service. */
const SELECTIONS_A_CHUNK = 25;

export interface SelectionSender {
  /** Takes the next selections, and sends those that fill chunks. */
  add(selections: readonly Selection[]): Promise<void>;
  /** Sends what is left. Throws `SERVICE_UNAVAILABLE` where the queue did not take every chunk: the same chunks can be sent again. */
  finish(): Promise<void>;
  readonly enqueued: number;
  readonly failed: number;
}

/** Sends selections of one market in chunks with ids `<idPrefix>/<n>`, the same ones whenever the same selections come in the same order. */
export const createSelectionSender = (
  queue: QueueSender<SelectionChunk>,
  chunk: Omit<SelectionChunk, 'chunkId' | 'selections'>,
  idPrefix: string,
  { correlationId, traceparent }: Pick<OutgoingMessage<never>, 'correlationId' | 'traceparent'>,
): SelectionSender => {
  let waiting: readonly Selection[] = [];
  let number = 0;
  let enqueued = 0;
  let failed = 0;

  const send = async (selections: readonly Selection[]): Promise<void> => {
    const parts = chunks(selections, SELECTIONS_A_CHUNK);
    const messages = parts.map((part) => {
      number += 1;
      return { body: { chunkId: `${idPrefix}/${number}`, ...chunk, selections: part }, correlationId, traceparent };
    });
    if (messages.length === 0) return;
    const result = await queue.send(messages);
    const notTaken = result.failed.reduce((sum, { index }) => sum + (parts[index]?.length ?? 0), 0);
    failed += notTaken;
    enqueued += selections.length - notTaken;
  };

  return {
    add: async (selections) => {
      const all = [...waiting, ...selections];
      const whole = all.length - (all.length % SELECTIONS_A_CHUNK);
      waiting = all.slice(whole);
      await send(all.slice(0, whole));
    },
    finish: async () => {
      await send(waiting);
      waiting = [];
      if (failed > 0)
        throw new RegError('SERVICE_UNAVAILABLE', `saveSelectionQueue did not take ${failed} of ${failed + enqueued} selections of ${chunk.marketId}.`);
    },
    get enqueued() {
      return enqueued;
    },
    get failed() {
      return failed;
    },
  };
};
