/**
 * Runs work of one process one after the other where it has the same key, so that it waits rather than fails. Nothing
 * rests on it between processes. There each write is protected by itself: a draw is worked on by who holds it, and a
 * campaign that exists is put by who holds its draw (held-draw.ts); an attempt at a freeze that was overtaken is shut out
 * by the draw store; the campaign store changes status and notifications alone, and writes over nothing that it has not
 * read; of one name there is one execution of a state machine.
 */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export const createTurns = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  };
};
