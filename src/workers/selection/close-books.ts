import { RegError } from '../../errors.ts';
import type { Worker } from '../worker.ts';
import { pagesOfResults } from './draw-results.ts';
import { createSelectionSender } from './selection-chunks.ts';

export interface CloseBooksInput {
  readonly campaignId: string;
  readonly drawId: string;
}

/**
 * Last step of the selection: who won nothing and waits nowhere becomes LOSER, as the draw's results say. Losers belong
 * to no market; they are reported under the campaign's first.
 */
export const closeBooks: Worker<'closeBooks', CloseBooksInput, { readonly losers: number }> = async ({ campaignId, drawId }, context) => {
  const { services, correlationId } = context;
  const { markets } = await services.campaignService.getCampaign({ params: { campaignId } }, { correlationId });
  const [first] = markets;
  if (first === undefined) throw new RegError('STATE_INVALID', `The campaign ${campaignId} has no market. Apply its file with its markets.`);
  const sender = createSelectionSender(
    services.queues.saveSelectionQueue,
    { campaignId, marketId: first.id, drawId, codes: first.codes.mode },
    `${drawId}/losers`,
    context,
  );
  for await (const page of pagesOfResults(services.campaignService, drawId, { verdict: 'LOSER' }, { correlationId }))
    await sender.add(page.map(({ globalUserId, position }) => ({ globalUserId, verdict: 'LOSER', position, waitlist: [] })));
  await sender.finish();
  return { losers: sender.enqueued };
};
