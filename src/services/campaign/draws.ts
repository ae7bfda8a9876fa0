import { withinPayload } from '../../domain/payload-size.ts';
import { RegError } from '../../errors.ts';
import type { StoredDraw } from '../../ports/draw-store.ts';
import type { HandlersOf } from '../contract.ts';
import type { campaignContract, Draw } from './contract.ts';
import { freezeFirstDraw } from './freeze-draw.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { revealFrozenDraw } from './reveal-draw.ts';

type DrawHandlers = Pick<HandlersOf<typeof campaignContract>, 'freezeDraw' | 'revealDraw' | 'listDraws' | 'getDrawResults' | 'countDrawResults'>;

/** As a pack names it where nobody gives another reason. */
const FIRST_DRAW = 'first draw';

/** The draws of campaigns, from the freeze to their results. */
export const createDrawHandlers = (parts: CampaignServiceParts): DrawHandlers => {
  const { draws, inTurn } = parts;

  const drawnOf = async (campaignId: string, draw: number) => {
    const stored = await draws.draw(campaignId, draw);
    if (stored === null) throw noDraw(campaignId, draw);
    if (stored.drawn === null) throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaignId} is frozen, but not drawn yet.`);
    return stored.drawn;
  };

  return {
    freezeDraw: ({ params: { campaignId }, body: { reason } }, { correlationId }) =>
      inTurn(campaignId, async () => answerOf(await freezeFirstDraw(parts, campaignId, reason ?? FIRST_DRAW, correlationId))),

    revealDraw: ({ params: { campaignId, draw }, body: { publicRandomness } }) =>
      inTurn(campaignId, async () => {
        const stored = await draws.draw(campaignId, draw);
        if (stored === null) throw noDraw(campaignId, draw);
        return answerOf(await revealFrozenDraw(parts, stored, publicRandomness));
      }),

    listDraws: async ({ params: { campaignId } }) => ({
      commitment: await draws.commitment(campaignId),
      draws: (await draws.draws(campaignId)).map(answerOf),
    }),

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

    countDrawResults: async ({ params: { campaignId, draw } }) => {
      const { counts } = await drawnOf(campaignId, draw);
      return { markets: { ...counts.markets }, losers: counts.losers };
    },
  };
};

/** How a draw is called across services and messages. */
export const drawIdOf = ({ campaignId, draw }: Pick<StoredDraw, 'campaignId' | 'draw'>): string => `${campaignId}/${draw}`;

const noDraw = (campaignId: string, draw: number): RegError =>
  new RegError(
    'NOT_FOUND',
    `There is no draw ${draw} of the campaign ${campaignId}${draw > 1 ? ': this version makes the first draw alone' : ': freeze it first'}.`,
  );

const answerOf = (stored: StoredDraw): Draw => ({
  drawId: drawIdOf(stored),
  campaignId: stored.campaignId,
  draw: stored.draw,
  state: stored.drawn === null ? 'FROZEN' : 'DRAWN',
  rulesHash: stored.rulesHash,
  entrantsRoot: stored.entrantsRoot,
  entrantsCount: stored.entrantsCount,
  commitment: stored.commitment,
  frozenAt: stored.frozenAt,
  drawnAt: stored.drawn?.drawnAt ?? null,
  resultsRoot: stored.drawn?.resultsRoot ?? null,
});
