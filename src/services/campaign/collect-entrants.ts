import type { CampaignWithMarkets, Market } from '../../domain/campaign.ts';
import type { DrawMarket } from '../../domain/draw/draw-rules.ts';
import { formatRanking } from '../../domain/draw/entrants.ts';
import { mayTakePart, standingOf } from '../../domain/draw/lots.ts';
import { createReferences } from '../../domain/draw/references.ts';
import { referenceKeyName } from '../../domain/fan-reference.ts';
import { rankedMarketsIn } from '../../domain/ranked-markets.ts';
import type { FreezeAttempt, StoredEntrant } from '../../ports/draw-store.ts';
import type { EntryDocument } from '../entry/contract.ts';
import { entryPartsOf } from '../entry/parts-contract.ts';
import type { EarlierDraws } from './earlier-draws.ts';
import type { CampaignServiceParts } from './handlers.ts';
import type { Held } from './held-draw.ts';

/** What the Entry Service answers at most. */
const ENTRIES_A_PAGE = 1000;
/** Parts that are read side by side; each has a page under way, and one that is being added. */
const PARTS_AT_ONCE = 8;

interface Collecting {
  readonly attempt: FreezeAttempt;
  readonly earlier: EarlierDraws;
  readonly held: Held;
}

/**
 * Collects who takes part; answers what fans who are still registered have of each market already. Reads the Entry Service
 * part by part, some side by side: one page after the other, ten million would take longer than a function may run. The
 * order in which they are added is of no account, as the store keeps them by their refs.
 */
export const collectEntrants = async (
  { entryService, draws, secrets }: CampaignServiceParts,
  campaignWithMarkets: CampaignWithMarkets,
  { attempt, earlier, held }: Collecting,
  correlationId: string,
): Promise<ReadonlyMap<string, Taken>> => {
  const { campaignId, draw } = attempt;
  const taken = createTaken(earlier);
  const entrantFrom = createEntrantMaker(campaignWithMarkets, await secrets.get(referenceKeyName(campaignId)), earlier);
  // Nobody has a verdict before the first draw; later ones are of all who have won nothing.
  const verdict = draw === 1 ? { verdict: 'PENDING' as const } : {};
  const waiting = (await entryPartsOf(entryService, { correlationId })).values();
  const failures: unknown[] = [];

  const collect = async (part: { readonly part?: string }): Promise<void> => {
    const pageBehind = (after: string | null) =>
      entryService.listEntries(
        { params: { campaignId }, query: { limit: ENTRIES_A_PAGE, ...verdict, ...part, ...(after === null ? {} : { after }) } },
        { correlationId },
      );
    for (let page = await pageBehind(null); failures.length === 0; ) {
      for (const { globalUserId } of page.entries) taken.count(globalUserId);
      const entrants = page.entries.flatMap((entry) => entrantFrom(entry) ?? []);
      const [next] = await Promise.all([page.next === null ? null : pageBehind(page.next), draws.addEntrants(attempt, entrants), held.keep()]);
      if (next === null) return;
      page = next;
    }
  };
  const line = async (): Promise<void> => {
    for (const part of waiting) {
      if (failures.length > 0) return;
      await collect(part).catch((error: unknown) => failures.push(error));
    }
  };
  // Where one fails, the others end with the page that they are at.
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, line));
  if (failures.length > 0) throw failures[0];
  return taken.byMarket;
};

/** What of a market is given away already. */
export interface Taken {
  readonly places: number;
  readonly waiting: number;
}

const createTaken = ({ places, waiting }: EarlierDraws) => {
  const byMarket = new Map<string, Taken>();
  const add = (marketId: string, one: Taken): void => {
    const before = byMarket.get(marketId) ?? { places: 0, waiting: 0 };
    byMarket.set(marketId, { places: before.places + one.places, waiting: before.waiting + one.waiting });
  };
  return {
    byMarket,
    count: (globalUserId: string): void => {
      const place = places.get(globalUserId);
      if (place !== undefined) add(place, { places: 1, waiting: 0 });
      for (const marketId of waiting.get(globalUserId) ?? []) add(marketId, { places: 0, waiting: 1 });
    },
  };
};

/** What of a market can be given away: what is left of it, and no more than the plan says. */
export const placesLeft = (
  { id, capacity, waitlistCapacity }: Market,
  most: { readonly capacity: number; readonly waitlistCapacity: number } | undefined,
  taken: ReadonlyMap<string, Taken>,
): DrawMarket => {
  const { places, waiting } = taken.get(id) ?? { places: 0, waiting: 0 };
  return {
    id,
    capacity: Math.max(0, Math.min(capacity - places, most?.capacity ?? capacity)),
    waitlistCapacity: Math.max(0, Math.min(waitlistCapacity - waiting, most?.waitlistCapacity ?? waitlistCapacity)),
  };
};

/** Who takes part: no place and no code yet, at least one market of this draw ranked, and a score that is high enough. */
const createEntrantMaker = (
  { campaign, markets }: CampaignWithMarkets,
  referenceKey: Uint8Array,
  { places }: EarlierDraws,
): ((entry: EntryDocument) => StoredEntrant | null) => {
  const refOf = createReferences(referenceKey);
  const known = new Set(markets.map(({ id }) => id));
  return ({ globalUserId, entry, verdict, accessCode, score }) => {
    if (verdict === 'WINNER' || accessCode !== undefined || places.has(globalUserId) || !mayTakePart(campaign.selection, score)) return null;
    const ranking = rankedMarketsIn(campaign, entry).filter((id) => known.has(id));
    return ranking.length === 0 ? null : { ref: refOf(globalUserId), globalUserId, ...standingOf(campaign.selection, score), markets: formatRanking(ranking) };
  };
};
