import type { Draw } from '../../services/campaign/draw-contract.ts';
import type { Worker } from '../worker.ts';

export interface FreezeDrawInput {
  readonly campaignId: string;
  /** Default 1; a later one has to be approved. */
  readonly draw?: number;
}

/** First step of the selection: the Campaign Service freezes the entrants and publishes them. A draw that is frozen is answered as it is. */
export const freezeDraw: Worker<'freezeDraw', FreezeDrawInput, Draw> = ({ campaignId, draw }, { services, correlationId }) =>
  services.campaignService.freezeDraw({ params: { campaignId }, body: draw === undefined ? {} : { draw } }, { correlationId });
