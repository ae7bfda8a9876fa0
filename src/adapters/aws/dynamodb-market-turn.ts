import type { TurnStorage } from '../codes/market-turn.ts';
import type { ItemKey } from './dynamodb-item.ts';
import { changeItem, type DynamoDBTable } from './dynamodb-requests.ts';

interface TurnItem extends ItemKey {
  readonly freshFrom?: number;
}

const turnKey = (marketId: string): ItemKey => ({ PK: `MARKET#${marketId}`, SK: 'TURN' });
const ownedBy = (owner: string) => ({ where: '#owner = :owner', values: { owner } });

/** Turns in the table. The note: every code with a lower number was free at most before its first reservation. */
export const createDynamoDBTurns = (table: DynamoDBTable): TurnStorage<number> => ({
  take: async (marketId, { owner, now, until }) => {
    const taken = await changeItem<TurnItem>(table, {
      key: turnKey(marketId),
      set: { owner, until },
      if: { where: 'attribute_not_exists(#owner) OR #until <= :now OR #owner = :owner', values: { now, owner } },
    });
    return taken.changed ? { note: taken.item.freshFrom ?? 0 } : null;
  },
  prolong: async (marketId, { owner, until }) => (await changeItem(table, { key: turnKey(marketId), set: { until }, if: ownedBy(owner) })).changed,
  leave: async (marketId, { owner, note }) => {
    const set: Readonly<Record<string, unknown>> = note === undefined ? {} : { freshFrom: note };
    await changeItem(table, { key: turnKey(marketId), set, remove: ['owner', 'until'], if: ownedBy(owner) });
  },
});
