import type { Campaign } from '../../domain/campaign.ts';
import { rankedMarketsIn } from '../../domain/ranked-markets.ts';
import { RegError } from '../../errors.ts';
import { pagesOf } from '../../services/contract.ts';
import { entryPartsOf } from '../../services/entry/parts-contract.ts';
import type { WorkerContext } from '../worker.ts';
import { parseDrawId } from './draw-results.ts';

type Context = WorkerContext<'closeBooks'>;

/** What the Entry Service answers at most, and the Campaign Service takes. */
const ENTRIES_A_PAGE = 1000;
/** Parts of the Entry Service that are read side by side. */
const PARTS_AT_ONCE = 8;

/**
 * Finds who has no verdict, ranks a market of the draw and took part in no draw so far, and gives them to `found`, a page
 * at a time in no order. Does not look where nobody can be: where everybody may take part and there are no more entries
 * than entrants.
 */
export const findBystanders = async (
  campaign: Campaign,
  drawId: string,
  { services, correlationId }: Context,
  found: (globalUserIds: readonly string[]) => Promise<void>,
): Promise<void> => {
  const { campaignService, entryService } = services;
  const params = parseDrawId(drawId);
  const { campaignId } = params;
  const { draws } = await campaignService.listDraws({ params: { campaignId }, query: { after: params.draw - 1, limit: 1 } }, { correlationId });
  const [draw] = draws;
  if (draw === undefined || draw.drawId !== drawId) throw new RegError('NOT_FOUND', `There is no draw ${drawId}: freeze it first.`);
  const { entries } = await entryService.countEntries({ params: { campaignId } }, { correlationId });
  if (campaign.selection.minScore === null && entries <= draw.entrantsCount) return;
  const drawn = new Set(draw.markets.map(({ id }) => id));

  const look = async (part: { readonly part?: string }): Promise<void> => {
    const request = { params: { campaignId }, query: { limit: ENTRIES_A_PAGE, verdict: 'PENDING' as const, ...part } };
    for await (const page of pagesOf(entryService.listEntries, request, { correlationId })) {
      const fans = page.entries
        .filter(({ accessCode, entry }) => accessCode === undefined && rankedMarketsIn(campaign, entry).some((id) => drawn.has(id)))
        .map(({ globalUserId }) => globalUserId);
      if (fans.length > 0) {
        const { tookPart } = await campaignService.findEntrants({ params, body: { globalUserIds: fans } }, { correlationId });
        await found(fans.filter((_, index) => tookPart[index] === false));
      }
    }
  };

  const waiting = (await entryPartsOf(entryService, { correlationId })).values();
  const failures: unknown[] = [];
  const line = async (): Promise<void> => {
    for (const part of waiting) {
      if (failures.length > 0) return;
      await look(part).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, line));
  if (failures.length > 0) throw failures[0];
};
