import type { Market } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import type { DrawResult } from '../../services/campaign/draw-contract.ts';
import type { EntryDocument } from '../../services/entry/contract.ts';
import type { WorkerContext } from '../worker.ts';
import type { DrawnDraw } from './draw-results.ts';

export type RefreshContext = WorkerContext<'refreshSelections'>;

/** A market under refresh, with what its draws said, in their order. */
export interface DrawnMarket {
  readonly market: Market;
  /** Of the draws that hold the market. */
  readonly packs: readonly MarketPack[];
  /** All draws of the campaign. */
  readonly draws: readonly DrawnDraw[];
}

/** What one draw said of a market. */
export interface MarketPack {
  readonly drawId: string;
  /** In drawn order. */
  readonly winners: readonly DrawResult[];
  /** In the order of places. */
  readonly waitlist: readonly DrawResult[];
}

/** Who has a place: a drawn winner, or one promoted from the waitlist. */
export interface Holder {
  /** The draw that the place is from. */
  readonly drawId: string;
  readonly result: DrawResult;
  /** Null where the fan withdrew. */
  readonly entry: EntryDocument | null;
}

/** What the Entry Service answers at most. */
const ENTRIES_A_CALL = 100;

/** What the Entry Service holds of these fans. */
export const withEntries = async (
  campaignId: string,
  drawId: string,
  results: readonly DrawResult[],
  { services, correlationId }: RefreshContext,
): Promise<readonly Holder[]> => {
  const holders: Holder[] = [];
  for (const part of chunks(results, ENTRIES_A_CALL)) {
    const globalUserIds = part.map(({ globalUserId }) => globalUserId);
    const { entries } = await services.entryService.getEntries({ body: { campaignId, globalUserIds } }, { correlationId });
    part.forEach((result, index) => {
      holders.push({ drawId, result, entry: entries[index] ?? null });
    });
  }
  return holders;
};
