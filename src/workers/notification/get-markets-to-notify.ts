import { announced, reminderStep } from '../../domain/reminder.ts';
import type { Worker } from '../worker.ts';
import { allCampaigns } from './all-campaigns.ts';

/** Both lists are in the same order: `campaignIds[i]` is the campaign of `marketIds[i]`. */
export interface MarketsToNotify {
  readonly marketIds: readonly string[];
  readonly campaignIds: readonly string[];
}

/**
 * Names the markets whose reminder is due and not yet planned, with the presale still ahead. Clears reminders that the
 * presale has overtaken, and announces a second reminder of the same day.
 */
export const getMarketsToNotify: Worker<'getMarketsToNotify', unknown, MarketsToNotify> = async (_, { services, clock, correlationId }) => {
  const { campaignService } = services;
  const marketIds: string[] = [];
  const campaignIds: string[] = [];
  for (const { id: campaignId, status } of await allCampaigns(campaignService, correlationId)) {
    if (status !== 'OPEN' && status !== 'CLOSED') continue;
    const { campaign, markets } = await campaignService.getCampaign({ params: { campaignId } }, { correlationId });
    for (const market of markets) {
      const step = reminderStep(campaign, market, clock.now());
      if (step.kind === 'clear' || step.kind === 'announce-and-plan') {
        const notification = step.kind === 'clear' ? null : announced(step.dueAt);
        await campaignService.setNotification({ params: { marketId: market.id }, body: { notification } }, { correlationId });
      }
      if (step.kind === 'plan' || step.kind === 'announce-and-plan') {
        marketIds.push(market.id);
        campaignIds.push(campaignId);
      }
    }
  }
  return { marketIds, campaignIds };
};
