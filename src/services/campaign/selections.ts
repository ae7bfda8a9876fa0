import type { Market } from '../../domain/campaign.ts';
import { rulesOf } from '../../domain/draw/draw-rules.ts';
import { RegError } from '../../errors.ts';
import type { Execution } from '../../ports/state-machine.ts';
import type { HandlersOf } from '../contract.ts';
import type { campaignContract } from './contract.ts';
import { drawIdOf } from './draw-id.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { approvedPlan } from './later-draws.ts';
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

  const someMarketFailed = async (campaignId: string): Promise<boolean> => {
    const { markets } = await parts.campaign(campaignId);
    return (await Promise.all(markets.map(({ id }) => draws.marketStats(id)))).some(({ report }) => report?.status === 'FAILED');
  };

  /**
   * The name to start under: of the run that is going on or went well, else one that no run has had. A market that
   * failed, for want of codes for instance, does not fail its run, but is a reason for another.
   */
  const executionName = async (campaignId: string, first: string): Promise<string> => {
    const incomplete = await someMarketFailed(campaignId);
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
      throw new RegError('STATE_INVALID', `The campaign ${campaignId} is open until ${campaign.date.close}: its selection can start from then on.`);
    checkRandomness(rulesOf(campaign, markets, { draw, previous: null, commitment: '', reason: '' }), words, stored?.publicRandomness ?? null);
  };

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
      await marketOf(marketId);
      return { recorded: await draws.recordPromotions(marketId, drawId, known, globalUserIds) };
    },

    listPromotions: async ({ params: { marketId }, query: { drawId, after = 0, limit = PROMOTIONS_A_PAGE } }) => {
      const globalUserIds = [...(await draws.promotions(marketId, drawId, { after, limit }))];
      return { globalUserIds, next: globalUserIds.length < limit ? null : after + limit };
    },

    startSelection: ({ params: { campaignId }, body: { draw = 1, publicRandomness } }) =>
      parts.inTurn(`selection ${campaignId}`, async () => {
        await checkStart(campaignId, draw, publicRandomness);
        const name = await executionName(campaignId, `${campaignId}-draw-${draw}`);
        const input = { campaignId, draw, drawId: drawIdOf({ campaignId, draw }), ...(publicRandomness === undefined ? {} : { publicRandomness }) };
        const execution = await stateMachines.start(MACHINE, name, input);
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

const answerOf = ({ name, status, output, error }: Execution) => ({ name, status, output, error });
