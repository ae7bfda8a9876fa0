import { type DrawRequest, decideApproval, requestIdOf } from '../../domain/draw/draw-request.ts';
import { commitmentTo, drawSecretName, SECRET_BYTES } from '../../domain/draw/seed.ts';
import { RegError } from '../../errors.ts';
import type { StoredDraw } from '../../ports/draw-store.ts';
import type { Caller } from '../../ports/tokens.ts';
import type { HandlersOf } from '../contract.ts';
import type { campaignContract } from './contract.ts';
import { type FreezePlan, freezeDraw, packKey } from './freeze-draw.ts';
import { rulesOf } from './frozen-rules.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { whileHeld } from './held-draw.ts';

type RequestHandlers = Pick<HandlersOf<typeof campaignContract>, 'requestDraw' | 'getDrawRequest' | 'approveDraw'>;

/** Draws after the first are asked for by one operator and approved by another. */
export const createDrawRequestHandlers = (parts: CampaignServiceParts): RequestHandlers => {
  const { draws, files, secrets, random, clock, log, inTurn } = parts;

  const now = (): string => new Date(clock.now()).toISOString();
  const save = async (request: DrawRequest): Promise<DrawRequest> => {
    await files.write(requestKey(request), [`${JSON.stringify(request, null, 2)}\n`]);
    return request;
  };

  return {
    requestDraw: ({ params: { campaignId }, body: { reason, marketIds } }, { caller }) =>
      inTurn(campaignId, async () => {
        const operator = operatorOf(caller);
        const { markets } = await parts.campaign(campaignId);
        for (const id of marketIds ?? []) if (!markets.some((market) => market.id === id)) throw notOf(campaignId, id);
        const earlier = await draws.draws(campaignId);
        const draw = earlier.length + 1;
        if (draw === 1) throw new RegError('STATE_INVALID', `The campaign ${campaignId} has no draw yet: its first one is not asked for, it is frozen.`);
        return whileHeld(parts, campaignId, draw, async () => {
          const known = await readRequest(parts, campaignId, draw);
          if (known !== null && known.approvedBy !== null)
            throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaignId} is approved already: freeze it.`, { detail: { draw } });
          const secret = await secrets.getOrCreate(drawSecretName(campaignId, draw), () => random.bytes(SECRET_BYTES));
          const request = await save({
            campaignId,
            draw,
            reason,
            marketIds: marketIds ?? null,
            commitment: commitmentTo(secret),
            requestedBy: operator,
            requestedAt: now(),
            approvedBy: null,
            approvedAt: null,
          });
          log.info({ campaignId, draw }, 'later draw asked for');
          return answerOf(request);
        });
      }),

    getDrawRequest: async ({ params: { campaignId, draw } }) => answerOf((await readRequest(parts, campaignId, draw)) ?? noRequest(campaignId, draw)),

    approveDraw: ({ params: { campaignId, draw }, body: { requestId } }, { caller }) =>
      inTurn(campaignId, () =>
        whileHeld(parts, campaignId, draw, async () => {
          const operator = operatorOf(caller);
          const request = (await readRequest(parts, campaignId, draw)) ?? noRequest(campaignId, draw);
          const outcome = decideApproval(request, operator, requestId);
          if (outcome === 'unchanged') return answerOf(request);
          if (outcome === 'own') throw new RegError('STATE_INVALID', `Who asked for draw ${draw} cannot approve it: a second operator has to.`);
          if (outcome === 'other')
            throw new RegError('CONFLICT', `Draw ${draw} is asked for in other words by now: read the request again.`, {
              detail: { requestId: requestIdOf(request) },
            });
          log.info({ campaignId, draw }, 'later draw approved');
          return answerOf(await save({ ...request, approvedBy: operator, approvedAt: now() }));
        }),
      ),
  };
};

/** What a later draw is made by. Throws `STATE_INVALID` where it was not asked for, or nobody else has approved it. */
export const approvedPlan = async (parts: CampaignServiceParts, campaignId: string, draw: number): Promise<FreezePlan> => {
  const request = await readRequest(parts, campaignId, draw);
  if (request === null) throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaignId} has to be asked for first, with a reason.`);
  if (request.approvedBy === null)
    throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaignId} waits for the approval of a second operator.`);
  const { markets } = await parts.campaign(campaignId);
  const { reason, marketIds } = request;
  const ofDraw = marketIds === null ? null : new Map(markets.flatMap((market) => (marketIds.includes(market.id) ? [[market.id, market]] : [])));
  return { draw, reason, places: ofDraw };
};

/** A market that is to be drawn alone, with the most places to give away. */
export interface MarketAlone {
  readonly marketId: string;
  readonly selectionCount: number;
  readonly waitlistCount?: number | undefined;
}

/**
 * The last draw that holds a market; where there is none, one of this market alone is frozen. It takes nobody's approval,
 * as nothing was drawn of the market that could be drawn anew.
 */
export const freezeMarket = async (parts: CampaignServiceParts, campaignId: string, wanted: MarketAlone, correlationId: string): Promise<StoredDraw> => {
  const { marketId, selectionCount, waitlistCount } = wanted;
  const { markets } = await parts.campaign(campaignId);
  const market = markets.find(({ id }) => id === marketId) ?? notThere(campaignId, marketId);
  const earlier = await parts.draws.draws(campaignId);
  const known = earlier.findLast((stored) => rulesOf(stored).markets.some(({ id }) => id === marketId));
  const next = earlier.length + 1;
  if (known === undefined && (await readRequest(parts, campaignId, next)) !== null)
    throw new RegError('STATE_INVALID', `Draw ${next} of the campaign ${campaignId} is asked for: it has to be made before a market is drawn alone.`);
  const places = new Map([[marketId, { capacity: selectionCount, waitlistCapacity: waitlistCount ?? market.waitlistCapacity }]]);
  return freezeDraw(parts, campaignId, { draw: known?.draw ?? next, reason: `${marketId} alone`, places }, correlationId);
};

const requestKey = (request: Pick<DrawRequest, 'campaignId' | 'draw'>): string => packKey(request, 'request.json');

const readRequest = async ({ files }: Pick<CampaignServiceParts, 'files'>, campaignId: string, draw: number): Promise<DrawRequest | null> => {
  const key = requestKey({ campaignId, draw });
  if (!(await files.exists(key))) return null;
  let text = '';
  for await (const chunk of files.read(key)) text += chunk;
  return JSON.parse(text) as DrawRequest;
};

const answerOf = (request: DrawRequest) => ({
  ...request,
  marketIds: request.marketIds === null ? null : [...request.marketIds],
  requestId: requestIdOf(request),
});

/** The contract lets nobody but operators get here. */
const operatorOf = (caller: Caller): string => (caller.kind === 'operator' ? caller.name : noOperator());

const noOperator = (): never => {
  throw new RegError('SCOPE_MISSING', 'Later draws are the business of operators.');
};
const noRequest = (campaignId: string, draw: number): never => {
  throw new RegError('NOT_FOUND', `Nobody has asked for draw ${draw} of the campaign ${campaignId}.`);
};
const notOf = (campaignId: string, marketId: string): RegError =>
  new RegError('INPUT_INVALID', `The market ${marketId} does not belong to the campaign ${campaignId}.`);
const notThere = (campaignId: string, marketId: string): never => {
  throw notOf(campaignId, marketId);
};
