import type { Random } from '../../src/ports/random.ts';
import type { CheckedEligibility } from '../../src/workers/registration/check-eligibility.ts';
import type { Registration } from '../../src/workers/registration/upsert-entry.ts';
import type { Withdrawal } from '../../src/workers/registration/withdraw-entry.ts';
import { MARKETS, SLUG } from './campaign.ts';
import type { SimulatedNode } from './node.ts';

/** What a fan asked for, as far as the demand-table has to show it; null: no entry. */
export type Wish = { readonly markets: readonly string[]; readonly tickets: number; readonly email: string } | null;

export interface Fan {
  readonly globalUserId: string;
  /** Each of these may be what the table holds: the last that was acknowledged, and what nobody knows the end of since. */
  possible: readonly Wish[];
  busy: boolean;
}

export interface PlannedWish {
  readonly at: number;
  readonly fan: Fan;
  readonly wish: Wish;
}

/** Fans who register, change their mind, withdraw and come back, between two instants, by time. */
export const planWishes = (random: Random, fans: readonly Fan[], from: number, to: number): readonly PlannedWish[] => {
  const below = (limit: number): number => Math.floor(random.fraction() * limit);
  const wish = (fan: Fan): Wish => {
    const rotated = [...MARKETS.keys()].map((index) => MARKETS[(index + below(MARKETS.length)) % MARKETS.length] as string);
    return {
      markets: [...new Set(rotated)].slice(0, 1 + below(3)),
      tickets: 1 + below(4),
      email: `${fan.globalUserId}.${below(3)}@example.org`,
    };
  };
  const wishesOf = (fan: Fan): readonly PlannedWish[] => {
    const planned: PlannedWish[] = [];
    for (let count = 1 + below(4); count > 0; count -= 1) {
      // Second thoughts come within seconds as often as days later.
      const last = planned.at(-1)?.at;
      const at = last !== undefined && below(2) === 0 ? Math.min(to - 1, last + below(SECOND_THOUGHT_MS)) : from + below(to - from);
      planned.push({ at, fan, wish: last !== undefined && below(4) === 0 ? null : wish(fan) });
    }
    return planned;
  };
  return fans.flatMap(wishesOf).sort((a, b) => a.at - b.at);
};

const SECOND_THOUGHT_MS = 3000;

/** Carries out a wish as the front door would: the resolvers of the field one after the other. Answers when it ended, or nobody knows how. */
export const ask = async (node: SimulatedNode, fan: Fan, wish: Wish): Promise<void> => {
  fan.busy = true;
  const before = fan.possible;
  fan.possible = [...before, wish];
  const outcome = await Promise.race([
    (wish === null ? withdraw(node, fan) : register(node, fan, wish)).catch(() => 'unknown' as const),
    node.life.died.then(() => 'unknown' as const),
  ]);
  if (outcome === 'done') fan.possible = [wish];
  if (outcome === 'not done') fan.possible = before;
  fan.busy = false;
};

type Outcome = 'done' | 'not done' | 'unknown';

const eventOf = (fan: Fan, fieldName: string, args: object, result: unknown) => ({
  arguments: args,
  identity: { sub: fan.globalUserId, issuer: 'simulation', claims: {} },
  request: { headers: {} },
  prev: result === undefined ? null : { result },
  info: { parentTypeName: 'Mutation', fieldName },
});

const register = async (node: SimulatedNode, fan: Fan, { markets, tickets, email }: NonNullable<Wish>): Promise<Outcome> => {
  const userInfo = { globalUserId: fan.globalUserId, email, firstName: 'Ann', lastName: 'Example', locale: 'en' };
  const args = { input: { slug: SLUG, entry: { markets, tickets }, userInfo, doTransfer: false } };
  const checked = (await node.invoke('checkEligibility', eventOf(fan, 'upsertEntry', args, undefined))) as CheckedEligibility;
  if (!checked.isEligible) return 'not done';
  const previous: unknown = JSON.parse(JSON.stringify(checked));
  const { isEligible } = (await node.invoke('upsertEntry', eventOf(fan, 'upsertEntry', args, previous))) as Registration;
  return isEligible ? 'done' : 'not done';
};

const withdraw = async (node: SimulatedNode, fan: Fan): Promise<Outcome> => {
  const { reason } = (await node.invoke('withdrawEntry', eventOf(fan, 'withdrawEntry', { slug: SLUG }, undefined))) as Withdrawal;
  return reason === undefined ? 'done' : 'not done';
};
