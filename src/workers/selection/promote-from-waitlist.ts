import { chunks } from '../../domain/chunks.ts';
import { RegError } from '../../errors.ts';
import type { DrawResult } from '../../services/campaign/contract.ts';
import { type DrawnMarket, type Holder, type RefreshContext, withEntries } from './drawn-market.ts';

const LOOKED_AT_ONCE = 100;
/** Before holders are looked up anew. */
const PROMOTED_AT_ONCE = 1000;
/** What the service takes at most. */
const RECORDED_AT_ONCE = 98;
const TRIES = 5;

/** Who has a place in the market now, promoted fans among them, and how many of those are new. */
export interface Promotion {
  readonly holders: readonly Holder[];
  readonly promoted: number;
}

/**
 * Gives free places to the waitlist in its drawn order. Recording is compare-and-set: where somebody else recorded
 * meanwhile, it looks again. Throws `CONFLICT` where that goes on.
 */
export const promoteFromWaitlist = async (drawn: DrawnMarket, context: RefreshContext): Promise<Promotion> => {
  const { market, drawId, winners, waitlist } = drawn;
  let promoted = 0;
  for (let conflicts = 0; conflicts < TRIES; ) {
    const recorded = await promotionsOf(market.id, drawId, context);
    const known = new Set(recorded);
    const holders = await withEntries(market.campaignId, [...winners, ...waitlist.filter(({ globalUserId }) => known.has(globalUserId))], context);
    const free = market.capacity - holders.filter(({ entry }) => entry !== null).length;
    const next = free <= 0 ? [] : await nextInLine(drawn, known, Math.min(free, PROMOTED_AT_ONCE), context);
    if (next.length === 0) return { holders, promoted };
    const taken = await record(market.id, drawId, recorded.length, next, context);
    promoted += taken;
    if (taken < next.length) conflicts += 1;
    else if (next.length < PROMOTED_AT_ONCE) return { holders: [...holders, ...next], promoted };
  }
  throw new RegError('CONFLICT', `Others promote fans of the market ${market.id} at the same time: it is refreshed again later.`);
};

const promotionsOf = async (marketId: string, drawId: string, { services, correlationId }: RefreshContext): Promise<readonly string[]> =>
  (await services.campaignService.listPromotions({ params: { marketId }, query: { drawId } }, { correlationId })).globalUserIds;

/** Records as many as the service takes at once, and again, until somebody else was first; answers how many were recorded. */
const record = async (
  marketId: string,
  drawId: string,
  before: number,
  next: readonly Holder[],
  { services, correlationId }: RefreshContext,
): Promise<number> => {
  let taken = 0;
  for (const part of chunks(next, RECORDED_AT_ONCE)) {
    const body = { drawId, known: before + taken, globalUserIds: part.map(({ result }) => result.globalUserId) };
    const { recorded } = await services.campaignService.recordPromotions({ params: { marketId }, body }, { correlationId });
    if (!recorded) return taken;
    taken += part.length;
  }
  return taken;
};

/** The first on the waitlist who are still registered and have won nowhere, promotions to other markets included. */
const nextInLine = async (
  { market, drawId, waitlist }: DrawnMarket,
  known: ReadonlySet<string>,
  free: number,
  context: RefreshContext,
): Promise<readonly Holder[]> => {
  const elsewhere = await promotedElsewhere(market.id, drawId, waitlist, context);
  const candidates = waitlist.filter(({ globalUserId }) => !known.has(globalUserId) && !elsewhere.has(globalUserId));
  const next: Holder[] = [];
  for (const part of chunks(candidates, LOOKED_AT_ONCE)) {
    for (const holder of await withEntries(market.campaignId, part, context)) {
      if (holder.entry === null || holder.entry.verdict === 'WINNER') continue;
      next.push(holder);
      if (next.length === free) return next;
    }
  }
  return next;
};

const promotedElsewhere = async (marketId: string, drawId: string, waitlist: readonly DrawResult[], context: RefreshContext): Promise<ReadonlySet<string>> => {
  const others = new Set(waitlist.flatMap(({ waitlist: places }) => places.map((place) => place.marketId)));
  others.delete(marketId);
  const lists = await Promise.all([...others].map((other) => promotionsOf(other, drawId, context)));
  return new Set(lists.flat());
};
