import type { Market } from '../../domain/campaign.ts';
import { chunks } from '../../domain/chunks.ts';
import type { DrawResult } from '../../services/campaign/contract.ts';
import type { EntryDocument } from '../../services/entry/contract.ts';
import type { WorkerContext } from '../worker.ts';

export type RefreshContext = WorkerContext<'refreshSelections'>;

/** A market under refresh, with what its draw said. */
export interface DrawnMarket {
  readonly market: Market;
  readonly drawId: string;
  /** In drawn order. */
  readonly winners: readonly DrawResult[];
  /** In the order of places. */
  readonly waitlist: readonly DrawResult[];
}

/** Who has a place: a drawn winner, or one promoted from the waitlist. */
export interface Holder {
  readonly result: DrawResult;
  /** Null where the fan withdrew. */
  readonly entry: EntryDocument | null;
}

/** What the Entry Service answers at most. */
const ENTRIES_A_CALL = 100;

/** What the Entry Service holds of these fans. */
export const withEntries = async (
  campaignId: string,
  results: readonly DrawResult[],
  { services, correlationId }: RefreshContext,
): Promise<readonly Holder[]> => {
  const holders: Holder[] = [];
  for (const part of chunks(results, ENTRIES_A_CALL)) {
    const globalUserIds = part.map(({ globalUserId }) => globalUserId);
    const { entries } = await services.entryService.getEntries({ body: { campaignId, globalUserIds } }, { correlationId });
    part.forEach((result, index) => {
      holders.push({ result, entry: entries[index] ?? null });
    });
  }
  return holders;
};
