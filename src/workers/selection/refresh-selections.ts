import { chunks } from '../../domain/chunks.ts';
import type { QueueMessages } from '../../domain/message.ts';
import { RegError } from '../../errors.ts';
import type { DrawResult } from '../../services/campaign/draw-contract.ts';
import { pagesOf } from '../../services/contract.ts';
import type { Batch, BatchFailure, BatchResult, Worker } from '../worker.ts';
import { drawnDraws, pagesOfResults } from './draw-results.ts';
import type { DrawnMarket, Holder, MarketPack, RefreshContext } from './drawn-market.ts';
import { promoteFromWaitlist } from './promote-from-waitlist.ts';
import { reserveForFan } from './reserve-codes.ts';

interface RefreshCount extends Readonly<Record<string, number>> {
  readonly received: number;
  readonly failed: number;
  readonly promoted: number;
  readonly revoked: number;
  readonly enqueued: number;
}

const CODES_A_CALL = 100;

/**
 * Makes a market true again: codes of withdrawn winners are revoked, free places go to the waitlist in its drawn order,
 * and winners without a code get one. Each step finds out anew what is left to do, so a run that stopped anywhere is repeated whole.
 */
export const refreshSelections: Worker<'refreshSelections', Batch<QueueMessages['refreshSelectionQueue']>, BatchResult<RefreshCount>> = async (
  { records },
  context,
) => {
  const failures: BatchFailure[] = [];
  const count = { promoted: 0, revoked: 0, enqueued: 0 };
  for (const { id, body, correlationId, traceparent } of records) {
    try {
      await refresh(body, { ...context, correlationId, traceparent }, count);
    } catch (error) {
      failures.push({ id, error });
    }
  }
  return { failures, count: { received: records.length, failed: failures.length, ...count } };
};

const refresh = async (
  { campaignId, marketId }: QueueMessages['refreshSelectionQueue'],
  context: RefreshContext,
  count: { promoted: number; revoked: number; enqueued: number },
): Promise<void> => {
  const { services, correlationId } = context;
  const market = await services.campaignService.getMarket({ params: { marketId } }, { correlationId });
  if (market.campaignId !== campaignId) throw new RegError('INPUT_INVALID', `The market ${marketId} does not belong to the campaign ${campaignId}.`);
  const draws = await drawnDraws(services.campaignService, { campaignId, marketId }, { correlationId });
  const packs: MarketPack[] = [];
  for (const { drawId, marketIds } of draws) {
    if (!marketIds.includes(marketId)) continue;
    const winners = await allResults(drawId, { marketId, verdict: 'WINNER' }, context);
    packs.push({ drawId, winners, waitlist: await allResults(drawId, { marketId, verdict: 'WAITLIST' }, context) });
  }
  const drawn: DrawnMarket = { market, packs, draws };
  const { holders, promoted } = await promoteFromWaitlist(drawn, context);
  count.promoted += promoted;
  count.revoked += await revokeWithdrawn(drawn, holders, context);
  count.enqueued += await completeWinners(drawn, holders, context);
};

const allResults = async (drawId: string, filter: { marketId: string; verdict: 'WINNER' | 'WAITLIST' }, { services, correlationId }: RefreshContext) => {
  const all: DrawResult[] = [];
  for await (const page of pagesOfResults(services.campaignService, drawId, filter, { correlationId })) for (const result of page) all.push(result);
  return all;
};

const revokeWithdrawn = async ({ market }: DrawnMarket, holders: readonly Holder[], { services, correlationId }: RefreshContext): Promise<number> => {
  const withdrawn = new Set(holders.filter(({ entry }) => entry === null).map(({ result }) => result.globalUserId));
  if (market.codes.mode === 'shared' || withdrawn.size === 0) return 0;
  const codes: { readonly marketId: string; readonly code: string }[] = [];
  const request = { params: { marketId: market.id }, query: { limit: 1000 } };
  for await (const page of pagesOf(services.codeService.listHeldCodes, request, { correlationId })) {
    for (const { marketId, code, globalUserId } of page.codes) if (withdrawn.has(globalUserId)) codes.push({ marketId, code });
  }
  let revoked = 0;
  for (const part of chunks(codes, CODES_A_CALL))
    revoked += (await services.codeService.revokeCodes({ body: { codes: [...part], reason: 'the fan withdrew' } }, { correlationId })).revoked;
  return revoked;
};

/** Enqueues winners that are not told so yet, or have no code, one a chunk, as each has its own id. Those that no code is left for fail the message. */
const completeWinners = async (drawn: DrawnMarket, holders: readonly Holder[], context: RefreshContext): Promise<number> => {
  const { id: marketId, campaignId, codes } = drawn.market;
  const { services, correlationId, traceparent } = context;
  const incomplete = holders.filter(({ entry }) => entry !== null && (entry.verdict !== 'WINNER' || entry.accessCode === undefined));
  const inUse = new Set(holders.flatMap(({ entry }) => entry?.accessCode ?? []));
  const accessCodes: (string | null)[] = [];
  // One after the other: codes of a market are handed out in turn anyway, and so the same fans get the same ones wherever this runs.
  for (const { drawId, result } of incomplete) {
    const fan = { campaignId, marketId, drawId, position: result.position };
    accessCodes.push(codes.mode === 'shared' ? codes.sharedCode : await reserveForFan(services.codeService, fan, inUse, { correlationId }));
  }
  const messages = incomplete.flatMap(({ drawId, result: { globalUserId, position, marketId: won } }, index) => {
    const accessCode = accessCodes[index];
    if (accessCode === undefined || accessCode === null) return [];
    const selections = [{ globalUserId, verdict: 'WINNER' as const, position, accessCode, waitlist: [] }];
    // Who withdraws is told of by the draw's own message, if at all. Of a shared code nobody can tell which message gave it.
    const counted = codes.mode === 'shared' && won === marketId ? ('nobody' as const) : ('winners' as const);
    return {
      body: { chunkId: `${drawId}/${marketId}/position/${position}`, campaignId, marketId, drawId, codes: codes.mode, counted, selections },
      correlationId,
      traceparent,
    };
  });
  const { failed } = messages.length === 0 ? { failed: [] } : await services.queues.saveSelectionQueue.send(messages);
  if (failed.length > 0)
    throw new RegError('SERVICE_UNAVAILABLE', `saveSelectionQueue did not take ${failed.length} of ${messages.length} selections of ${marketId}.`);
  const shortfall = incomplete.length - messages.length;
  if (shortfall > 0)
    throw new RegError('CODES_SHORT', `The market ${marketId} has ${shortfall} codes too few for its winners: import more and refresh it again.`, {
      detail: { marketId, shortfall },
    });
  return messages.length;
};
