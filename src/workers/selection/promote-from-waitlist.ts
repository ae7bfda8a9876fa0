import { chunks } from '../../domain/chunks.ts';
import { waitingLine } from '../../domain/draw/waiting-line.ts';
import { RegError } from '../../errors.ts';
import { pagesOf } from '../../services/contract.ts';
import { pagesOfResults } from './draw-results.ts';
import { type DrawnMarket, type Holder, type RefreshContext, withEntries } from './drawn-market.ts';

const LOOKED_AT_ONCE = 100;
/** Before holders are looked up anew. */
const PROMOTED_AT_ONCE = 1000;
/** What the service takes at most. */
const RECORDED_AT_ONCE = 98;
const PROMOTIONS_A_PAGE = 5000;
const TRIES = 5;

/** Who has a place in the market now, promoted fans among them, and how many of those are new. */
export interface Promotion {
  readonly holders: readonly Holder[];
  readonly promoted: number;
}

/**
 * Gives free places to the waitlist in its drawn order, that of an earlier draw before that of a later one. Recording is
 * compare-and-set: where somebody else recorded meanwhile, it looks again. Throws `CONFLICT` where that goes on.
 */
export const promoteFromWaitlist = async (drawn: DrawnMarket, context: RefreshContext): Promise<Promotion> => {
  const { market } = drawn;
  let promoted = 0;
  for (let conflicts = 0; conflicts < TRIES; ) {
    const standing = await standingOf(drawn, context);
    const free = market.capacity - standing.holders.filter(({ entry }) => entry !== null).length;
    const next = free <= 0 ? [] : await nextInLine(drawn, standing, Math.min(free, PROMOTED_AT_ONCE), context);
    if (next.length === 0) return { holders: standing.holders, promoted };
    const taken = await recordAll(market.id, standing, next, context);
    promoted += taken;
    if (taken < next.length) conflicts += 1;
    else if (next.length < PROMOTED_AT_ONCE) return { holders: [...standing.holders, ...next], promoted };
  }
  throw new RegError('CONFLICT', `Others promote fans of the market ${market.id} at the same time: it is refreshed again later.`);
};

/** Who has a place, and who was promoted to it, by draw. */
interface Standing {
  readonly holders: readonly Holder[];
  readonly recorded: ReadonlyMap<string, readonly string[]>;
}

const standingOf = async ({ market, packs }: DrawnMarket, context: RefreshContext): Promise<Standing> => {
  const holders: Holder[] = [];
  const recorded = new Map<string, readonly string[]>();
  for (const { drawId, winners, waitlist } of packs) {
    const promotions = await promotionsOf(market.id, drawId, context);
    const known = new Set(promotions);
    recorded.set(drawId, promotions);
    const results = [...winners, ...waitlist.filter(({ globalUserId }) => known.has(globalUserId))];
    holders.push(...(await withEntries(market.campaignId, drawId, results, context)));
  }
  return { holders, recorded };
};

/** Records each draw's next in line, until somebody else was first; answers how many were recorded. */
const recordAll = async (marketId: string, { recorded }: Standing, next: readonly Holder[], context: RefreshContext): Promise<number> => {
  let taken = 0;
  for (const [drawId, holders] of Map.groupBy(next, (holder) => holder.drawId)) {
    const now = await record(marketId, drawId, recorded.get(drawId)?.length ?? 0, holders, context);
    taken += now;
    if (now < holders.length) return taken;
  }
  return taken;
};

const promotionsOf = async (marketId: string, drawId: string, { services, correlationId }: RefreshContext): Promise<readonly string[]> => {
  const all: string[] = [];
  const request = { params: { marketId }, query: { drawId, limit: PROMOTIONS_A_PAGE } };
  for await (const page of pagesOf(services.campaignService.listPromotions, request, { correlationId })) {
    for (const fan of page.globalUserIds) all.push(fan);
  }
  return all;
};

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

/** The first on the waitlists who are still registered and have won nowhere, promotions to other markets included. */
const nextInLine = async (drawn: DrawnMarket, { holders }: Standing, free: number, context: RefreshContext): Promise<readonly Holder[]> => {
  const { market, packs } = drawn;
  const placed = new Set(await placedElsewhere(drawn, context));
  for (const { result } of holders) placed.add(result.globalUserId);
  const next: Holder[] = [];
  for (const { drawId, waitlist } of waitingLine(packs, placed)) {
    for (const part of chunks(waitlist, LOOKED_AT_ONCE)) {
      for (const holder of await withEntries(market.campaignId, drawId, part, context)) {
        if (holder.entry === null || holder.entry.verdict === 'WINNER') continue;
        next.push(holder);
        if (next.length === free) return next;
      }
    }
  }
  return next;
};

/** Who was promoted to another market, or has won another draw: their verdicts may still be on their way. */
const placedElsewhere = async ({ market, packs, draws }: DrawnMarket, context: RefreshContext): Promise<ReadonlySet<string>> => {
  const fans = new Set<string>();
  const isOnly = draws.length === 1;
  const waitedFor = new Set(packs.flatMap(({ waitlist }) => waitlist.flatMap((result) => result.waitlist.map(({ marketId }) => marketId))));
  for (const { drawId, marketIds } of draws) {
    // Of one draw alone nobody is promoted anywhere but where they wait.
    const others = marketIds.filter((id) => id !== market.id && (!isOnly || waitedFor.has(id)));
    for (const list of await Promise.all(others.map((id) => promotionsOf(id, drawId, context)))) for (const fan of list) fans.add(fan);
    if (isOnly) continue;
    const { services, correlationId } = context;
    for await (const page of pagesOfResults(services.campaignService, drawId, { verdict: 'WINNER' }, { correlationId }))
      for (const { globalUserId } of page) fans.add(globalUserId);
  }
  return fans;
};
