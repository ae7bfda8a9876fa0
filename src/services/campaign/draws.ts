import { createReferences } from '../../domain/draw/references.ts';
import { referenceKeyName } from '../../domain/fan-reference.ts';
import { withinPayload } from '../../domain/payload-size.ts';
import { RegError } from '../../errors.ts';
import type { StoredDraw } from '../../ports/draw-store.ts';
import type { HandlersOf } from '../contract.ts';
import type { campaignContract } from './contract.ts';
import type { Draw } from './draw-contract.ts';
import { drawIdOf } from './draw-id.ts';
import { freezeDraw } from './freeze-draw.ts';
import { rulesOf } from './frozen-rules.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { approvedPlan, freezeMarket } from './later-draws.ts';
import { revealFrozenDraw } from './reveal-draw.ts';

type DrawHandlers = Pick<
  HandlersOf<typeof campaignContract>,
  'freezeDraw' | 'revealDraw' | 'listDraws' | 'getDrawResults' | 'countDrawResults' | 'findEntrants'
>;

/** As a pack names it where nobody gives another reason. */
const FIRST_DRAW = 'first draw';

/** The draws of campaigns, from the freeze to their results. */
export const createDrawHandlers = (parts: CampaignServiceParts): DrawHandlers => {
  const { draws, inTurn } = parts;

  const drawnOf = async (campaignId: string, draw: number) => {
    const stored = await draws.draw(campaignId, draw);
    if (stored === null) throw noDraw(campaignId, draw);
    if (stored.drawn === null) throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaignId} is frozen, but not drawn yet: reveal it first.`);
    return stored.drawn;
  };

  return {
    freezeDraw: ({ params: { campaignId }, body: { draw = 1, reason = FIRST_DRAW, market } }, { correlationId }) =>
      inTurn(campaignId, async () => {
        if (market !== undefined) return answerOf(await freezeMarket(parts, campaignId, market, correlationId));
        const known = draw > 1 ? await draws.draw(campaignId, draw) : null;
        // What a draw that is frozen went by is in its rules, whatever became of the request.
        const plan = draw === 1 || known !== null ? { draw, reason, places: null } : await approvedPlan(parts, campaignId, draw);
        return answerOf(await freezeDraw(parts, campaignId, plan, correlationId));
      }),

    revealDraw: ({ params: { campaignId, draw }, body: { publicRandomness } }) =>
      inTurn(campaignId, async () => {
        const stored = await draws.draw(campaignId, draw);
        if (stored === null) throw noDraw(campaignId, draw);
        return answerOf(await revealFrozenDraw(parts, stored, publicRandomness));
      }),

    listDraws: async ({ params: { campaignId }, query: { after = 0, limit = 1000 } }) => {
      const [commitment, all] = await Promise.all([draws.commitment(campaignId), draws.draws(campaignId)]);
      const behind = all.filter(({ draw }) => draw > after);
      const page = behind.slice(0, limit);
      return { commitment, draws: page.map(answerOf), next: behind.length > page.length ? (page.at(-1)?.draw ?? null) : null };
    },

    getDrawResults: async ({ params: { campaignId, draw }, query: { marketId, verdict, after = 0, limit = 1000 } }) => {
      await drawnOf(campaignId, draw);
      if (marketId !== undefined && verdict === 'LOSER')
        throw new RegError('INPUT_INVALID', 'Nobody loses in one market alone: ask for losers without marketId.');
      const results = await draws.results(campaignId, draw, {
        after,
        limit,
        ...(marketId === undefined ? {} : { marketId }),
        ...(verdict === undefined ? {} : { verdict }),
      });
      // Fans who wait in many markets make long results.
      const page = withinPayload(results);
      const next = page.length < results.length || results.length === limit ? (page.at(-1)?.position ?? null) : null;
      return { results: page.map((result) => ({ ...result, waitlist: [...result.waitlist] })), next };
    },

    findEntrants: async ({ params: { campaignId, draw }, body: { globalUserIds } }) => {
      await drawnOf(campaignId, draw);
      const refOf = createReferences(await parts.secrets.get(referenceKeyName(campaignId)));
      const refs = globalUserIds.map(refOf);
      const until = (await draws.draws(campaignId)).filter((stored) => stored.draw <= draw);
      const found = await Promise.all(until.map((stored) => draws.areEntrants(stored, refs)));
      return { tookPart: refs.map((_, index) => found.some((inDraw) => inDraw[index] === true)) };
    },

    countDrawResults: async ({ params: { campaignId, draw } }) => {
      const { counts } = await drawnOf(campaignId, draw);
      return { markets: { ...counts.markets }, losers: counts.losers };
    },
  };
};

const noDraw = (campaignId: string, draw: number): RegError =>
  new RegError('NOT_FOUND', `There is no draw ${draw} of the campaign ${campaignId}: freeze it first.`);

const answerOf = (stored: StoredDraw): Draw => ({
  drawId: drawIdOf(stored),
  campaignId: stored.campaignId,
  draw: stored.draw,
  state: stored.drawn === null ? 'FROZEN' : 'DRAWN',
  markets: rulesOf(stored).markets.map(({ id, capacity, waitlistCapacity }) => ({ id, capacity, waitlistCapacity })),
  rulesHash: stored.rulesHash,
  entrantsRoot: stored.entrantsRoot,
  entrantsCount: stored.entrantsCount,
  commitment: stored.commitment,
  frozenAt: stored.frozenAt,
  drawnAt: stored.drawn?.drawnAt ?? null,
  resultsRoot: stored.drawn?.resultsRoot ?? null,
});
