import { RegError } from '../../errors.ts';
import type { Worker, WorkerContext } from '../worker.ts';
import { pagesOfResults } from './draw-results.ts';
import { findBystanders } from './find-bystanders.ts';
import { createSelectionSender } from './selection-chunks.ts';

export interface CloseBooksInput {
  readonly campaignId: string;
  readonly drawId: string;
}

export interface ClosedBooks {
  /** Who took part and lost, as the draw's results say. */
  readonly losers: number;
  /** Who ranked a market of the draw and took no part: their score is too low, or their entry came too late. */
  readonly bystanders: number;
}

type Context = WorkerContext<'closeBooks'>;

/**
 * Last step of the selection: who won nothing and waits nowhere becomes LOSER, whether they took part in the draw or not.
 * Losers belong to no market; those of the draw are reported under the campaign's first, bystanders nowhere, as they are
 * not of the draw. Safe to repeat: losers are sent in the same chunks, and bystanders as long as they have no verdict.
 */
export const closeBooks: Worker<'closeBooks', CloseBooksInput, ClosedBooks> = async (input, context) => {
  const { campaignId, drawId } = input;
  const { campaignService } = context.services;
  const { campaign, markets } = await campaignService.getCampaign({ params: { campaignId } }, { correlationId: context.correlationId });
  const [first] = markets;
  if (first === undefined) throw new RegError('STATE_INVALID', `The campaign ${campaignId} has no market. Apply its file with its markets.`);
  const chunk = { campaignId, marketId: first.id, drawId, codes: first.codes.mode };
  const losers = await sendLosers(chunk, context);
  const sender = createSelectionSender(context.services.queues.saveSelectionQueue, { ...chunk, counted: 'nobody' }, `${drawId}/bystanders`, context);
  await findBystanders(campaign, drawId, context, (fans) => sender.add(fans.map((globalUserId) => ({ globalUserId, verdict: 'LOSER', waitlist: [] }))));
  await sender.finish();
  return { losers, bystanders: sender.enqueued };
};

const sendLosers = async (chunk: Parameters<typeof createSelectionSender>[1], context: Context): Promise<number> => {
  const { drawId } = chunk;
  const { services, correlationId } = context;
  const sender = createSelectionSender(services.queues.saveSelectionQueue, chunk, `${drawId}/losers`, context);
  for await (const page of pagesOfResults(services.campaignService, drawId, { verdict: 'LOSER' }, { correlationId }))
    await sender.add(page.map(({ globalUserId, position }) => ({ globalUserId, verdict: 'LOSER', position, waitlist: [] })));
  await sender.finish();
  return sender.enqueued;
};
