import type { Market } from '../../domain/campaign.ts';
import { rulesOf } from '../../domain/draw/draw-rules.ts';
import { RegError } from '../../errors.ts';
import type { Execution } from '../../ports/state-machine.ts';
import type { HandlersOf } from '../contract.ts';
import type { campaignContract } from './contract.ts';
import { drawIdOf } from './draw-id.ts';
import { rulesOf as frozenRulesOf } from './frozen-rules.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { whileHeld } from './held-draw.ts';
import { approvedPlan, type MarketAlone } from './later-draws.ts';
import { checkRandomness } from './public-randomness.ts';
import { sendAll } from './send-all.ts';

type SelectionHandlers = Pick<
  HandlersOf<typeof campaignContract>,
  'reportCampaignStats' | 'addVerdictCounts' | 'getMarketStats' | 'recordPromotions' | 'listPromotions' | 'startSelection' | 'getSelection' | 'refreshMarket'
>;

const MACHINE = 'selectionStateMachine';
const PROMOTIONS_A_PAGE = 1000;
const NO_STATS = { eligible: 0, selected: 0, waitlisted: 0, reserved: 0, enqueued: 0, failed: 0 } as const;

/** What is made of draws: selections, their counts, and promotions from the waitlist. */
export const createSelectionHandlers = (parts: CampaignServiceParts): SelectionHandlers => {
  const { store, draws, stateMachines, refreshQueue, clock, log } = parts;

  const marketOf = async (marketId: string): Promise<Market> => {
    const market = await store.market(marketId);
    if (market === null) throw new RegError('NOT_FOUND', `There is no market ${marketId}: "reg campaign show" lists those of a campaign.`);
    return market;
  };

  const someFailed = async (marketIds: readonly string[]): Promise<boolean> =>
    (await Promise.all(marketIds.map((id) => draws.marketStats(id)))).some(({ report }) => report?.status === 'FAILED');

  /**
   * The name to start under: of the run that is going on or went well, else one that no run has had. A market that
   * failed, for want of codes for instance, does not fail its run, but is a reason for another.
   */
  const executionName = async (first: string, marketIds: readonly string[]): Promise<string> => {
    const incomplete = await someFailed(marketIds);
    for (let retry = 0; ; retry += 1) {
      const name = retry === 0 ? first : `${first}-retry-${retry}`;
      const execution = await stateMachines.describe(MACHINE, name);
      if (execution === null || !(execution.status === 'FAILED' || (incomplete && execution.status === 'SUCCEEDED'))) return name;
    }
  };

  /** What the first steps would refuse is refused before anything starts. */
  const checkStart = async (campaignId: string, draw: number, words: string | undefined): Promise<void> => {
    const { campaign, markets } = await parts.campaign(campaignId);
    const stored = await draws.draw(campaignId, draw);
    if (stored?.drawn) return;
    if (stored === null && draw > 1) await approvedPlan(parts, campaignId, draw);
    if (stored === null && clock.now() < Date.parse(campaign.date.close))
      throw new RegError(
        'STATE_INVALID',
        `The dates of the campaign ${campaignId} let fans in until ${campaign.date.close}: its selection can start from then on.`,
      );
    checkRandomness(rulesOf(campaign, markets, { draw, previous: null, commitment: '', reason: '' }), words, stored?.publicRandomness ?? null);
  };

  /** From 1. */
  const placeInDraw = async (campaignId: string, draw: number, marketId: string): Promise<number> => {
    const stored = await draws.draw(campaignId, draw);
    const place = stored === null ? 0 : 1 + frozenRulesOf(stored).markets.findIndex(({ id }) => id === marketId);
    if (place === 0)
      throw new RegError('STATE_INVALID', `No draw ${draw} of the campaign ${campaignId} that holds the market ${marketId} is frozen: freeze it first.`);
    return place;
  };

  /**
   * Does what changes who has a place while no draw is being frozen or waits to be drawn: its entrants are those without a
   * place, so that who got one meanwhile could win twice. Throws `SERVICE_UNAVAILABLE` where one is.
   */
  const besideNoFreeze = <T>(campaignId: string, change: () => Promise<T>): Promise<T> =>
    parts.inTurn(campaignId, async () => {
      const next = (await draws.draws(campaignId)).length + 1;
      return whileHeld(parts, campaignId, next, async () => {
        const open = (await draws.draws(campaignId)).find(({ drawn }) => drawn === null);
        if (open !== undefined)
          throw new RegError(
            'SERVICE_UNAVAILABLE',
            `Draw ${open.draw} of the campaign ${campaignId} is frozen and not drawn yet: nobody moves up until it is.`,
          );
        // Shuts out an attempt at freezing that went silent and has read who has a place.
        await draws.beginFreeze(campaignId, next);
        return change();
      });
    });

  return {
    reportCampaignStats: async ({ params: { marketId }, body }) => {
      await marketOf(marketId);
      await draws.saveStats(marketId, body);
      return {};
    },

    addVerdictCounts: ({ body: { reports } }) => draws.addVerdictCounts(reports),

    getMarketStats: async ({ params: { marketId } }) => {
      await marketOf(marketId);
      const { report, verdicts, promoted } = await draws.marketStats(marketId);
      return {
        marketId,
        drawId: report?.drawId ?? null,
        status: report?.status ?? 'NONE',
        stats: report?.stats ?? NO_STATS,
        shortfall: report?.shortfall ?? 0,
        verdicts,
        promoted,
      };
    },

    recordPromotions: async ({ params: { marketId }, body: { drawId, known, globalUserIds } }) => {
      const { campaignId } = await marketOf(marketId);
      return { recorded: await besideNoFreeze(campaignId, () => draws.recordPromotions(marketId, drawId, known, globalUserIds)) };
    },

    listPromotions: async ({ params: { marketId }, query: { drawId, after = 0, limit = PROMOTIONS_A_PAGE } }) => {
      const globalUserIds = [...(await draws.promotions(marketId, drawId, { after, limit }))];
      return { globalUserIds, next: globalUserIds.length < limit ? null : after + limit };
    },

    startSelection: ({ params: { campaignId }, body: { draw = 1, publicRandomness, market } }) =>
      parts.inTurn(`selection ${campaignId}`, async () => {
        await checkStart(campaignId, draw, publicRandomness);
        const whole = `${campaignId}-draw-${draw}`;
        const name =
          market === undefined
            ? await executionName(whole, (await parts.campaign(campaignId)).campaign.marketIds)
            : await executionName(`${whole}-market-${await placeInDraw(campaignId, draw, market.marketId)}`, [market.marketId]);
        const drawId = drawIdOf({ campaignId, draw });
        const input = { campaignId, draw, drawId, ...(publicRandomness !== undefined && { publicRandomness }), ...(market !== undefined && { market }) };
        const execution = await stateMachines.start(MACHINE, name, input);
        if (market !== undefined) requireSame(market, execution);
        log.info({ campaignId, draw, execution: name, status: execution.status }, 'selection started');
        return answerOf(execution);
      }),

    getSelection: async ({ params: { campaignId, name } }) => {
      const execution = name.startsWith(`${campaignId}-draw-`) ? await stateMachines.describe(MACHINE, name) : null;
      if (execution === null) throw new RegError('NOT_FOUND', `There is no selection ${name} of the campaign ${campaignId}.`);
      return answerOf(execution);
    },

    refreshMarket: async ({ params: { marketId } }, { correlationId, traceparent }) => {
      const { campaignId } = await marketOf(marketId);
      if (!(await draws.draws(campaignId)).some(({ drawn }) => drawn !== null))
        throw new RegError('STATE_INVALID', `The market ${marketId} has nothing to refresh: its campaign has not been drawn yet.`);
      await sendAll('refreshSelectionQueue', refreshQueue, [{ body: { campaignId, marketId }, correlationId, traceparent }]);
      return {};
    },
  };
};

/** Places that a run did not give away cannot come by another: their codes are reserved under the same keys. */
const requireSame = (market: MarketAlone, { name, input }: Execution): void => {
  const ran = (input as { readonly market?: MarketAlone } | null)?.market;
  if (ran?.selectionCount !== market.selectionCount || ran.waitlistCount !== market.waitlistCount)
    throw new RegError(
      'STATE_INVALID',
      `The market ${market.marketId} was selected with ${ran?.selectionCount} places by ${name}: "reg refresh" gives the other winners their codes.`,
      { detail: { name } },
    );
};

const answerOf = ({ name, status, output, error }: Execution) => ({ name, status, output, error });
