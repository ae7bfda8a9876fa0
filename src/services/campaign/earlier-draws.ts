import { sha256, toHex } from '../../domain/draw/sha256.ts';
import { RegError } from '../../errors.ts';
import type { StoredDraw, StoredResult } from '../../ports/draw-store.ts';
import { drawIdOf } from './draw-id.ts';
import { rulesOf } from './frozen-rules.ts';
import type { CampaignServiceParts } from './handlers.ts';
import type { Held } from './held-draw.ts';

/** What the draws before one have given. */
export interface EarlierDraws {
  /** SHA-256 of the draw.json before, in hex; null for the first draw. */
  readonly previous: string | null;
  /** The market in which a fan has a place, by fan: winners, and who moved up from a waitlist. */
  readonly places: ReadonlyMap<string, string>;
  /** The markets that a fan waits for, by fan, and has no place anywhere. */
  readonly waiting: ReadonlyMap<string, readonly string[]>;
}

/** What the draw store gives at once. */
const RESULTS_A_PAGE = 5000;
const PROMOTIONS_A_PAGE = 5000;

/** Reads all draws before `draw`. Throws `STATE_INVALID` where one is missing, `SERVICE_UNAVAILABLE` where one is frozen and not drawn yet. */
export const readEarlierDraws = async (parts: Pick<CampaignServiceParts, 'draws'>, campaignId: string, draw: number, held: Held): Promise<EarlierDraws> => {
  const earlier = (await parts.draws.draws(campaignId)).filter((stored) => stored.draw < draw);
  if (earlier.length !== draw - 1) throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaignId} has to come after ${draw - 1} others.`);
  const places = new Map<string, string>();
  const waiting = new Map<string, readonly string[]>();
  for (const stored of earlier) {
    if (stored.drawn === null)
      throw new RegError('SERVICE_UNAVAILABLE', `Draw ${stored.draw} of the campaign ${campaignId} is frozen and not drawn yet: reveal it, and ask again.`);
    for await (const { globalUserId, marketId } of resultsOf(parts, stored, 'WINNER', held)) if (marketId !== null) places.set(globalUserId, marketId);
    for await (const { globalUserId, waitlist } of resultsOf(parts, stored, 'WAITLIST', held))
      waiting.set(globalUserId, [...(waiting.get(globalUserId) ?? []), ...waitlist.map(({ marketId }) => marketId)]);
    for (const { id } of rulesOf(stored).markets) for await (const fan of promotionsOf(parts, id, drawIdOf(stored))) places.set(fan, id);
  }
  for (const fan of places.keys()) waiting.delete(fan);
  const last = earlier.at(-1)?.drawn;
  return { previous: last === undefined || last === null ? null : toHex(sha256(last.record)), places, waiting };
};

async function* resultsOf(
  { draws }: Pick<CampaignServiceParts, 'draws'>,
  { campaignId, draw }: StoredDraw,
  verdict: 'WINNER' | 'WAITLIST',
  held: Held,
): AsyncGenerator<StoredResult> {
  for (let after = 0; ; ) {
    const page = await draws.results(campaignId, draw, { verdict, after, limit: RESULTS_A_PAGE });
    yield* page;
    await held.keep();
    const last = page.at(-1);
    if (last === undefined || page.length < RESULTS_A_PAGE) return;
    after = last.position;
  }
}

async function* promotionsOf({ draws }: Pick<CampaignServiceParts, 'draws'>, marketId: string, drawId: string): AsyncGenerator<string> {
  for (let after = 0; ; after += PROMOTIONS_A_PAGE) {
    const page = await draws.promotions(marketId, drawId, { after, limit: PROMOTIONS_A_PAGE });
    yield* page;
    if (page.length < PROMOTIONS_A_PAGE) return;
  }
}
