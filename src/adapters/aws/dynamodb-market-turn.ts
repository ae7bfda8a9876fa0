import { RegError } from '../../errors.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable } from './dynamodb-requests.ts';

/** A market's turn in the hands of one call. */
export interface MarketTurn {
  /** Every code with a lower number was free at most before its first reservation. */
  readonly freshFrom: number;
  /** Prolongs the turn; throws `CONFLICT` where another call has it by now. */
  confirm(): Promise<void>;
}

interface TurnItem extends ItemKey {
  readonly owner?: string;
  readonly until?: number;
  readonly freshFrom?: number;
}

/** How long after its last sign of life a call keeps its turn: one that ended in between blocks the market for that long. */
const TURN_MS = 10_000;
/** A call gives up waiting for its turn after this; longer than one that died can be in the way. */
const PATIENCE_MS = 20_000;
const WAIT_MS = 200;

/**
 * Lets one reservation of a market run at a time, in all processes, so that two don't take each other's codes and both
 * come out short. It rests on clocks, so it is for fairness alone: what keeps codes safe are the conditions of each
 * write. `work` answers its result and from where codes are fresh now.
 */
export const createMarketTurns = (table: DynamoDBTable) => {
  const { clock, random } = table;
  const queues = new Map<string, Promise<unknown>>();

  const take = async (key: ItemKey, owner: string): Promise<TurnItem> => {
    const patience = clock.now() + PATIENCE_MS;
    for (;;) {
      const now = clock.now();
      const taken = await changeItem<TurnItem>(table, {
        key,
        set: { owner, until: now + TURN_MS },
        if: { where: 'attribute_not_exists(#owner) OR #until <= :now OR #owner = :owner', values: { now, owner } },
      });
      if (taken.changed) return taken.item;
      if (now >= patience) throw new RegError('CONFLICT', 'Other reservations of this market are still under way. Try again.');
      await clock.sleep(WAIT_MS * (0.5 + random.fraction()));
    }
  };

  const run = async <Result>(
    marketId: string,
    work: (turn: MarketTurn) => Promise<{ readonly result: Result; readonly freshFrom: number }>,
  ): Promise<Result> => {
    const key = { PK: `MARKET#${marketId}`, SK: 'TURN' };
    const owner = random.id();
    const own = { where: '#owner = :owner', values: { owner } };
    const { freshFrom = 0 } = await take(key, owner);
    let until = clock.now() + TURN_MS;
    const confirm = async (): Promise<void> => {
      const now = clock.now();
      if (until - now > TURN_MS / 2) return;
      until = now + TURN_MS;
      const { changed } = await changeItem(table, { key, set: { until }, if: own });
      if (!changed) throw new RegError('CONFLICT', 'Another reservation took over the market, as this one took too long. Try again.');
    };
    const leave = (set: Readonly<Record<string, unknown>>) => changeItem(table, { key, set, remove: ['owner', 'until'], if: own });
    try {
      const { result, freshFrom: freshNow } = await work({ freshFrom, confirm });
      await leave({ freshFrom: Math.max(freshFrom, freshNow) });
      return result;
    } catch (error) {
      await leave({}).catch(() => undefined);
      throw error;
    }
  };

  /** Calls of one process wait for each other without asking the table. */
  return <Result>(marketId: string, work: Parameters<typeof run<Result>>[1]): Promise<Result> => {
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
