import type { Worker } from '../worker.ts';
import type { MarketSelectionInput } from './enqueue-market-selections.ts';

export interface RevealDrawInput {
  readonly campaignId: string;
  readonly draw: number;
  /** Where the rules ask for `text`: the words as announced. */
  readonly publicRandomness?: string;
  /** Only this market of the draw is to be selected, with at most so many winners and fans who wait. */
  readonly market?: Pick<MarketSelectionInput, 'marketId' | 'selectionCount' | 'waitlistCount'>;
}

export interface RevealDrawAnswer {
  readonly drawId: string;
  /** What the state machine maps over: each market of the draw, or the one that was asked for, with the places it can give away. */
  readonly markets: readonly Required<MarketSelectionInput>[];
}

/** Second step of the selection: the Campaign Service reveals the secret and computes the draw. */
export const revealDraw: Worker<'revealDraw', RevealDrawInput, RevealDrawAnswer> = async (
  { campaignId, draw, publicRandomness, market: only },
  { services, correlationId },
) => {
  const { drawId, markets } = await services.campaignService.revealDraw(
    { params: { campaignId, draw }, body: publicRandomness === undefined ? {} : { publicRandomness } },
    { correlationId },
  );
  return {
    drawId,
    markets: markets
      .filter(({ id }) => only === undefined || only.marketId === id)
      .map(({ id, capacity, waitlistCapacity }) => ({
        campaignId,
        marketId: id,
        selectionCount: only?.selectionCount ?? capacity,
        waitlistCount: only?.waitlistCount ?? waitlistCapacity,
        drawId,
      })),
  };
};
