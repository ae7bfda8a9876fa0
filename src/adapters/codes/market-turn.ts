import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';

/** A market's turn in the hands of one call. */
export interface MarketTurn<Note> {
  /** What the turn before left. */
  readonly note: Note;
  /** Prolongs the turn; throws `CONFLICT` where another call has it by now. */
  confirm(): Promise<void>;
}

/** Where turns are kept: who has a market's, and until when by that one's clock. */
export interface TurnStorage<Note> {
  /** The note, where the turn is free, over or the owner's already; null where another has it. */
  take(marketId: string, turn: { readonly owner: string; readonly now: number; readonly until: number }): Promise<{ readonly note: Note } | null>;
  /** Whether the owner still had it. */
  prolong(marketId: string, turn: { readonly owner: string; readonly until: number }): Promise<boolean>;
  /** Without a note the one before stays. Does nothing where another has the turn. */
  leave(marketId: string, turn: { readonly owner: string; readonly note?: Note }): Promise<void>;
}

/** How long after its last sign of life a call keeps its turn: one that ended in between blocks the market for that long. */
const TURN_MS = 10_000;
/** A call gives up waiting for its turn after this; longer than one that died can be in the way. */
const PATIENCE_MS = 20_000;
const WAIT_MS = 200;

/** What a call does in its turn: answers its result, and a note for the next. */
type Work<Note, Result> = (turn: MarketTurn<Note>) => Promise<{ readonly result: Result; readonly note: Note }>;

/**
 * Lets one reservation of a market run at a time, in all processes, so that two don't take each other's codes and both
 * come out short. It rests on clocks, so it is for fairness alone: what keeps codes safe are the conditions of each
 * write.
 */
export const createMarketTurns = <Note>(storage: TurnStorage<Note>, { clock, random }: { readonly clock: Clock; readonly random: Random }) => {
  const queues = new Map<string, Promise<unknown>>();

  const take = async (marketId: string, owner: string): Promise<Note> => {
    const patience = clock.now() + PATIENCE_MS;
    for (;;) {
      const now = clock.now();
      const taken = await storage.take(marketId, { owner, now, until: now + TURN_MS });
      if (taken !== null) return taken.note;
      if (now >= patience) throw new RegError('CONFLICT', 'Other reservations of this market are still under way. Try again.');
      await clock.sleep(WAIT_MS * (0.5 + random.fraction()));
    }
  };

  const run = async <Result>(marketId: string, work: Work<Note, Result>): Promise<Result> => {
    const owner = random.id();
    const note = await take(marketId, owner);
    let until = clock.now() + TURN_MS;
    const confirm = async (): Promise<void> => {
      const now = clock.now();
      if (until - now > TURN_MS / 2) return;
      until = now + TURN_MS;
      if (!(await storage.prolong(marketId, { owner, until })))
        throw new RegError('CONFLICT', 'Another reservation took over the market, as this one took too long. Try again.');
    };
    try {
      const done = await work({ note, confirm });
      await storage.leave(marketId, { owner, note: done.note });
      return done.result;
    } catch (error) {
      await storage.leave(marketId, { owner }).catch(() => undefined);
      throw error;
    }
  };

  /** Calls of one process wait for each other without asking the storage. */
  return <Result>(marketId: string, work: Work<Note, Result>): Promise<Result> => {
    const turn = (queues.get(marketId) ?? Promise.resolve()).then(
      () => run(marketId, work),
      () => run(marketId, work),
    );
    queues.set(marketId, turn);
    const forget = () => {
      if (queues.get(marketId) === turn) queues.delete(marketId);
    };
    turn.then(forget, forget);
    return turn;
  };
};
